import type { Change, ForecastPlan, Parsed } from '@dualtrack/forecast';
import { newId } from '@dualtrack/platform/ids';
import type { OperationContext } from '@dualtrack/platform/operation';
import type { ForecastNames } from '../contract.ts';
import { calculateForecast } from './calculate-forecast.ts';
import { faultWords } from './fault-words.ts';
import type { WorkforceTables } from './tables.ts';

/** A forecast to be calculated and kept. */
export type NewForecast = {
  plan: ForecastPlan;
  names: ForecastNames;
  name: string;
  runs: number;
  seed: string;
  changes: Change[];
  kind: 'plan' | 'what-if' | 'back-test';
  baseId: string | null;
};

/** Calculates a forecast and keeps it with its plan, so that each figure can be walked back; answers its id. */
export async function keepForecast<Codes extends string>(
  ctx: OperationContext<WorkforceTables, Codes>,
  { plan, names, name, runs, seed, changes, kind, baseId }: NewForecast,
): Promise<string> {
  const result = await calculateForecast({ plan, runs, seed });
  const id = newId();
  await ctx.db
    .insertInto('forecastRun')
    .values({
      tenantId: ctx.tenant,
      id,
      name,
      startQuarter: plan.start,
      quarters: plan.quarters,
      plan: JSON.stringify(plan),
      names: JSON.stringify(names),
      result: JSON.stringify(result),
      changes: JSON.stringify(changes),
      madeBy: ctx.actor.personId,
      madeAt: ctx.now,
      kind,
      baseId,
    })
    .execute();
  ctx.audit(id, { kind, quarters: plan.quarters, changes: changes.length });
  return id;
}

/** The plan that was parsed or changed. @throws forecast.bad-plan with everything that is wrong, in words with its place */
export function soundPlan(
  ctx: Pick<OperationContext<WorkforceTables, 'forecast.bad-plan'>, 'refuse' | 'locale'>,
  parsed: Parsed<ForecastPlan>,
  given: { plan: ForecastPlan; names: ForecastNames },
): ForecastPlan {
  if (parsed.ok) return parsed.value;
  throw ctx.refuse('forecast.bad-plan', {
    count: parsed.issues.length,
    list: faultWords(ctx.locale, given.plan, given.names, parsed.issues),
  });
}
