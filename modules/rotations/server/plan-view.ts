import { classOf } from '@dualtrack/order-classes/server';
import type { Role } from '@dualtrack/platform/contract';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { PlanDetail } from '../contract.ts';
import { planActions, whyNot } from '../rotation-plan.ts';
import { weekAfter } from '../week.ts';
import { awayPeriods, isAvailable, type PlanningFacts } from './build-problem.ts';
import { ownDb, planFacts } from './plan-facts.ts';

const blockColumns = [
  'id',
  'placementId',
  'studentName',
  'unitId',
  'unitName',
  'unitNameEn',
  'stationId',
  'stationName',
  'siteId',
  'siteName',
  'mentorId',
  'mentorName',
  'firstWeek',
  'weeks',
  'isPinned',
] as const;

/** One plan with its blocks as both sides see it. @throws thing.not-found */
export async function planView<Tables>(
  context: TransactionContext<Tables>,
  planId: string,
  role: Role,
): Promise<PlanDetail> {
  const { plan, base, placements, calendar, facts } = await planFacts(context, planId);
  const blocks = await ownDb(context)
    .selectFrom('rotationBlock')
    .select(blockColumns)
    .where('planId', '=', planId)
    .orderBy('studentName')
    .orderBy('firstWeek')
    .execute();
  const orderClass = await classOf(context, plan.classId);
  const {
    id,
    enterpriseId,
    classId,
    baseId,
    name,
    state,
    firstWeek,
    weeks,
    status,
    score,
    bound,
    gap,
    runId,
  } = plan;
  return {
    ...{ id, enterpriseId, classId, baseId, name, state, firstWeek, weeks, status, score, bound, gap, runId },
    home: plan.tenantId,
    className: orderClass?.name ?? '',
    baseName: base.name,
    changedAt: plan.changedAt.toISOString(),
    publishedAt: plan.publishedAt?.toISOString() ?? null,
    // Kinds were checked by the contract when they were written.
    calendar: calendar as PlanDetail['calendar'],
    blocks,
    learners: placements.map(({ id: placementId, studentName, postTitle, postTitleEn }) => ({
      placementId,
      studentName,
      postTitle,
      postTitleEn,
    })),
    stations: base.stations.map((station) => ({
      id: station.id,
      name: station.name,
      unitId: station.unitId,
      unitName: base.units.find((unit) => unit.id === station.unitId)?.name ?? '',
      siteId: station.siteId,
      siteName: station.siteName,
      places: station.places,
    })),
    // Written from the engine's own plan.
    unmet: plan.unmet as PlanDetail['unmet'],
    balance: balanceOf(facts, base.units),
    abilities: Object.fromEntries(
      planActions.map((action) => [action, whyNot(plan, { role }, action)]),
      // Every action is there, because the list of actions was mapped.
    ) as PlanDetail['abilities'],
  };
}

/** For each unit: heads × weeks that the class needs, and places × weeks there are while it is at the enterprise. */
function balanceOf(
  facts: PlanningFacts,
  units: readonly { id: string; name: string; nameEn: string; lengthWeeks: number; isRequired: boolean }[],
): PlanDetail['balance'] {
  const away = new Set(awayPeriods(facts));
  const periods = Array.from({ length: facts.weeks }, (_, period) => period).filter((one) => !away.has(one));
  return units
    .filter((unit) => unit.isRequired)
    .map((unit) => ({
      unitId: unit.id,
      unitName: unit.name,
      unitNameEn: unit.nameEn,
      headWeeks: facts.learners.length * unit.lengthWeeks,
      placeWeeks: facts.stations
        .filter((station) => station.unitId === unit.id)
        .reduce(
          (sum, station) =>
            sum +
            station.places *
              periods.filter((period) => isAvailable(station, weekAfter(facts.firstWeek, period))).length,
          0,
        ),
    }));
}
