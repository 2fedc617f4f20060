import { createHash, randomInt } from 'node:crypto';

/** Wrong codes before a link ends. With eight digits five guesses hit once in twenty million. */
export const wrongCodesAllowed = 5;

/** A fresh code of eight digits, in two groups that can be told over a telephone. */
export function freshCode(): string {
  const digits = String(randomInt(0, 100_000_000)).padStart(8, '0');
  return `${digits.slice(0, 4)} ${digits.slice(4)}`;
}

/** Digest of a code for one slot; spaces and hyphens that people type do not count. */
export function codeDigest(slotId: string, code: string): string {
  return digestOf(`${slotId} ${code.replaceAll(/[\s-]/g, '')}`);
}

/** SHA-256 of a word, lower-case hexadecimal. */
export function digestOf(word: string): string {
  return createHash('sha256').update(word).digest('hex');
}
