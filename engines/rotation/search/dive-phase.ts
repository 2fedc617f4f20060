import type { Model } from '../model/model.ts';
import { mendByAnnealing } from './annealing-phase.ts';
import type { Column } from './column.ts';
import { generateColumns } from './column-generation.ts';
import { fittingColumns } from './fitting-columns.ts';
import { openMaster } from './master.ts';
import { assign, emptyOccupancy, isFeasible, type Occupancy, objective, wantingCells } from './occupancy.ts';
import { type Prices, sound } from './prices.ts';
import { restrictBench } from './restrict-bench.ts';
import { rulePenalty } from './rule-penalty.ts';
import { keepColumns, offerPlan, type Run } from './run.ts';

/** Rounds of pricing after each choice. */
const ROUNDS = 4;
/** Parts of the learners left that are chosen in any case, and if their shares are large enough. */
const CHOSEN = { least: 0.07, most: 0.2, share: 0.7 };
/** How much dearer than a wish a broken rule of places is. */
const BREAK = 3;

/**
 * Dives for a plan: solves the relaxation, gives the learners with the largest shares their column for good, and solves it
 * again for the others in the room that is left, with new columns. What rules stay broken, a little annealing mends.
 */
export function diveForPlan(run: Run, prices: Prices): void {
  const { model } = run.bench;
  const plan = emptyOccupancy(model);
  let free = model.learners.map(({ index }) => index);
  let steer = prices;
  while (free.length && run.mayGoOn()) {
    const step = diveStep(run, plan, free, steer);
    if (!step) return;
    for (const column of step.chosen) assign(model, plan, column.learner, column);
    free = free.filter((learner) => !plan.columns[learner]);
    steer = step.prices;
  }
  if (free.length) return;
  const columns = plan.columns.flatMap((column) => column ?? []);
  if (isFeasible(model, plan)) offerPlan(run, columns, objective(model, plan));
  else mendByAnnealing(run, columns);
  run.report('integer');
}

type Step = { chosen: Column[]; prices: Prices };

/** Columns for some of the learners who are still free; null where somebody has none left. */
function diveStep(run: Run, plan: Occupancy, free: readonly number[], steer: Prices): Step | null {
  const bench = restrictBench(run.bench, free, plan, isLowestAmong(plan, free, run));
  const master = openMaster(run.highs, bench.model, BREAK * rulePenalty(run.bench.model), run.mayGoOn);
  try {
    master.holdCells(bindingCells(bench.model, steer));
    master.addColumns(fittingColumns(run, bench.model, free));
    let rounds = ROUNDS;
    const lowest = Float64Array.from(free, (learner) => steer.lowest[learner]!);
    const { answer } = generateColumns(bench, master, sound(bench.model, { ...steer, lowest }), {
      mayGoOn: () => rounds > 0 && run.mayGoOn(),
      knownBound: Infinity,
      isEnough: () => false,
      onRound: () => {
        rounds--;
      },
    });
    if (!answer) return null;
    const own = (column: Column): Column => ({ ...column, learner: free[column.learner]! });
    keepColumns(run, master.columns.map(own));
    const shares = master.columns
      .map((column, i) => ({ column, share: answer.shares[i] ?? 0 }))
      .filter(({ share }) => share > 1e-6)
      .sort((a, b) => b.share - a.share);
    const chosen = new Map<number, Column>();
    for (const { column, share } of shares) {
      const part = share > 0.999 ? 0.5 : share > CHOSEN.share ? CHOSEN.most : CHOSEN.least;
      if (chosen.size >= Math.max(1, part * free.length)) break;
      if (!chosen.has(column.learner)) chosen.set(column.learner, own(column));
    }
    const wide = new Float64Array(run.bench.model.learners.length);
    free.forEach((learner, i) => {
      wide[learner] = answer.prices.lowest[i]!;
    });
    return { chosen: [...chosen.values()], prices: { cells: answer.prices.cells, lowest: wide } };
  } finally {
    master.dispose();
  }
}

/** Cells that want heads or had a price: to hold them from the start saves rounds. */
function bindingCells(model: Model, { cells }: Prices): number[] {
  return [...new Set([...wantingCells(model), ...cells.keys().filter((cell) => cells[cell] !== 0)])];
}

/** Whether the lowest score of all can still be that of a learner who is free, as far as the best plan known tells. */
function isLowestAmong(plan: Occupancy, free: readonly number[], run: Run): boolean {
  const fixed = plan.columns.reduce((least, column) => Math.min(least, column?.score ?? Infinity), Infinity);
  const scores = new Map(run.best?.columns.map(({ learner, score }) => [learner, score]));
  return free.some((learner) => (scores.get(learner) ?? -Infinity) <= fixed);
}
