import type { Column } from './column.ts';
import { enumerateColumns } from './enumerate-columns.ts';
import { solveIntegerMaster } from './integer-master.ts';
import { assign, emptyOccupancy, isFeasible, objective } from './occupancy.ts';
import { priceAll, reducedGain } from './priced-round.ts';
import type { Prices } from './prices.ts';
import { offerBound, offerPlan, type Run } from './run.ts';

/** Share of the time left that a solve over few or over all promising columns may use. */
const SHARE = { heuristic: 0.1, complete: 0.4 };

/** Solves over the columns met so far that can be part of a better plan. */
export function solveOverMet(run: Run, prices: Prices): void {
  const round = priceAll(run.bench, prices);
  if (!run.mayGoOn()) return;
  const slack = slackOf(run, round.bound);
  const promising = [...run.columns.values()].filter(
    (column) => reducedGain(run.bench, column, prices, round.values) >= -slack - 1e-7,
  );
  solveOver(run, promising, false);
}

/**
 * Solves over all columns that can be part of a better plan, if they are few enough to list: with time enough the
 * answer is then proven. Returns whether they were.
 */
export function solveOverAll(run: Run, prices: Prices): boolean {
  const { bound } = priceAll(run.bench, prices);
  if (!run.mayGoOn()) return false;
  const columns = enumerateColumns(run.bench, prices, slackOf(run, bound), run.effort.columns);
  if (columns) solveOver(run, columns, true);
  return columns !== null;
}

/** Solves over as many of the columns that lose least as one solve may have. */
export function solveOverNearest(run: Run, prices: Prices): void {
  const { bound } = priceAll(run.bench, prices);
  if (!run.mayGoOn()) return;
  const slack = slackOf(run, bound);
  let width = Number.isFinite(slack) ? slack / 2 : Math.max(1, Math.abs(bound) * 0.05);
  for (; width > 1e-3 && run.mayGoOn(); width /= 2) {
    const columns = enumerateColumns(run.bench, prices, width, run.effort.columns);
    if (!columns) continue;
    solveOver(run, [...columns, ...(run.best?.columns ?? [])], false);
    return;
  }
}

/** A plan better than the best one loses at most this much against the bound at the prices in question. */
function slackOf(run: Run, bound: number): number {
  return run.best ? bound - run.best.score - run.bench.model.objectiveStep : Infinity;
}

function solveOver(run: Run, columns: readonly Column[], isComplete: boolean): void {
  if (!run.mayGoOn()) return;
  const { model } = run.bench;
  const distinct = new Map(columns.map((column) => [`${column.learner}:${column.key}`, column]));
  const answer = solveIntegerMaster(run.highs, model, [...distinct.values()], {
    seconds: run.secondsLeft() * (isComplete ? SHARE.complete : SHARE.heuristic),
    mayGoOn: run.mayGoOn,
    nodes: isComplete ? Infinity : run.effort.nodes,
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
