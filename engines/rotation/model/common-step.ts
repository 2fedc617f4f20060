const FINEST = 1000;

/**
 * The coarsest of 1, 1/2, 1/5, 1/10 … 1/1000 of which all values are multiples, 0 if none: a proven bound may be
 * rounded down to it.
 */
export function commonStep(values: readonly number[]): number {
  for (let parts = 1; parts <= FINEST; parts++) {
    if (FINEST % parts) continue;
    if (values.every((value) => Math.abs(value * parts - Math.round(value * parts)) < 1e-9)) return 1 / parts;
  }
  return 0;
}
