import type { Block, RotationPlan } from '../format/plan-format.ts';
import type { RotationProblem } from '../format/problem-format.ts';
import { findLimits, type Limit } from './find-limits.ts';
import { bestChoice, takeStandpoint } from './standpoint.ts';

/**
 * Something a learner would rather have had. `gain`: by how much the learner's score would be higher with it if
 * nobody else were there, null where it cannot be had even then. `limits`: what stands against it, at least one.
 */
export type UnmetWish = { unit: string; site: string; gain: number | null; limits: Limit[] };

/** Why one learner has what they have. Scores are the learner's own, without fairness. */
export type AssignmentExplanation = {
  learner: string;
  score: number;
  /** The best programme if nobody else were there. */
  ideal: { score: number; blocks: Block[] };
  /** The best programme while everybody else stays; worth more than `score` only in a plan not proven optimal. */
  open: { score: number; blocks: Block[] };
  /** Each block of the plan with the sites that the learner scores higher for that unit. */
  blocks: (Block & { value: number; wishes: UnmetWish[] })[];
  /** Eligible units of a group taken from that are part of the ideal programme but not of the plan. */
  untaken: UnmetWish[];
};

/** Explains a learner's part of a feasible plan; null for a learner that the problem does not know. */
export function explainAssignment(
  problem: RotationProblem,
  plan: Pick<RotationPlan, 'learners' | 'prices'>,
  learnerId: string,
): AssignmentExplanation | null {
  const index = problem.learners.findIndex(({ id }) => id === learnerId);
  if (index < 0) return null;
  const standpoint = takeStandpoint(problem, plan);
  const { weights, units, sites } = problem.learners[index]!;
  const score = standpoint.plan.columns[index]!.score;
  const hostScores = new Map(problem.units.map(({ id, hostScore }) => [id, hostScore]));
  const valueAt = (unit: string, site: string): number =>
    weights.unit * (Object.hasOwn(units, unit) ? units[unit]! : 0) +
    weights.site * (Object.hasOwn(sites, site) ? sites[site]! : 0) +
    (hostScores.get(unit) ?? 0);
  const wish = (unit: string, site: string): UnmetWish => {
    const alone = bestChoice(standpoint, index, { ignoresOthers: true, forced: { unit, site } });
    const limits = findLimits(standpoint, index, { unit, site }, alone, plan.prices ?? []);
    return { unit, site, gain: alone && alone.score - score, limits };
  };
  const present = plan.learners.find(({ id }) => id === learnerId)?.blocks ?? [];
  const ordered = [...present].sort((a, b) => a.start - b.start);
  const ideal = bestChoice(standpoint, index, { ignoresOthers: true });
  const open = bestChoice(standpoint, index, { ignoresOthers: false });
  const taken = new Set(ordered.map(({ unit }) => unit));
  return {
    learner: learnerId,
    score,
    ideal: ideal ? { score: ideal.score, blocks: ideal.blocks } : { score, blocks: ordered },
    open: open ? { score: open.score, blocks: open.blocks } : { score, blocks: ordered },
    blocks: ordered.map((block) => {
      const value = valueAt(block.unit, block.site);
      const better = problem.sites.filter(({ id }) => valueAt(block.unit, id) > value);
      return { ...block, value, wishes: better.map(({ id }) => wish(block.unit, id)) };
    }),
    untaken: (ideal?.blocks ?? [])
      .filter(({ unit }) => !taken.has(unit))
      .map(({ unit, site }) => wish(unit, site)),
  };
}

/** The best programme a learner can have while everybody else stays, null without any. */
export function bestPlaces(
  problem: RotationProblem,
  plan: Pick<RotationPlan, 'learners'>,
  learnerId: string,
): { score: number; blocks: Block[] } | null {
  const index = problem.learners.findIndex(({ id }) => id === learnerId);
  const choice =
    index < 0 ? null : bestChoice(takeStandpoint(problem, plan), index, { ignoresOthers: false });
  return choice && { score: choice.score, blocks: choice.blocks };
}
