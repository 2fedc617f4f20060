import type { Tally } from './statistics.ts';

/** The shortage of one quarter over all runs, arranged so that what-if questions cost a binary search. */
export type Shortage = {
  /** The distinct positive gaps, ascending. */
  heads: Float64Array;
  /** `share[i]` = share of runs whose gap is `heads[i]` or more; one more entry, 0. */
  share: Float64Array;
  /** `above[i]` = expected gap counted only in those runs; one more entry, 0. */
  above: Float64Array;
};

/** Arranges the gaps of one quarter (heads; negative = surplus). */
export function shortageOf({ values, counts, size }: Tally): Shortage {
  let first = 0;
  while (first < values.length && values[first]! <= 0) first++;
  const heads = values.slice(first);
  const share = new Float64Array(heads.length + 1);
  const above = new Float64Array(heads.length + 1);
  for (let i = heads.length - 1; i >= 0; i--) {
    const weight = counts[first + i]! / size;
    share[i] = share[i + 1]! + weight;
    above[i] = above[i + 1]! + weight * heads[i]!;
  }
  return { heads, share, above };
}

function firstAbove(heads: Float64Array, cover: number): number {
  let left = 0;
  let right = heads.length;
  while (left < right) {
    const middle = (left + right) >>> 1;
    if (heads[middle]! <= cover) left = middle + 1;
    else right = middle;
  }
  return left;
}

/** Expected shortage left, in heads, once `cover` ≥ 0 more people are there. */
export function expectedLeft({ heads, share, above }: Shortage, cover: number): number {
  const from = firstAbove(heads, cover);
  return Math.max(0, above[from]! - share[from]! * cover);
}

/** Expected number of the `cover` ≥ 0 people that answer no shortage, in heads. */
export function expectedIdle(shortage: Shortage, cover: number): number {
  return Math.max(0, cover - shortage.above[0]! + expectedLeft(shortage, cover));
}

/** Share of runs whose shortage is more than `cover` ≥ 0 heads. */
export function chanceAbove({ heads, share }: Shortage, cover: number): number {
  return share[firstAbove(heads, cover)]!;
}
