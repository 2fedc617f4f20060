import type { TransactionContext } from '@dualtrack/platform/operation';
import {
  parseRotationProblem,
  type RotationPlan,
  type RotationProblem,
  scorePlan,
} from '@dualtrack/rotation';
import { daysBetween } from '../week.ts';
import { placeOf } from './build-problem.ts';
import { type LearnerGroup, membersOf } from './group-learners.ts';
import { groupedProblem } from './grouped-problem.ts';
import { wholeBlocks } from './held-blocks.ts';
import { ownDb, planFacts } from './plan-facts.ts';
import { unitInSearch } from './rest-blocks.ts';

type Facts = Awaited<ReturnType<typeof planFacts>>;
type Learners = Pick<RotationPlan, 'learners'>;

/** A stored plan as the engine sees it, its groups as one learner each. */
type Standing = {
  known: Facts;
  problem: RotationProblem;
  plan: Learners;
  groups: LearnerGroup[];
  /** The learner of the problem that stands for a student: the own group, or oneself. */
  learnerOf(placementId: string): string;
};

/**
 * A stored plan as the engine sees it; undefined where its problem is not sound. Of the kept blocks only those that have
 * begun bind. A group that was parted is not one learner: its members count by themselves.
 */
export async function standingPlan<Tables>(
  context: TransactionContext<Tables>,
  planId: string,
): Promise<Standing | undefined> {
  const known = await planFacts(context, planId);
  const { facts } = known;
  const rows = await ownDb(context)
    .selectFrom('rotationBlock')
    .select(['id', 'placementId', 'unitId', 'stationId', 'firstWeek', 'weeks', 'isRest'])
    .where('planId', '=', planId)
    .execute();
  const begun = new Set(facts.pins.flatMap(({ id, isBegun }) => (isBegun ? [id] : [])));
  const blocks = [...wholeBlocks(rows), ...rows.filter((one) => one.isRest)].flatMap((block) => {
    const station = facts.stations.find((one) => one.id === block.stationId);
    // What is made up for right now is no block of the problem, but time that its student does not have.
    const isUnderWay = block.isRest && begun.has(block.id);
    if (station === undefined || isUnderWay) return [];
    const start = daysBetween(known.plan.firstWeek, block.firstWeek) / 7;
    const { placementId } = block;
    return [{ placementId, block: { unit: unitInSearch(block), site: placeOf(station), start } }];
  });
  const blocksOf = (id: string) => blocks.flatMap((one) => (one.placementId === id ? [one.block] : []));
  const programmeOf = (id: string) =>
    JSON.stringify(blocksOf(id).sort((one, other) => one.start - other.start));
  const binding = { ...facts, pins: facts.pins.filter((pin) => pin.isBegun) };
  const { problem, groups } = groupedProblem(
    binding,
    ({ members }) => new Set(members.map(programmeOf)).size === 1,
  );
  const parsed = parseRotationProblem(problem);
  if (!parsed.ok) return undefined;
  const learners = parsed.problem.learners.map(({ id }) => ({
    ...{ id, score: 0 },
    blocks: blocksOf(membersOf(id, groups)[0] ?? id),
  }));
  return {
    ...{ known, problem: parsed.problem, plan: { learners }, groups },
    learnerOf: (id) => groups.find((group) => group.members.includes(id))?.id ?? id,
  };
}

/** After a change by hand: the plan's points by the rules alone, against the bound that the search proved. */
export async function rescore<Tables>(context: TransactionContext<Tables>, planId: string): Promise<void> {
  const standing = await standingPlan(context, planId);
  if (standing === undefined) return;
  const { score, learners } = scorePlan(standing.problem, standing.plan);
  const { bound, standing: before } = standing.known.plan;
  const isBelow = bound !== null && score <= bound + 1e-6;
  const gap = isBelow && bound !== null ? Math.max(0, (bound - score) / (Math.abs(bound) || 1)) : null;
  await ownDb(context)
    .updateTable('rotationPlan')
    .set({
      ...{ score, gap, bound: isBelow ? bound : null, changedAt: context.now },
      status: gap === 0 ? 'optimal' : 'feasible',
      standing: JSON.stringify(
        before.map((one) => ({
          ...one,
          score:
            learners.find((learner) => learner.id === standing.learnerOf(one.placementId))?.score ??
            one.score,
        })),
      ),
    })
    .where('id', '=', planId)
    .execute();
}
