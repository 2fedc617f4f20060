/**
 * The only source of randomness of this engine: keys, salts and serial numbers come from the platform's
 * cryptographic generator. Everything else is a function of its arguments.
 */
export function freshBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** A fresh key pair on the curve P-256; the private key can be exported only where it is to be sealed. */
export async function freshKeyPair(isExportable: boolean): Promise<CryptoKeyPair> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  return await crypto.subtle.generateKey(algorithm, isExportable, ['sign', 'verify']);
}
