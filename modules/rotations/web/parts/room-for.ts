import type { PlanDetail } from '../../contract.ts';
import { isWeekWithin } from '../../week.ts';

type Plan = Pick<PlanDetail, 'calendar' | 'classStartsOn' | 'classEndsOn' | 'heldUntil'> & {
  stations: readonly Pick<PlanDetail['stations'][number], 'unitId' | 'weekPlaces'>[];
};

/** Whether each week of the plan can still be planned at the enterprise. */
function isOpen(plan: Plan): boolean[] {
  const span = { startsOn: plan.classStartsOn, endsOn: plan.classEndsOn };
  return plan.calendar.map(
    ({ weekStart, kind }) =>
      kind === 'enterprise' && isWeekWithin(weekStart, span) && weekStart > (plan.heldUntil ?? ''),
  );
}

/** How many students can have their weeks of a unit in a row at some workstation: each place is given out as early as can be. */
export function roomFor(plan: Plan, unitId: string, lengthWeeks: number): number {
  const open = isOpen(plan);
  let students = 0;
  for (const { weekPlaces } of plan.stations.filter((station) => station.unitId === unitId)) {
    const free = open.map((isFree, week) => (isFree ? (weekPlaces[week] ?? 0) : 0));
    for (let start = 0; start + lengthWeeks <= free.length; start += 1) {
      const count = Math.min(...free.slice(start, start + lengthWeeks));
      students += count;
      for (let week = start; week < start + lengthWeeks; week += 1) free[week] = (free[week] ?? 0) - count;
    }
  }
  return students;
}
