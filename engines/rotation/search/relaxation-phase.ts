import { isForAnnealing, refineByAnnealing } from './annealing-phase.ts';
import type { Column } from './column.ts';
import { generateColumns } from './column-generation.ts';
import { searchLocally } from './local-search.ts';
import { type Master, type MasterAnswer, openMaster } from './master.ts';
import { wantingCells } from './occupancy.ts';
import type { Prices } from './prices.ts';
import { rulePenalty } from './rule-penalty.ts';
import { attainable, isProven, keepColumns, offerBound, offerPlan, type Run } from './run.ts';

/** Times the cost of a broken place rule is raised before the relaxation is taken as it is. */
const RAISES = 4;

/** Looks for plans near a start, and keeps what it finds. */
export function searchNear(run: Run, start: readonly (Column | null)[], phase: 'first-plan' | 'bound'): void {
  searchLocally(run.bench, start, {
    random: run.random,
    replies: run.effort.replies * run.bench.model.learners.length,
    mayGoOn: () => run.mayGoOn() && !isProven(run),
    onPlan: (columns, score) => {
      offerPlan(run, columns, score);
      keepColumns(run, columns);
      run.report(phase);
    },
  });
}

/**
 * Solves the relaxation from some sound prices, as far as `mayGoOn` allows, with a local search from its rounded answer;
 * returns the prices that prove the bound.
 */
export function solveRelaxation(
  run: Run,
  start: Prices,
  mayGoOn: () => boolean = run.mayGoOn,
  mayHurry: () => boolean = mayGoOn,
): Prices {
  const { bench } = run;
  const breakCost = rulePenalty(bench.model);
  const master = openMaster(run.highs, bench.model, breakCost, mayGoOn);
  try {
    if (isForAnnealing(bench.model)) master.holdCells(wantingCells(bench.model));
    master.addColumns([...run.columns.values()]);
    let prices = start;
    for (let cost = breakCost, raise = 0; raise <= RAISES; raise++, cost *= 10) {
      master.setBreakCost(cost);
      const generated = generateColumns(bench, master, prices, {
        mayGoOn,
        mayHurry,
        knownBound: run.bound,
        isEnough: (bound) => run.best !== null && attainable(run, bound) <= run.best.score + 1e-6,
        onRound: (bound) => {
          offerBound(run, bound);
          run.report('bound');
        },
      });
      offerBound(run, generated.bound);
      prices = generated.prices;
      keepColumns(run, master.columns);
      run.report('bound');
      if (!generated.answer || isProven(run) || !run.mayGoOn()) break;
      if (generated.answer.shortfall < 1e-6 || !mayGoOn()) {
        const rounded = largestShares(master, generated.answer, bench.model.learners.length);
        const whole = rounded.flatMap((column) => column ?? []);
        if (isForAnnealing(bench.model) && whole.length === rounded.length) {
          refineByAnnealing(run, whole);
        } else searchNear(run, rounded, 'bound');
        break;
      }
    }
    return prices;
  } finally {
    master.dispose();
  }
}

/** For each learner the column with the largest share. */
function largestShares(master: Master, answer: MasterAnswer, learners: number): (Column | null)[] {
  const chosen = new Array<Column | null>(learners).fill(null);
  const share = new Float64Array(learners);
  master.columns.forEach((column, i) => {
    if (answer.shares[i]! <= share[column.learner]!) return;
    share[column.learner] = answer.shares[i]!;
    chosen[column.learner] = column;
  });
  return chosen;
}
