/**
 * The only source of randomness of this engine: keys, salts and serial numbers come from the platform's
 * cryptographic generator. Everything else is a function of its arguments.
 */
export function freshBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** A fresh key pair on the curve P-256, exportable so that it can be sealed. */
export async function freshKeyPair(): Promise<CryptoKeyPair> {
  return await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
}
