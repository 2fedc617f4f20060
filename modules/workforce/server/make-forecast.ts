import { parseForecastPlan, withChanges } from '@dualtrack/forecast';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { askForecast, soundPlan } from './ask-forecast.ts';
import { buildPlan, quarterOf } from './build-plan.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

/** Forecasts the gap from the enterprise's own plan as it is now; what is not sound is refused before it starts. */
export const makeForecast = operation(contract.forecasts.make, async (ctx, input) => {
  const start = input.start ?? quarterOf(ctx.today);
  const { plan, names } = await buildPlan(ctx, { start, quarters: input.quarters });
  if (plan.occupations.length === 0) throw ctx.refuse('forecast.no-demand');
  const sound = soundPlan(ctx, parseForecastPlan(plan), { plan, names });
  const { name, runs, seed, changes } = input;
  return askForecast(ctx, {
    ...{ name, runs, seed, changes, names },
    plan: soundPlan(ctx, withChanges(sound, changes), { plan: sound, names }),
    kind: changes.length === 0 ? 'plan' : 'what-if',
    baseId: null,
  });
});
