import type { Block } from '../format/plan-format.ts';
import type { Learner, RotationProblem } from '../format/problem-format.ts';
import { scorePlan } from '../score-plan.ts';
import { withoutMinima } from './without-minima.ts';

/**
 * Best objective over all plans there are, null without a feasible one: for tests on tiny problems. Lists each
 * learner's programmes by trying every block in every period, and judges whole plans by the evaluator.
 */
export function bestByBruteForce(problem: RotationProblem): number | null {
  const lists = problem.learners.map((learner) => programmesOf(problem, learner));
  let best: number | null = null;
  const chosen: { id: string; blocks: Block[] }[] = [];
  const extend = (i: number): void => {
    const learner = problem.learners[i];
    if (!learner) {
      const { score, violations } = scorePlan(problem, { learners: chosen });
      if (!violations.length && (best === null || score > best)) best = score;
      return;
    }
    for (const blocks of lists[i]!) {
      chosen.push({ id: learner.id, blocks });
      if (!isOverMax(problem, chosen)) extend(i + 1);
      chosen.pop();
    }
  };
  extend(0);
  return best;
}

/** Number of plans that brute force would have to look at, at most. */
export function countPlans(problem: RotationProblem): number {
  return problem.learners.reduce((product, learner) => product * programmesOf(problem, learner).length, 1);
}

/** All sets of blocks that keep the rules of one learner, as the evaluator sees them. */
export function programmesOf(problem: RotationProblem, learner: Learner): Block[][] {
  const alone = {
    ...withoutMinima(problem),
    learners: [learner],
    pins: problem.pins.filter((pin) => pin.learner === learner.id),
    places: problem.places.map((place) => ({
      ...place,
      min: place.min.map(() => 0),
      max: place.max.map(() => learner.size),
    })),
  };
  const found: Block[][] = [];
  const wanted = Object.values(learner.take).reduce((sum, n) => sum + n, 0);
  const blocks: Block[] = [];
  const extend = (from: number): void => {
    if (blocks.length === wanted) {
      const plan = { learners: [{ id: learner.id, blocks }] };
      if (!scorePlan(alone, plan).violations.length) found.push([...blocks]);
      return;
    }
    for (let start = from; start < problem.periods; start++) {
      for (const { site, unit } of problem.places) {
        const length = problem.units.find(({ id }) => id === unit)!.length;
        if (start + length > problem.periods || !Object.hasOwn(learner.units, unit)) continue;
        blocks.push({ unit, site, start });
        extend(start + length);
        blocks.pop();
      }
    }
  };
  extend(0);
  return found;
}

/** Only a shortcut: a plan begun with too many heads somewhere cannot become feasible. */
function isOverMax(problem: RotationProblem, learners: readonly { id: string; blocks: Block[] }[]): boolean {
  const ids = new Set(learners.map(({ id }) => id));
  const partial = { ...problem, learners: problem.learners.filter(({ id }) => ids.has(id)) };
  return scorePlan(partial, { learners }).violations.some(({ code }) => code.startsWith('over-'));
}
