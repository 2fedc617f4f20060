import { parseForecastPlan, runForecast, withChanges } from '@dualtrack/forecast';
import { loadSolver } from '@dualtrack/forecast/solver';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { buildPlan, quarterOf } from './build-plan.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

/** Forecasts the gap from the enterprise's own plan, keeps plan and result, so that each figure can be walked back. */
export const makeForecast = operation(contract.forecasts.make, async (ctx, input) => {
  const start = input.start ?? quarterOf(ctx.today);
  const { plan, names } = await buildPlan(ctx, { start, quarters: input.quarters });
  if (plan.occupations.length === 0) throw ctx.refuse('forecast.no-demand');
  const parsed = parseForecastPlan(plan);
  const changed = parsed.ok ? withChanges(parsed.value, input.changes) : parsed;
  if (!changed.ok) {
    const first = changed.issues[0];
    throw ctx.refuse('forecast.bad-plan', {
      count: changed.issues.length,
      first: first === undefined ? '' : `${first.pointer} ${first.code}`,
    });
  }
  const result = runForecast(changed.value, {
    runs: input.runs,
    seed: input.seed,
    solver: await loadSolver(),
  });
  const id = newId();
  await ctx.db
    .insertInto('forecastRun')
    .values({
      tenantId: ctx.tenant,
      id,
      name: input.name,
      startQuarter: start,
      quarters: input.quarters,
      plan: JSON.stringify(changed.value),
      names: JSON.stringify(names),
      result: JSON.stringify(result),
      changes: JSON.stringify(input.changes),
      madeBy: ctx.actor.personId,
      madeAt: ctx.now,
    })
    .execute();
  ctx.audit(id, { quarters: input.quarters, changes: input.changes.length });
  return { id };
});
