import { type Column, columnOf } from './column.ts';
import { type Prices, placesWorth } from './prices.ts';
import { bestWay, setCharges, type Workbench } from './workbench.ts';

/** Everybody's best answer to one set of prices. */
export type PricedRound = {
  /** No plan is worth more: the Lagrangian bound at these prices. */
  bound: number;
  /** Each learner's best value at these prices. */
  values: Float64Array;
  columns: Column[];
};

/**
 * Lets every learner choose the best way at the given (sound) prices. The sum of what they gain and what the places
 * are worth bounds every plan from above, whatever the prices are.
 */
export function priceAll(bench: Workbench, prices: Prices): PricedRound {
  const { model } = bench;
  setCharges(bench, (cell) => prices.cells[cell]!);
  const values = new Float64Array(model.learners.length);
  const columns: Column[] = [];
  for (const learner of model.learners) {
    const { value, path } = bestWay(bench, learner.index, 1 + prices.lowest[learner.index]!);
    values[learner.index] = value;
    if (path) columns.push(columnOf(model, learner, path));
  }
  const bound = placesWorth(model, prices) + values.reduce((sum, value) => sum + value, 0);
  return { bound, values, columns };
}

/** What a column would gain over what its learner already has at these prices. */
export function reducedGain(
  bench: Workbench,
  column: Column,
  prices: Prices,
  learnerValue: Float64Array,
): number {
  const { size } = bench.model.learners[column.learner]!;
  let charge = 0;
  for (const cell of column.cells) charge += prices.cells[cell]!;
  return (1 + prices.lowest[column.learner]!) * column.score - size * charge - learnerValue[column.learner]!;
}
