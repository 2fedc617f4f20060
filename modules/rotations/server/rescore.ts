import type { TransactionContext } from '@dualtrack/platform/operation';
import {
  parseRotationProblem,
  type RotationPlan,
  type RotationProblem,
  scorePlan,
} from '@dualtrack/rotation';
import { daysBetween } from '../week.ts';
import { buildProblem, placeOf } from './build-problem.ts';
import { wholeBlocks } from './held-blocks.ts';
import { ownDb, planFacts } from './plan-facts.ts';
import { unitInSearch } from './rest-blocks.ts';

type Facts = Awaited<ReturnType<typeof planFacts>>;
type Learners = Pick<RotationPlan, 'learners'>;

/** A stored plan as the engine sees it; undefined where its problem is not sound. Of the kept blocks only those that have begun bind. */
export async function standingPlan<Tables>(
  context: TransactionContext<Tables>,
  planId: string,
): Promise<{ known: Facts; problem: RotationProblem; plan: Learners } | undefined> {
  const known = await planFacts(context, planId);
  const parsed = parseRotationProblem(
    buildProblem({ ...known.facts, pins: known.facts.pins.filter((pin) => pin.isBegun) }),
  );
  if (!parsed.ok) return undefined;
  const blocks = await ownDb(context)
    .selectFrom('rotationBlock')
    .select(['id', 'placementId', 'unitId', 'stationId', 'firstWeek', 'weeks', 'isRest'])
    .where('planId', '=', planId)
    .execute();
  const begun = new Set(known.facts.pins.flatMap(({ id, isBegun }) => (isBegun ? [id] : [])));
  const learners = parsed.problem.learners.map(({ id }) => ({
    id,
    score: 0,
    blocks: [...wholeBlocks(blocks), ...blocks.filter((one) => one.isRest)].flatMap((block) => {
      const station = known.facts.stations.find((one) => one.id === block.stationId);
      // What is made up for right now is no block of the problem, but time that its student does not have.
      const isUnderWay = block.isRest && begun.has(block.id);
      if (block.placementId !== id || station === undefined || isUnderWay) return [];
      const start = daysBetween(known.plan.firstWeek, block.firstWeek) / 7;
      return [{ unit: unitInSearch(block), site: placeOf(station), start }];
    }),
  }));
  return { known, problem: parsed.problem, plan: { learners } };
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
          score: learners.find((learner) => learner.id === one.placementId)?.score ?? one.score,
        })),
      ),
    })
    .where('id', '=', planId)
    .execute();
}
