import type { Column } from './column.ts';
import { enumerateColumns } from './enumerate-columns.ts';
import { solveIntegerMaster } from './integer-master.ts';
import { assign, emptyOccupancy, isFeasible, objective } from './occupancy.ts';
import { priceAll, reducedGain } from './priced-round.ts';
import type { Prices } from './prices.ts';
import { isProven, offerBound, offerPlan, type Run } from './run.ts';

/** Columns that one integer solve may have. */
const COLUMN_LIMIT = 20_000;
/** Share of the time left that a solve may use which cannot prove anything. */
const HEURISTIC_SHARE = 0.3;

/**
 * Turns the relaxation into plans: first over the columns met so far, then over all columns that can be part of a
 * better plan. When these are few enough to list, the answer is proven.
 */
export function solveIntegerPhase(run: Run, prices: Prices): void {
  const round = priceAll(run.bench, prices);
  // A better plan loses less than this against the bound at these prices.
  const slack = (): number =>
    run.best ? round.bound - run.best.score - run.bench.model.objectiveStep : Infinity;
  const promising = (): Column[] =>
    [...run.columns.values()].filter(
      (column) => reducedGain(run.bench, column, prices, round.values) >= -slack() - 1e-7,
    );
  solveOver(run, promising(), false);
  for (let goesOn = true; goesOn && run.mayGoOn() && !isProven(run); ) {
    const before = run.best;
    const all = enumerateColumns(run.bench, prices, slack(), COLUMN_LIMIT);
    const columns = all ?? [...promising(), ...nearestColumns(run, prices, slack())];
    solveOver(run, columns, all !== null);
    goesOn = !all && run.best !== before;
  }
}

/** As many of the columns that lose least as one solve may have. */
function nearestColumns(run: Run, prices: Prices, slack: number): Column[] {
  let width = Number.isFinite(slack) ? slack / 2 : Math.max(1, Math.abs(run.bound) * 0.05);
  for (; width > 1e-3 && run.mayGoOn(); width /= 2) {
    const columns = enumerateColumns(run.bench, prices, width, COLUMN_LIMIT);
    if (columns) return columns;
  }
  return [];
}

function solveOver(run: Run, columns: readonly Column[], isComplete: boolean): void {
  const { model } = run.bench;
  const distinct = new Map(columns.map((column) => [`${column.learner}:${column.key}`, column]));
  const answer = solveIntegerMaster(run.highs, model, [...distinct.values()], {
    seconds: run.secondsLeft() * (isComplete ? 1 : HEURISTIC_SHARE),
    mayGoOn: run.mayGoOn,
    known: run.best?.columns ?? null,
    seed: run.random.below(2 ** 30),
  });
  if (answer.chosen) {
    const plan = emptyOccupancy(model);
    for (const column of answer.chosen) assign(model, plan, column.learner, column);
    if (isFeasible(model, plan)) offerPlan(run, answer.chosen, objective(model, plan));
  }
  // All better plans are made of these columns: the best plan known or their bound, whichever is more.
  if (isComplete) offerBound(run, Math.max(run.best?.score ?? -Infinity, answer.bound));
  run.report('integer');
}
