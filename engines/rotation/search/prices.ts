import type { Model } from '../model/model.ts';

/**
 * Dual prices of the rules that tie learners together. `cells`: value of one more head, positive where the maximum
 * binds, negative where the minimum does. `lowest`: weight of each learner in the lowest score, summing to fairness.
 */
export type Prices = { cells: Float64Array; lowest: Float64Array };

/** Prices at which nobody is in anybody's way. */
export function freePrices(model: Model): Prices {
  const n = model.learners.length;
  return {
    cells: new Float64Array(model.max.length),
    lowest: new Float64Array(n).fill(n ? model.fairness / n : 0),
  };
}

/** Prices on the line between two: `share` 1 is `a`. */
export function blend(a: Prices, b: Prices, share: number): Prices {
  const mix = (x: Float64Array, y: Float64Array): Float64Array =>
    x.map((value, i) => share * value + (1 - share) * y[i]!);
  return { cells: mix(a.cells, b.cells), lowest: mix(a.lowest, b.lowest) };
}

/** Makes prices fit for a bound: no negative weights, summing exactly to fairness. */
export function sound(model: Model, { cells, lowest }: Prices): Prices {
  const clipped = lowest.map((weight) => Math.max(0, weight));
  const sum = clipped.reduce((total, weight) => total + weight, 0);
  if (sum <= 0) return { cells, lowest: freePrices(model).lowest };
  return { cells, lowest: clipped.map((weight) => (weight * model.fairness) / sum) };
}

/** What the places are worth at these prices: the part of the bound that no learner's choice changes. */
export function placesWorth(model: Model, prices: Prices): number {
  return prices.cells.reduce(
    (sum, price, cell) => sum + price * (price > 0 ? model.max[cell]! : model.min[cell]!),
    0,
  );
}
