import { fromBER, OctetString } from 'asn1js';
import {
  AuthenticatedSafe,
  CertBag,
  type Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  type SafeBag,
  SafeContents,
  setEngine,
} from 'pkijs';
import { readCertificate } from './asn1/certificate.ts';
import { sameBytes } from './bytes.ts';
import type { Signer } from './signer.ts';
import { SigningError } from './signing-error.ts';
import { cryptoEngine } from './write-certificate.ts';

const certBagX509 = '1.2.840.113549.1.9.22.1';
const bytesOf = (text: string) => new TextEncoder().encode(text).buffer;
const derOf = (certificate: Certificate) => new Uint8Array(certificate.toSchema().toBER());

async function bagsOf(file: Uint8Array, password: string): Promise<SafeBag[]> {
  // The library's decryption of protected bags looks for its engine here.
  setEngine('webcrypto', cryptoEngine);
  const { result, offset } = fromBER(new Uint8Array(file).buffer);
  if (offset === -1) throw new SigningError('certificate-file.unreadable');
  let pfx: PFX;
  try {
    pfx = new PFX({ schema: result });
    await pfx.parseInternalValues({ password: bytesOf(password), checkIntegrity: false });
  } catch {
    throw new SigningError('certificate-file.unreadable');
  }
  // The check of the password comes first: what it opens is believed only afterwards.
  try {
    await pfx.parseInternalValues({ password: bytesOf(password), checkIntegrity: true });
  } catch {
    throw new SigningError('secret.wrong');
  }
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (!(safe instanceof AuthenticatedSafe)) throw new SigningError('certificate-file.unreadable');
  try {
    await safe.parseInternalValues({
      safeContents: safe.safeContents.map(() => ({ password: bytesOf(password) })),
    });
  } catch {
    // Kept only by ciphers of the nineties (RC2, 3DES), or not by this password after all.
    throw new SigningError('certificate-file.unsupported');
  }
  const contents: { value?: unknown }[] = safe.parsedValue?.safeContents ?? [];
  return contents.flatMap(({ value }) => (value instanceof SafeContents ? value.safeBags : []));
}

type Shrouded = { parseInternalValues(given: { password: ArrayBuffer }): Promise<void> };

async function keyInfoOf(bag: SafeBag, password: string): Promise<PrivateKeyInfo | null> {
  const { bagValue } = bag;
  if (bagValue instanceof PrivateKeyInfo) return bagValue;
  if (!(bagValue instanceof PKCS8ShroudedKeyBag)) return null;
  // Protected in the library's types though it is its documented way for bags; hence the cast.
  const shrouded = bagValue as unknown as Shrouded; // see the line before
  try {
    await shrouded.parseInternalValues({ password: bytesOf(password) });
  } catch {
    throw new SigningError('certificate-file.unsupported');
  }
  return bagValue.parsedValue ?? null;
}

const curves: Record<string, string> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
};

async function importedKey(info: PrivateKeyInfo): Promise<CryptoKey> {
  const pkcs8 = info.toSchema().toBER();
  const { algorithmId, algorithmParams } = info.privateKeyAlgorithm;
  const curve: string = algorithmParams?.valueBlock?.toString?.() ?? '';
  const algorithm =
    algorithmId === '1.2.840.10045.2.1'
      ? { name: 'ECDSA', namedCurve: curves[curve] ?? '' }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  try {
    return await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign']);
  } catch {
    throw new SigningError('certificate-file.unsupported');
  }
}

const trial = new Uint8Array(32);

// A file may hold several certificates; the signer's is the one whose key this is.
async function belongs(certificate: Uint8Array, key: CryptoKey): Promise<boolean> {
  const isEc = key.algorithm.name === 'ECDSA';
  const algorithm = isEc ? { name: 'ECDSA', hash: 'SHA-256' } : { name: 'RSASSA-PKCS1-v1_5' };
  try {
    const spki = new Uint8Array(readCertificate(certificate).publicKeyDer);
    const imported = isEc ? key.algorithm : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const publicKey = await crypto.subtle.importKey('spki', spki, imported, false, ['verify']);
    const signature = await crypto.subtle.sign(algorithm, key, trial);
    return await crypto.subtle.verify(algorithm, publicKey, signature, trial);
  } catch {
    return false;
  }
}

/**
 * Reads a signer's own certificate file (PKCS #12, `.p12` or `.pfx`) with its password. Nothing of it is kept.
 * Refuses `certificate-file.unreadable`, `secret.wrong`, `certificate-file.unsupported` (old ciphers, unknown keys).
 */
export async function readCertificateFile(file: Uint8Array, password: string): Promise<Signer> {
  const bags = await bagsOf(file, password);
  const infos = await Promise.all(bags.map((bag) => keyInfoOf(bag, password)));
  const info = infos.find((one) => one !== null);
  const certificates = bags.flatMap(({ bagValue }) => {
    if (!(bagValue instanceof CertBag) || bagValue.certId !== certBagX509) return [];
    const parsed: unknown = bagValue.parsedValue ?? bagValue.certValue;
    if (parsed instanceof OctetString) return [new Uint8Array(parsed.valueBlock.valueHexView)];
    // With an X.509 bag the library has parsed a certificate.
    return [derOf(parsed as Certificate)];
  });
  if (info === undefined || info === null || certificates.length === 0)
    throw new SigningError('certificate-file.unreadable');
  const key = await importedKey(info);
  for (const certificate of certificates) {
    if (!(await belongs(certificate, key))) continue;
    const chain = certificates.filter((other) => !sameBytes(other, certificate));
    return { certificate, chain, key };
  }
  throw new SigningError('certificate-file.unreadable');
}
