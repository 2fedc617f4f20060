import type { MovablePlan, MovedBlock, MoveFlaw } from './check-move.ts';
import { weeksOfLeast } from './plan-rules.ts';
import { isWeekWithin, weekAfter } from './week.ts';

/** Weeks of a plan as rules count them: whether the class is at the enterprise, and from which on they can be planned. */
export function planWeeks(
  plan: Pick<MovablePlan, 'firstWeek' | 'weeks' | 'calendar' | 'classStartsOn' | 'classEndsOn' | 'heldUntil'>,
): { firstWeek: string; open: boolean[]; ahead: number } {
  const kinds = new Map(plan.calendar.map((week) => [week.weekStart, week.kind]));
  const span = { startsOn: plan.classStartsOn, endsOn: plan.classEndsOn };
  const mondays = Array.from({ length: plan.weeks }, (_, week) => weekAfter(plan.firstWeek, week));
  return {
    firstWeek: plan.firstWeek,
    open: mondays.map((one) => (kinds.get(one) ?? 'enterprise') === 'enterprise' && isWeekWithin(one, span)),
    ahead: mondays.filter((one) => one <= (plan.heldUntil ?? '')).length,
  };
}

/** Whether a block stands before a unit that it has to come after, or after one that has to come after it. */
export function orderFlaw(plan: MovablePlan, block: MovedBlock, others: readonly MovedBlock[]): MoveFlaw[] {
  const afterOf = (unitId: string) => plan.balance.find((one) => one.unitId === unitId)?.after ?? [];
  const own = others.filter((one) => one.placementId === block.placementId && one.unitId !== block.unitId);
  const isWrong = (one: MovedBlock) =>
    (afterOf(block.unitId).includes(one.unitId) && one.firstWeek > block.firstWeek) ||
    (afterOf(one.unitId).includes(block.unitId) && one.firstWeek < block.firstWeek);
  // A block that is several rows begins with the first of them.
  const first = own.filter((one) =>
    own.every((two) => two.unitId !== one.unitId || two.firstWeek >= one.firstWeek),
  );
  const found = first.find(isWrong);
  return found === undefined ? [] : [{ code: 'order', week: found.firstWeek }];
}

/** Whether a student has more units at the site of a block than the plan allows, and more than before. */
export function siteFlaw(
  plan: MovablePlan,
  before: MovedBlock,
  block: MovedBlock,
  others: readonly MovedBlock[],
): MoveFlaw[] {
  const siteOf = (one: MovedBlock) => plan.stations.find((station) => station.id === one.stationId)?.siteId;
  const site = siteOf(block);
  const most = plan.rules.siteLimits.find((rule) => rule.siteId === site)?.most;
  if (most === undefined || siteOf(before) === site) return [];
  const units = new Set(
    [...others, block]
      .filter((one) => one.placementId === block.placementId && siteOf(one) === site)
      .map((one) => one.unitId),
  );
  return units.size > most ? [{ code: 'site-limit', week: block.firstWeek }] : [];
}

/** Whether a change leaves fewer than the least heads somewhere, and fewer than there were. */
export function leastFlaw(
  plan: MovablePlan,
  before: readonly MovedBlock[],
  after: readonly MovedBlock[],
): MoveFlaw[] {
  const weeks = planWeeks(plan);
  for (const rule of plan.rules.least) {
    const stations = new Set(
      plan.stations
        .filter((one) => one.unitId === rule.unitId && one.siteId === rule.siteId)
        .map((one) => one.id),
    );
    const headsIn = (blocks: readonly MovedBlock[], monday: string) =>
      blocks.filter(
        (one) =>
          stations.has(one.stationId) &&
          one.firstWeek <= monday &&
          weekAfter(one.firstWeek, one.weeks) > monday,
      ).length;
    for (const at of weeksOfLeast(rule, weeks)) {
      const monday = weekAfter(plan.firstWeek, at);
      const heads = headsIn(after, monday);
      if (heads < rule.heads && heads < headsIn(before, monday)) return [{ code: 'least', week: monday }];
    }
  }
  return [];
}
