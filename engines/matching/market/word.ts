/**
 * A text as a stretch of UTF-8 bytes inside something larger. A reader refills one word instead of making
 * strings.
 */
export type Word = { bytes: Uint8Array; from: number; length: number; hash: number };

/** The hash of no bytes. */
export const EMPTY_HASH = 0x811c9dc5 | 0;

/** The hash of a word with one byte more (FNV-1a). */
export function hashed(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/** The hash of a stretch of bytes. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = EMPTY_HASH;
  for (let i = from; i < to; i++) hash = hashed(hash, bytes[i]!);
  return hash;
}

const encoder = new TextEncoder();

/** A word that holds `text`. */
export function wordOf(text: string): Word {
  const bytes = encoder.encode(text);
  return { bytes, from: 0, length: bytes.length, hash: hashOf(bytes, 0, bytes.length) };
}
