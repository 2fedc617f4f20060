import type { Random } from '../random.ts';
import type { Column } from './column.ts';
import { columnsByKey, fittingColumns } from './fitting-columns.ts';
import { solveOverAll, solveOverMet } from './integer-phase.ts';
import { assign, emptyOccupancy, isFeasible, type Occupancy, objective } from './occupancy.ts';
import { type Prices, sound } from './prices.ts';
import { solveRelaxation } from './relaxation-phase.ts';
import { restrictBench } from './restrict-bench.ts';
import { isProven, offerPlan, type Run } from './run.ts';

/** Learners in the first neighbourhood. */
const FIRST_SIZE = 10;
/** Rounds without gain, for each learner and in all, after which nothing more is expected. */
const PATIENCE = { perLearner: 1, least: 20 };

/**
 * Improves the best plan part by part: some learners are planned anew to the end while all others stay. The parts
 * grow while they are easy and shrink when they are not.
 */
export function improveByParts(run: Run, prices: Prices): void {
  const { model } = run.bench;
  if (!run.best) return;
  const n = model.learners.length;
  const patience = Math.max(PATIENCE.least, PATIENCE.perLearner * n);
  let size = Math.min(n, FIRST_SIZE);
  for (let idle = 0; idle < patience && run.mayGoOn() && !isProven(run); idle++) {
    const before: number = run.best.score;
    const isSettled = planAnew(run, choosePart(run, size), prices);
    if (run.best.score > before + 1e-9) {
      idle = -1;
      run.report('integer');
    }
    size = isSettled ? Math.min(n, size + 1) : Math.max(4, size - 2);
  }
}

/** Plans some learners anew around the others; returns whether the part was solved to the end. */
function planAnew(run: Run, part: readonly number[], prices: Prices): boolean {
  const { model } = run.bench;
  const plan = occupancyOf(run);
  const before = part.map((learner) => plan.columns[learner]!);
  for (const learner of part) assign(model, plan, learner, null);
  const worst = Math.min(...plan.columns.map((column) => column?.score ?? Infinity));
  const bench = restrictBench(
    run.bench,
    part,
    plan,
    before.some(({ score }) => score <= worst),
  );
  const own = before.map((column, i): Column => ({ ...column, learner: i }));
  const present = emptyOccupancy(bench.model);
  own.forEach((column, i) => {
    assign(bench.model, present, i, column);
  });
  const sub: Run = {
    ...run,
    bench,
    best: { columns: own, score: objective(bench.model, present) },
    bound: Infinity,
    prices: null,
    columns: columnsByKey([...fittingColumns(run, bench.model, part), ...own]),
    effort: { replies: 2, columns: 4000, nodes: 50 },
    report: () => undefined,
  };
  const start = sound(bench.model, { ...prices, lowest: new Float64Array(part.length) });
  const found = solveRelaxation(sub, start);
  if (run.mayGoOn() && !isProven(sub) && !solveOverAll(sub, found)) solveOverMet(sub, found);
  sub.best?.columns.forEach((column) => {
    assign(model, plan, part[column.learner]!, { ...column, learner: part[column.learner]! });
  });
  if (isFeasible(model, plan)) {
    offerPlan(
      run,
      plan.columns.flatMap((column) => column ?? []),
      objective(model, plan),
    );
  }
  return isProven(sub);
}

function occupancyOf(run: Run): Occupancy {
  const plan = emptyOccupancy(run.bench.model);
  for (const column of run.best?.columns ?? []) assign(run.bench.model, plan, column.learner, column);
  return plan;
}

/** Learners who meet: those at one place around one period first, then those at places next to be tried. */
function choosePart(run: Run, size: number): number[] {
  const { model } = run.bench;
  const { random } = run;
  const part = new Set<number>();
  if (random.real() < 0.3)
    for (const { index } of random.shuffled(model.learners).slice(0, size)) part.add(index);
  while (part.size < size) {
    for (const learner of random.shuffled(meeting(run, random))) if (part.size < size) part.add(learner);
    part.add(random.below(model.learners.length));
  }
  return [...part].slice(0, size);
}

/** Everybody who is at a random place in a random period or one near it. */
function meeting({ bench, best }: Run, random: Random): number[] {
  const { periods, places } = bench.model;
  const place = random.below(places);
  const from = random.below(periods);
  const to = from + 1 + random.below(Math.ceil(periods / 4));
  return (best?.columns ?? []).flatMap(({ learner, cells }) => {
    const isThere = cells.some((cell) => {
      const t = cell - place * periods;
      return t >= from && t < to;
    });
    return isThere ? [learner] : [];
  });
}
