/**
 * Cumulative probabilities of Binomial(n, p) from `low` upwards; tails under 1e-13 of the mode are cut. `guide[g]` is
 * the first place whose cumulative probability reaches g / guide.length: where a search for a larger one may begin.
 */
export type BinomialTable = { low: number; cumulative: Float64Array; guide: Int32Array };

const TAIL = 1e-13;
const STORED_LIMIT = 4_000_000;

/** Table of Binomial(n, p), by the ratio of neighbouring terms outwards from the mode. `n` a whole number ≥ 0. */
export function binomialTable(n: number, p: number): BinomialTable {
  if (n === 0 || p <= 0) return { low: 0, cumulative: Float64Array.of(1), guide: Int32Array.of(0) };
  if (p >= 1) return { low: n, cumulative: Float64Array.of(1), guide: Int32Array.of(0) };
  const odds = p / (1 - p);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const below: number[] = [];
  for (let k = mode, weight = 1; k > 0; k--) {
    weight *= k / (n - k + 1) / odds;
    if (weight < TAIL) break;
    below.push(weight);
  }
  const weights = [...below.reverse(), 1];
  for (let k = mode, weight = 1; k < n; k++) {
    weight *= ((n - k) / (k + 1)) * odds;
    if (weight < TAIL) break;
    weights.push(weight);
  }
  const cumulative = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i]!;
    cumulative[i] = sum;
  }
  for (let i = 0; i < cumulative.length; i++) cumulative[i] = cumulative[i]! / sum;
  const guide = new Int32Array(cumulative.length);
  for (let g = 0, at = 0; g < guide.length; g++) {
    while (cumulative[at]! < g / guide.length) at++;
    guide[g] = at;
  }
  return { low: mode - below.length, cumulative, guide };
}

/** The value whose cumulative probability first reaches `u` (0 < u < 1): one random number, exact, monotone in it. */
export function binomialAt({ low, cumulative, guide }: BinomialTable, u: number): number {
  let at = guide[Math.floor(u * guide.length)]!;
  while (cumulative[at]! < u) at++;
  return low + at;
}

/** Draws of Binomial(n, p) for one fixed `p`, with the tables of the `n` met so far kept. */
export function binomialSampler(p: number): (n: number, u: number) => number {
  const tables: (BinomialTable | undefined)[] = [];
  let stored = 0;
  return (n, u) => {
    let table = tables[n];
    if (table === undefined) {
      table = binomialTable(n, p);
      stored += table.cumulative.length;
      if (stored > STORED_LIMIT) {
        tables.length = 0;
        stored = table.cumulative.length;
      }
      tables[n] = table;
    }
    return binomialAt(table, u);
  };
}

/** Above this mean a search from zero takes longer than a table, and its first term may underflow. */
const SEARCHED_MEAN = 40;

/**
 * Draws of Binomial(n, p) where one `p` recurs with ever other `n`, so that a table would be used once or twice:
 * searched from zero while the mean is small, else by tables. The same values as {@link binomialSampler}.
 */
export function binomialSearcher(p: number): (n: number, u: number) => number {
  const odds = p / (1 - p);
  const logStay = Math.log1p(-p);
  const tables = binomialSampler(p);
  return (n, u) => {
    if (p <= 0 || p >= 1 || n * p > SEARCHED_MEAN) return tables(n, u);
    let weight = Math.exp(n * logStay);
    let sum = weight;
    let k = 0;
    while (sum < u && k < n) {
      weight *= ((n - k) / (k + 1)) * odds;
      sum += weight;
      k++;
    }
    return k;
  };
}
