/** A sample as its distinct values, ascending, and how often each occurred. */
export type Tally = { values: Float64Array; counts: Float64Array; size: number };

/** Percentiles of a sample: the smallest value with at least that share of the sample at or below it. */
export type Percentiles = { p10: number; p50: number; p90: number };

function tallySorted(heads: Float64Array, base: number): Tally {
  const sorted = heads.slice().sort();
  const values: number[] = [];
  const counts: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    const same = i > 0 && sorted[i] === sorted[i - 1];
    if (!same) values.push(base + sorted[i]!);
    if (!same) counts.push(0);
    counts[counts.length - 1]!++;
  }
  return { values: Float64Array.from(values), counts: Float64Array.from(counts), size: heads.length };
}

/** Tallies `base` + heads; `heads` are whole numbers, at least one. Counting where the range is narrow, else sorting. */
export function tallyOf(heads: Float64Array, base: number): Tally {
  let low = heads[0]!;
  let high = low;
  for (let i = 1; i < heads.length; i++) {
    const value = heads[i]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  const range = high - low + 1;
  if (range > heads.length * 8 + 1024) return tallySorted(heads, base);
  const bins = new Float64Array(range);
  for (let i = 0; i < heads.length; i++) bins[heads[i]! - low]!++;
  let distinct = 0;
  for (let k = 0; k < range; k++) if (bins[k]! > 0) distinct++;
  const values = new Float64Array(distinct);
  const counts = new Float64Array(distinct);
  for (let k = 0, at = 0; k < range; k++) {
    if (bins[k] === 0) continue;
    values[at] = base + (low + k);
    counts[at++] = bins[k]!;
  }
  return { values, counts, size: heads.length };
}

/** Percentiles of a tally. */
export function percentilesOf({ values, counts, size }: Tally): Percentiles {
  // Rounded first, because 0.9 × 10 must be 9 and not a hair more.
  const ranks = [0.1, 0.5, 0.9].map((share) => Number((share * size).toFixed(9)));
  const found = ranks.map((rank) => {
    let at = 0;
    for (let sum = counts[0]!; sum < rank; sum += counts[at]!) at++;
    return values[at]!;
  });
  return { p10: found[0]!, p50: found[1]!, p90: found[2]! };
}

/** Mean of a tally. */
export function meanOf({ values, counts, size }: Tally): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * counts[i]!;
  return sum / size;
}

/** Six decimals: enough for any head, and equal on machines whose last digits differ. Never −0. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
