/** In how many equally likely values an uncertain rate is cut. */
export const RATE_NODES = 15;

// Lanczos approximation (g = 7, 9 terms), error below 1e-13 for positive arguments.
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (z + i);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Continued fraction of the incomplete beta function (DLMF 8.17.22) by the modified Lentz method. */
function betaFraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let h = d;
  for (let m = 1; m <= 1_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 + term * d;
      c = 1 + term / c;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = Math.abs(c) < tiny ? tiny : c;
      step = d * c;
      h *= step;
    }
    if (Math.abs(step - 1) < 1e-14) break;
  }
  return h;
}

/** log of x^a (1 − x)^b / B(a, b). */
function logFront(a: number, b: number, x: number): number {
  return logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
}

/** Chance that a Beta(a, b) value is at most `x`; a, b > 0. */
export function betaAtMost(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logFront(a, b, x));
  // The fraction converges fast on this side of the mean only.
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(a, b, x)) / a
    : 1 - (front * betaFraction(b, a, 1 - x)) / b;
}

/** The value that a Beta(a, b) stays under with chance `share`: Newton's steps, halving where one leaves the bracket. */
export function betaQuantile(a: number, b: number, share: number): number {
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let i = 0; i < 200; i++) {
    const off = betaAtMost(a, b, x) - share;
    if (off < 0) low = x;
    else high = x;
    const slope = Math.exp(logFront(a, b, x)) / (x * (1 - x));
    const next = x - off / slope;
    const step = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(step - x) <= 1e-15 + 1e-13 * x) return step;
    x = step;
  }
  return x;
}

/**
 * A rate that was seen on so many trials (person-quarters, graduates), as equally likely values with that rate as
 * their mean: the middles of {@link RATE_NODES} slices of Beta(rate · seen, (1 − rate) · seen), spread a little so that
 * mean and variance of the slices are those of the whole. A rate that is certain (0, 1, or nothing said about what
 * it was seen on) is one value; so is a rate of which not even half a case can have been seen: nobody observed it.
 */
export function rateNodes(rate: number, seen: number | undefined): Float64Array {
  if (seen === undefined) return Float64Array.of(rate);
  const [a, b] = [rate * seen, (1 - rate) * seen];
  if (Math.min(a, b) < 0.5) return Float64Array.of(rate);
  const nodes = Float64Array.from({ length: RATE_NODES }, (_, k) =>
    betaQuantile(a, b, (k + 0.5) / RATE_NODES),
  );
  const mean = nodes.reduce((sum, node) => sum + node, 0) / RATE_NODES;
  const variance = nodes.reduce((sum, node) => sum + (node - mean) ** 2, 0) / RATE_NODES;
  const stretch = variance === 0 ? 1 : Math.sqrt((rate * (1 - rate)) / (seen + 1) / variance);
  const stretched = nodes.map((node) => rate + (node - mean) * stretch);
  // Very few trials give a curve so skewed that stretching leaves 0…1; then the plain slices stand, moved to the mean.
  const isSound = stretched.every((node) => node >= 0 && node <= 1);
  return isSound ? stretched : nodes.map((node) => Math.min(1, (node * rate) / mean));
}
