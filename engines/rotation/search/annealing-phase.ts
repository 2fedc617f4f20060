import { anyPath } from '../model/learner-search.ts';
import type { Model } from '../model/model.ts';
import { anneal } from './annealing/anneal.ts';
import { type Column, columnOf } from './column.ts';
import { isProven, keepColumns, offerPlan, type Run } from './run.ts';
import type { Workbench } from './workbench.ts';

/**
 * Changes tried: for a first answer, and for each block in the long annealing, in one that only
 * refines, and in one that mends.
 */
const CHANGES = { first: 300_000, long: 2_500, refining: 2_000, mending: 500 };
/** Temperatures, see `AnnealControl`. */
const HEAT = { first: 0.02, long: 0.04, refining: 0.012, mending: 0.003, cold: 0.004 };
/** With more units than this for one learner, first plans come from annealing. */
export const FEW = 14;
/** Share of the time left that the long annealing may use. */
const SHARE = 0.4;

/** Whether first plans come from annealing: where exact answers of one learner take long. */
export function isForAnnealing(model: Model): boolean {
  return model.learners.some(({ units }) => units.length > FEW);
}

/**
 * A plan by simulated annealing, from anybody's first programme met. The number of changes depends on the problem alone,
 * unless they would not fit into the time. Without a programme for everybody nothing happens.
 */
export function planByAnnealing(run: Run): void {
  const start = anybodysProgrammes(run.bench);
  if (!start) return;
  const blocks = run.bench.model.learners.reduce((sum, { need }) => sum + need, 0);
  const before = run.secondsLeft();
  const warm = cool(run, start, HEAT.first, CHANGES.first);
  const perChange = Math.max(0, before - run.secondsLeft()) / CHANGES.first;
  const affordable = (run.secondsLeft() * SHARE) / perChange;
  cool(run, warm, HEAT.long, Math.min(CHANGES.long * blocks, affordable));
}

/** Anneals a little around a plan, whether it keeps the rules of places or not. */
export function refineByAnnealing(run: Run, near: readonly Column[]): void {
  const blocks = run.bench.model.learners.reduce((sum, { need }) => sum + need, 0);
  cool(run, near, HEAT.refining, CHANGES.refining * blocks);
}

/** Mends broken rules of places near a plan that is good otherwise. */
export function mendByAnnealing(run: Run, near: readonly Column[]): void {
  const blocks = run.bench.model.learners.reduce((sum, { need }) => sum + need, 0);
  cool(run, near, HEAT.mending, CHANGES.mending * blocks);
}

function cool(run: Run, from: readonly Column[], hot: number, changes: number): readonly Column[] {
  let best: readonly Column[] = [];
  const end = anneal(run.bench.model, from, {
    ...{ random: run.random, changes, hot, cold: Math.min(HEAT.cold, hot / 2) },
    mayGoOn: () => run.mayGoOn() && !isProven(run),
    onPlan: (columns, score) => {
      best = columns;
      offerPlan(run, columns, score);
      run.report(run.bound === Infinity ? 'first-plan' : 'integer');
    },
  });
  keepColumns(run, best);
  return best.length ? best : end;
}

function anybodysProgrammes(bench: Workbench): Column[] | null {
  const columns: Column[] = [];
  for (const learner of bench.model.learners) {
    if (!bench.mayGoOn()) return null;
    const path = anyPath(bench.searches[learner.index]!, bench.model, bench.gains, bench.table);
    if (!path) return null;
    columns.push(columnOf(bench.model, learner, path));
  }
  return columns;
}
