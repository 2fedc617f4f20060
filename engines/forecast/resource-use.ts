import type { ForecastPlan } from './plan.ts';
import { quarterAt, quartersBetween } from './quarter.ts';
import type { Order, ResourceUse } from './result.ts';
import { rounded } from './statistics.ts';

/** What the orders take of each resource of the plan, from the start of a class to the quarter before it is ready. */
export function resourceUse(plan: ForecastPlan, orders: readonly Order[]): ResourceUse[] {
  return (plan.resources ?? []).map(({ id, available }) => {
    const used = new Float64Array(plan.quarters);
    for (const { needs, start, ready } of orders) {
      const amount = needs.find(({ resource }) => resource === id)?.amount ?? 0;
      const to = quartersBetween(plan.start, ready);
      for (let t = quartersBetween(plan.start, start); t < to; t++) used[t]! += amount;
    }
    return {
      id,
      quarters: Array.from(used, (take, t) => {
        return { quarter: quarterAt(plan.start, t), used: rounded(take), available: available?.[t] ?? null };
      }),
    };
  });
}
