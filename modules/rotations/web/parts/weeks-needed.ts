import type { PlanDetail } from '../../contract.ts';

/** Weeks at the enterprise that each student needs for all required units, and weeks that the plan has. */
export function weeksNeeded(plan: PlanDetail): { needed: number; available: number; isShort: boolean } {
  const heads = Math.max(1, plan.learners.length);
  const needed = plan.balance.reduce((sum, row) => sum + row.headWeeks / heads, 0);
  const available = plan.calendar.filter((week) => week.kind === 'enterprise').length;
  return { needed, available, isShort: needed > available };
}
