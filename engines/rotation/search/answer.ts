import type { PlacePrice, RotationPlan, Unmet } from '../format/plan-format.ts';
import type { RotationProblem } from '../format/problem-format.ts';
import { scorePlan } from '../score-plan.ts';
import type { Column } from './column.ts';
import { attainable, gapOf, isProven, type Run } from './run.ts';

/** What the plan says beyond the search itself. */
export type AnswerDetails = { seconds: number; seed: string; unmet: Unmet[] };

/**
 * Writes what a search found as a plan. Its score is counted anew by the independent evaluator; a plan that breaks
 * a rule would be a defect of the search and is thrown.
 */
export function planOf(
  problem: RotationProblem,
  run: Run,
  { seconds, seed, unmet }: AnswerDetails,
): RotationPlan {
  const format = 'dualtrack/rotation-plan@1' as const;
  const nothing = { format, score: null, bound: null, gap: null, learners: [], unmet, seconds, seed };
  if (!run.best) {
    if (run.bound === -Infinity) return { ...nothing, status: 'infeasible' };
    const bound = Number.isFinite(run.bound) ? attainable(run, run.bound) : null;
    return { ...nothing, status: 'unknown', bound };
  }
  const blocks = problem.learners.map(({ id }, index) => ({ id, blocks: blocksOf(problem, run, index) }));
  const { score, learners, violations } = scorePlan(problem, { learners: blocks });
  if (violations.length) throw new Error(`rotation plan breaks a rule: ${JSON.stringify(violations[0])}`);
  const bound = isProven(run) ? score : attainable(run, run.bound);
  return {
    format,
    status: isProven(run) ? 'optimal' : 'feasible',
    score,
    bound: Number.isFinite(bound) ? bound : null,
    gap: Number.isFinite(bound) ? gapOf(score, bound) : null,
    learners: blocks.map((learner, i) => ({
      id: learner.id,
      score: learners[i]!.score,
      blocks: learner.blocks,
    })),
    unmet,
    seconds,
    seed,
    prices: placePrices(problem, run),
  };
}

function blocksOf(problem: RotationProblem, run: Run, index: number) {
  const { model } = run.bench;
  const column: Column | undefined = run.best?.columns.find(({ learner }) => learner === index);
  if (!column) throw new Error('rotation plan without a learner');
  return column.path.options.map((option, i) => {
    const unit = model.learners[index]!.units[Math.floor(option / model.sites)]!;
    return {
      unit: problem.units[unit]!.id,
      site: problem.sites[option % model.sites]!.id,
      start: column.path.starts[i]!,
    };
  });
}

/** Prices of places in the bound, in score per head, rounded to what a person can use; zero ones left out. */
function placePrices(problem: RotationProblem, run: Run): PlacePrice[] {
  return [...(run.prices?.cells ?? [])].flatMap((price, cell): PlacePrice[] => {
    const rounded = Math.round(Math.abs(price) * 1000) / 1000;
    if (rounded === 0) return [];
    const place = problem.places[Math.floor(cell / problem.periods)];
    if (!place) return [];
    const { site, unit } = place;
    return [{ site, unit, period: cell % problem.periods, kind: price > 0 ? 'max' : 'min', price: rounded }];
  });
}
