import type { LearnerModel } from '../model/model.ts';
import { type Column, columnOf } from './column.ts';
import { type Prices, placesWorth } from './prices.ts';
import { bestWay, setCharges, type Workbench } from './workbench.ts';

/** Everybody's best answer to one set of prices. */
export type PricedRound = {
  /** No plan is worth more: the Lagrangian bound at these prices. */
  bound: number;
  /** Each learner's best value at these prices, infinite where nobody asked. */
  values: Float64Array;
  columns: Column[];
};

/**
 * Lets every learner choose the best way at the given (sound) prices. The sum of what they gain and what the places
 * are worth bounds every plan from above, whatever the prices are. Who has nothing better than some column of `have` need not
 * get a new one; with `isQuick` columns may be any better ones, and the bound is
 * weaker. A round that is cut off before everybody was asked gives no bound but the columns so far.
 */
export function priceAll(
  bench: Workbench,
  prices: Prices,
  have: readonly Column[] = [],
  isQuick = false,
): PricedRound {
  const { model } = bench;
  const known = bestOf(bench, have, prices);
  setCharges(bench, (cell) => prices.cells[cell]!);
  const values = new Float64Array(model.learners.length).fill(Infinity);
  const columns: Column[] = [];
  const open: LearnerModel[] = [];
  const ask = (learner: LearnerModel, isHasty: boolean): void => {
    const { index } = learner;
    const aim = { known: known[index]!, isQuick: isHasty };
    const { value, path, isOpen } = bestWay(bench, index, 1 + prices.lowest[index]!, aim);
    values[index] = Math.min(values[index]!, value);
    if (path) columns.push(columnOf(model, learner, path));
    if (isOpen) open.push(learner);
  };
  for (const learner of model.learners) if (bench.mayGoOn()) ask(learner, true);
  // Those whose value is not settled are asked again, so that a round that is cut off here has a bound.
  if (!isQuick) for (const learner of [...open]) if (bench.mayGoOn()) ask(learner, false);
  const bound = placesWorth(model, prices) + values.reduce((sum, value) => sum + value, 0);
  return { bound, values, columns };
}

/** What each learner's best column is worth at some prices, −Infinity without one; only where a search asks for it. */
function bestOf(bench: Workbench, columns: readonly Column[], prices: Prices): Float64Array {
  const best = new Float64Array(bench.model.learners.length);
  const nothing = best.slice();
  best.fill(-Infinity);
  if (!bench.searches.some(({ memory }) => memory)) return best;
  for (const column of columns) {
    const value = reducedGain(bench, column, prices, nothing);
    if (value > best[column.learner]!) best[column.learner] = value;
  }
  return best;
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
