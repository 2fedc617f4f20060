import type { Side } from './side.ts';

/** Whole ownership in basis points: hundredths of a per cent. */
export const whole = 10_000;

/** Somebody's part in intellectual property or an output, in basis points. */
export type Share = { side: Side | 'other'; holder: string; share: number };

/** All parts together; they must come to `whole`. */
export function sumOfShares(shares: readonly { share: number }[]): number {
  return shares.reduce((sum, { share }) => sum + share, 0);
}

/** Whether the parts are all of it: neither 99 nor 101 per cent, and nobody has nothing. */
export function areWhole(shares: readonly { share: number }[]): boolean {
  return sumOfShares(shares) === whole && shares.every(({ share }) => share > 0);
}
