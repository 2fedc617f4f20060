import { joined } from './bytes.ts';
import { freshBytes } from './fresh.ts';
import { SigningError } from './signing-error.ts';

// Layout: "DTK1", iterations (4 bytes), salt (16), nonce (12), AES-256-GCM ciphertext with its tag.
const magic = new TextEncoder().encode('DTK1');
const headerLength = 36;
/** OWASP Password Storage Cheat Sheet (2023) for PBKDF2-HMAC-SHA-512: half the time of SHA-256 at equal strength here. */
const iterations = 210_000;

async function keyOf(secret: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  // The same secret typed on another keyboard may be composed differently (RFC 8265).
  const typed = new TextEncoder().encode(secret.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-512', salt, iterations: rounds };
  const cipher = { name: 'AES-GCM', length: 256 };
  return await crypto.subtle.deriveKey(derivation, base, cipher, false, ['encrypt', 'decrypt']);
}

const bound = async (certificate: Uint8Array, header: Uint8Array) =>
  joined(header, new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(certificate))));

/** A private key (PKCS #8, P-256) for signing, which cannot be exported again. */
export async function importKey(pkcs8: ArrayBuffer): Promise<CryptoKey> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  return await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
}

/** Seals a private key (PKCS #8) with the signer's secret and binds it to its certificate. */
export async function sealKey(
  pkcs8: ArrayBuffer,
  certificate: Uint8Array,
  secret: string,
): Promise<Uint8Array> {
  const salt = freshBytes(16);
  const iv = freshBytes(12);
  const rounds = new Uint8Array(4);
  new DataView(rounds.buffer).setUint32(0, iterations);
  const header = joined(magic, rounds, salt, iv);
  const key = await keyOf(secret, salt, iterations);
  const additionalData = await bound(certificate, header);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, pkcs8);
  return joined(header, new Uint8Array(sealed));
}

/**
 * Opens a sealed key for signing. Refuses `secret.wrong` (also when the bytes were changed: the two cannot be told
 * apart) and `identity.damaged` when they are no sealed key.
 */
export async function openKey(
  sealedKey: Uint8Array,
  certificate: Uint8Array,
  secret: string,
): Promise<CryptoKey> {
  const bytes = new Uint8Array(sealedKey);
  const isSealed = bytes.length > headerLength && magic.every((byte, i) => bytes[i] === byte);
  const rounds = isSealed ? new DataView(bytes.buffer).getUint32(4) : 0;
  // A damaged count must not keep the machine busy for hours.
  if (rounds < 1_000 || rounds > 10_000_000) throw new SigningError('identity.damaged');
  const header = bytes.slice(0, headerLength);
  const key = await keyOf(secret, header.slice(8, 24), rounds);
  const additionalData = await bound(certificate, header);
  const opened = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv: header.slice(24, 36), additionalData }, key, bytes.slice(headerLength))
    .catch(() => {
      throw new SigningError('secret.wrong');
    });
  return await importKey(opened);
}
