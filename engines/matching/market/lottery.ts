import type { IdTable } from './id-table.ts';
import { createPrefixHasher, sha256Hex } from './sha256.ts';
import { standingsOf } from './standings.ts';

/** One draw for all seats. Ties in score go to the higher `number`, equally to the higher `standing`. */
export type Lottery = {
  readonly seed: string;
  /** By applicant: 0 ≤ number < 1 in steps of 2^−52. */
  readonly number: Float64Array;
  /** By applicant: 0 is the weakest, all different. */
  readonly standing: Int32Array;
  /** By standing: the applicant. */
  readonly byStanding: Int32Array;
};

const numberOf = (words: Int32Array): number =>
  ((words[0]! >>> 0) * 2 ** 20 + ((words[1]! >>> 12) >>> 0)) / 2 ** 52;

const prefixOf = (seed: string): Uint8Array => new TextEncoder().encode(`${seed}\n`);

/**
 * An applicant's lottery number: the first 13 hexadecimal digits of SHA-256(seed, line feed, applicant id;
 * UTF-8) divided by 16^13. It depends on nothing else, so anyone who knows the seed can recompute it.
 */
export function lotteryNumber(seed: string, applicant: string): number {
  const id = new TextEncoder().encode(applicant);
  const hasher = createPrefixHasher(prefixOf(seed), id.length);
  hasher.tail.set(id);
  return numberOf(hasher.digest(id.length));
}

/**
 * What to publish before choices close: SHA-256 of the seed's UTF-8 bytes, hexadecimal. Revealing the seed
 * afterwards proves it was not chosen to suit the choices. Holds only if the seed cannot be guessed (128
 * random bits).
 */
export function lotteryCommitment(seed: string): string {
  return sha256Hex(seed);
}

/**
 * The numbers and standings of all applicants. Equal numbers (none in practice) go to the id that sorts
 * first.
 */
export function drawLottery(seed: string, ids: IdTable): Lottery {
  const size = ids.size();
  const number = new Float64Array(size);
  const prefix = prefixOf(seed);
  let hasher = createPrefixHasher(prefix, 128);
  for (let applicant = 0; applicant < size; applicant++) {
    const length = ids.length(applicant);
    if (length > hasher.tail.length) hasher = createPrefixHasher(prefix, length * 2);
    ids.copy(applicant, hasher.tail, 0);
    number[applicant] = numberOf(hasher.digest(length));
  }
  const { standing, byStanding } = standingsOf(number, (a, b) => ids.text(a) < ids.text(b));
  return { seed, number, standing, byStanding };
}
