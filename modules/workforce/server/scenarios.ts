import { withChanges } from '@dualtrack/forecast';
import { notFound } from '@dualtrack/platform/errors';
import { operationsOn } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import { contract, type ScenarioColumn } from '../contract.ts';
import { askForecast, soundPlan } from './ask-forecast.ts';
import { mostScenarios, scenarioCount } from './run-forecast.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

type Run = Pick<Selectable<WorkforceTables['forecastRun']>, 'id' | 'name' | 'changes' | 'madeAt' | 'result'>;

function columnOf({ id, name, changes, madeAt, result }: Run): ScenarioColumn {
  const shown = result.occupations.map((one) => ({
    id: one.id,
    quarters: one.quarters.map(({ quarter, gap, shortageProbability }) => {
      return { quarter, mean: gap.mean, p10: gap.p10, p90: gap.p90, shortageProbability };
    }),
  }));
  const quarters = Array.from({ length: result.quarters }, (_, t) =>
    result.occupations.reduce((sum, one) => sum + (one.quarters[t]?.expectedShortage ?? 0), 0),
  );
  return {
    ...{ id, name, changes },
    madeAt: madeAt.toISOString(),
    occupations: shown,
    shortage: quarters.reduce((sum, heads) => sum + heads, 0),
    peak: Math.max(...quarters),
    orders: result.orders.length,
    seats: result.orders.reduce((sum, { classSize }) => sum + classSize, 0),
  };
}

/** A forecast and the scenarios that were tried on it, oldest first. */
export const compareScenarios = operation(contract.scenarios.compare, async ({ db }, { forecastId }) => {
  const rows = await db
    .selectFrom('forecastRun')
    .select(['id', 'name', 'changes', 'madeAt', 'result'])
    .where((eb) => eb.or([eb('id', '=', forecastId), eb('baseId', '=', forecastId)]))
    .orderBy('madeAt')
    .orderBy('id')
    .execute();
  const base = rows.find((row) => row.id === forecastId);
  if (base === undefined) throw notFound('forecast');
  return { base: columnOf(base), scenarios: rows.filter((row) => row !== base).map(columnOf) };
});

/** Tries changes on the plan of a forecast, under the same seed: what did not change keeps its luck. */
export const makeScenario = operation(contract.scenarios.make, async (ctx, input) => {
  const base = await ctx.db
    .selectFrom('forecastRun')
    .select(['plan', 'names', 'result'])
    .where('id', '=', input.forecastId)
    .executeTakeFirst();
  if (base === undefined) throw notFound('forecast');
  if ((await scenarioCount(ctx, input.forecastId)) >= mostScenarios)
    throw ctx.refuse('scenario.too-many', { most: mostScenarios });
  return askForecast(ctx, {
    plan: soundPlan(ctx, withChanges(base.plan, input.changes), base),
    names: base.names,
    name: input.name,
    runs: base.result.runs,
    seed: base.result.seed,
    changes: input.changes,
    kind: 'what-if',
    baseId: input.forecastId,
  });
});
