import type { PlanDetail } from '../../contract.ts';
import { isWeekWithin } from '../../week.ts';

type WeeksNeeded = {
  needed: number;
  available: number;
  isShort: boolean;
  /** Weeks of the plan in which its class does not run. */
  outside: number;
};

/** Weeks at the enterprise that each student needs for the units, and weeks that the plan has. */
export function weeksNeeded(plan: PlanDetail): WeeksNeeded {
  const lengths = (isRequired: boolean) =>
    plan.balance
      .filter((unit) => unit.isRequired === isRequired)
      .map((unit) => unit.lengthWeeks)
      .sort((left, right) => left - right);
  // Of the optional units the shortest, since nobody knows yet who takes which.
  const needed = [...lengths(true), ...lengths(false).slice(0, plan.electives)].reduce(
    (sum, length) => sum + length,
    0,
  );
  const span = { startsOn: plan.classStartsOn, endsOn: plan.classEndsOn };
  const inside = plan.calendar.filter((week) => isWeekWithin(week.weekStart, span));
  const available = inside.filter((week) => week.kind === 'enterprise').length;
  return { needed, available, isShort: needed > available, outside: plan.calendar.length - inside.length };
}
