function tilted(tilt: number, max: number): { chances: Float64Array; mean: number } {
  const chances = new Float64Array(max + 1);
  const top = Math.max(0, tilt * max);
  let sum = 0;
  let weighted = 0;
  for (let d = 0; d <= max; d++) {
    const weight = Math.exp(tilt * d - top);
    chances[d] = weight;
    sum += weight;
    weighted += weight * d;
  }
  for (let d = 0; d <= max; d++) chances[d] = chances[d]! / sum;
  return { chances, mean: weighted / sum };
}

/**
 * P(delay = d) for d = 0…max whole quarters with exactly the given mean: P(d) ∝ θ^d, a truncated geometric. Of all
 * distributions on 0…max with that mean it has the largest entropy, so nothing is assumed beyond the two numbers
 * (E. T. Jaynes, "Information theory and statistical mechanics", 1957). Needs 0 ≤ mean ≤ max.
 */
export function delayChances(mean: number, max: number): Float64Array {
  const sure = mean <= 0 ? 0 : mean >= max ? max : undefined;
  if (sure !== undefined) return Float64Array.from({ length: max + 1 }, (_, d) => (d === sure ? 1 : 0));
  // The mean rises with the tilt ln θ, so bisection finds it; 50 either way reaches means within 1e-20 of the ends.
  let low = -50;
  let high = 50;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (tilted(middle, max).mean < mean) low = middle;
    else high = middle;
  }
  return tilted((low + high) / 2, max).chances;
}
