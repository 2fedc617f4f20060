import { operationsOn } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { contract, type Funnel } from '../contract.ts';
import { funnelStages } from '../outcome.ts';
import { chargeOf, orderFunnels } from './funnel.ts';
import type { OutcomesTables } from './tables.ts';

const operation = operationsOn<OutcomesTables>();
/** More classes than one partnership forms in twenty years. */
const most = 2_000;

/** The funnels of all classes added up by the year in which they began, oldest first. */
export const getTrend = operation(contract.trend, async (ctx) => {
  const where = sql`c.state in ('published', 'running', 'finished') and ${chargeOf(ctx)}`;
  const { items } = await orderFunnels(ctx, where, { page: 1, size: most });
  const years = new Map<number, { year: number; classes: number; funnel: Funnel }>();
  for (const { startsOn, funnel } of items) {
    const year = Number((startsOn ?? '').slice(0, 4));
    const known = years.get(year);
    if (known === undefined) years.set(year, { year, classes: 1, funnel: { ...funnel } });
    else {
      known.classes += 1;
      for (const stage of funnelStages) known.funnel[stage] += funnel[stage];
    }
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
});
