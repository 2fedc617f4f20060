import { expectationOf } from './gap-parts.ts';
import { modelOf } from './model.ts';
import type { ForecastPlan } from './plan.ts';

/**
 * Expected gap of one occupation in quarter `t` (index), heads, in closed form; undefined for an unknown occupation.
 * Cheap: only this occupation is calculated.
 */
export function meanGap(plan: ForecastPlan, occupation: string, t: number): number | undefined {
  const model = modelOf({ ...plan, occupations: plan.occupations.filter(({ id }) => id === occupation) });
  const found = model.occupations[0];
  if (found === undefined) return undefined;
  const { demand, stock } = expectationOf(model, found);
  return demand.mean[t]! - stock.mean[t]!;
}
