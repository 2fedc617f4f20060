import type { PlanDetail } from '../../contract.ts';

/** Weeks at the enterprise that each student needs for the units, and weeks that the plan has. */
export function weeksNeeded(plan: PlanDetail): { needed: number; available: number; isShort: boolean } {
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
  const available = plan.calendar.filter((week) => week.kind === 'enterprise').length;
  return { needed, available, isShort: needed > available };
}
