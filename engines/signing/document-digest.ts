import { toHex } from './bytes.ts';

/** SHA-256 of the bytes (FIPS 180-4), lower-case hexadecimal: the name by which a document is quoted and compared. */
export async function documentDigest(bytes: Uint8Array): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))));
}
