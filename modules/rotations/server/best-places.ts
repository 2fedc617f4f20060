import { newId, noId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { bestPlaces, scorePlan } from '@dualtrack/rotation';
import { contract } from '../contract.ts';
import { weekAfter } from '../week.ts';
import { assignStations } from './assign-stations.ts';
import { siteOfPlace } from './build-problem.ts';
import { membersOf } from './group-learners.ts';
import { lockPlan } from './lock-plan.ts';
import { ownDb } from './plan-facts.ts';
import { rescore, standingPlan } from './rescore.ts';
import { readUnitInSearch } from './rest-blocks.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();

/** The best whole programme of one student while everybody else stays: one search of one learner, well under a second. */
export const findBest = operation(contract.change.best, async (ctx, input) => {
  const { planId, placementId } = input;
  const home = await homeOf(ctx, 'rotation_plan', planId);
  return ctx.inHome(home, async (inner) => {
    const found = await bestOf(inner, planId, placementId);
    if (found === null) return { score: null, best: null, places: [] };
    const { known, score, best } = found;
    return {
      score,
      best: best.score,
      places: best.blocks
        .sort((left, right) => left.start - right.start)
        .map((block) => {
          const { unitId, restWeeks } = readUnitInSearch(block.unit);
          const unit = known.base.units.find((one) => one.id === unitId);
          const site = known.base.stations.find((one) => one.siteId === siteOfPlace(block.site));
          return {
            ...{
              unitId,
              isRest: restWeeks !== null,
              unitName: unit?.name ?? '',
              unitNameEn: unit?.nameEn ?? '',
            },
            ...{ siteName: site?.siteName ?? '', siteNameEn: site?.siteNameEn ?? '' },
            firstWeek: weekAfter(known.plan.firstWeek, block.start),
            weeks: restWeeks ?? unit?.lengthWeeks ?? 1,
          };
        }),
    };
  });
});

async function bestOf<Tables>(context: TransactionContext<Tables>, planId: string, placementId: string) {
  const standing = await standingPlan(context, planId);
  if (standing === undefined) return null;
  const { known, problem, plan, groups, learnerOf } = standing;
  const id = learnerOf(placementId);
  const best = bestPlaces(problem, plan, id);
  if (best === null) return null;
  const own = scorePlan(problem, plan).learners.find((learner) => learner.id === id);
  // Who is in a group goes with it.
  return { known, plan, best, score: own?.score ?? null, together: [...membersOf(id, groups)] };
}

/** Gives one student the best places that are free; noId else moves. */
export const takeBest = operation(contract.change.takeBest, async (ctx, input) => {
  const { planId, placementId } = input;
  const home = await homeOf(ctx, 'rotation_plan', planId);
  return ctx.inHome(home, async (inner) => {
    const locked = await lockPlan(ctx, inner, planId, 'pin');
    const found = await bestOf(inner, planId, placementId);
    if (found === null) throw ctx.refuse('plan.no-places');
    const { known, best, together } = found;
    const db = ownDb(inner);
    const begun = known.facts.pins.flatMap((pin) => (pin.isBegun && pin.id !== undefined ? [pin.id] : []));
    const others = await db
      .selectFrom('rotationBlock')
      .select(['stationId', 'mentorId', 'firstWeek', 'weeks'])
      .where('planId', '=', planId)
      .where('placementId', 'not in', together)
      .where('id', 'not in', [...begun, noId])
      .execute();
    const blocks = assignStations(
      { learners: together.map((id) => ({ id, score: best.score, blocks: best.blocks })) },
      known.facts,
      others,
    );
    await db
      .deleteFrom('rotationBlock')
      .where('planId', '=', planId)
      .where('placementId', 'in', together)
      .where('id', 'not in', [...begun, noId])
      .execute();
    for (const block of blocks) {
      const { placementId } = block;
      const placement = known.placements.find((one) => one.id === placementId);
      if (placement === undefined) throw new Error('a block names somebody who is not in the class');
      const unit = known.base.units.find((one) => one.id === block.unitId);
      const station = known.base.stations.find((one) => one.id === block.stationId);
      const mentor = known.base.mentors.find((one) => one.id === block.mentorId);
      await db
        .insertInto('rotationBlock')
        .values({
          ...{ tenantId: inner.tenant, enterpriseId: locked.enterpriseId, id: newId(), planId, placementId },
          ...{ studentId: placement.studentId, studentName: placement.studentName, unitId: block.unitId },
          ...{ unitName: unit?.name ?? '', unitNameEn: unit?.nameEn ?? '', stationId: block.stationId },
          ...{
            stationName: station?.name ?? '',
            stationNameEn: station?.nameEn ?? '',
            siteId: station?.siteId ?? '',
            siteName: station?.siteName ?? '',
            siteNameEn: station?.siteNameEn ?? '',
          },
          ...{ mentorId: mentor?.id ?? null, mentorName: mentor?.name ?? '' },
          ...{ firstWeek: weekAfter(known.plan.firstWeek, block.start), weeks: block.weeks },
          ...{ isPinned: false, isRest: block.isRest, reason: null, shift: null },
        })
        .execute();
    }
    await rescore(inner, planId);
    ctx.audit(planId, { action: 'best-places' });
    return { ok: true as const };
  });
});
