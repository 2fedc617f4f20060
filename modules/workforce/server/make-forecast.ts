import { parseForecastPlan, withChanges } from '@dualtrack/forecast';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { buildPlan, quarterOf } from './build-plan.ts';
import { keepForecast, soundPlan } from './keep-forecast.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

/** Forecasts the gap from the enterprise's own plan. */
export const makeForecast = operation(contract.forecasts.make, async (ctx, input) => {
  const start = input.start ?? quarterOf(ctx.today);
  const { plan, names } = await buildPlan(ctx, { start, quarters: input.quarters });
  if (plan.occupations.length === 0) throw ctx.refuse('forecast.no-demand');
  const sound = soundPlan(ctx, parseForecastPlan(plan), { plan, names });
  const { name, runs, seed, changes } = input;
  const id = await keepForecast(ctx, {
    ...{ name, runs, seed, changes, names },
    plan: soundPlan(ctx, withChanges(sound, changes), { plan: sound, names }),
    kind: changes.length === 0 ? 'plan' : 'what-if',
    baseId: null,
  });
  return { id };
});
