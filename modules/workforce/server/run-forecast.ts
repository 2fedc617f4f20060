import { notFound, Refusal } from '@dualtrack/platform/errors';
import { asSystem, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { type LongRunHandler, runsUnderWay } from '@dualtrack/platform/runs';
import { contract } from '../contract.ts';
import { askedShape, runKind } from './ask-forecast.ts';
import { calculateForecast } from './calculate-forecast.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

/** More scenarios of one forecast nobody compares. */
export const mostScenarios = 8;

/** The long run of a forecast. Cancelled it leaves nothing; killed it is taken up again and comes to the same figures. */
export const runForecastRun: LongRunHandler = async (run) => {
  const asked = askedShape.parse(run.input);
  const { id, plan, names, name, runs, seed, changes, kind, baseId } = asked;
  const result = await calculateForecast(
    { plan, runs, seed },
    { signal: run.signal, onProgress: ({ step, done, total }) => run.progress(done, total, { step }) },
  );
  return asSystem<WorkforceTables, { forecastId: string }>(run.kernel, run.scope.tenant, async (context) => {
    if (baseId !== null) await mayHaveScenario(context, baseId);
    await context.db
      .insertInto('forecastRun')
      .values({
        tenantId: context.tenant,
        ...{ id, name, kind, baseId },
        startQuarter: plan.start,
        quarters: plan.quarters,
        plan: JSON.stringify(plan),
        names: JSON.stringify(names),
        result: JSON.stringify(result),
        changes: JSON.stringify(changes),
        madeBy: asked.madeBy,
        madeAt: new Date(asked.madeAt),
      })
      // Killed after it was kept and before its end was written, it comes here a second time.
      .onConflict((conflict) => conflict.columns(['tenantId', 'id']).doNothing())
      .execute();
    return { forecastId: id };
  });
};

/** While a scenario was calculated its forecast may have been deleted, or others may have filled the comparison. */
async function mayHaveScenario(context: TransactionContext<WorkforceTables>, baseId: string): Promise<void> {
  const { db } = context;
  const base = await db
    .selectFrom('forecastRun')
    .select('id')
    .where('id', '=', baseId)
    .forUpdate()
    .executeTakeFirst();
  if (base === undefined) throw notFound('forecast');
  const count = await scenarioCount(context, baseId);
  if (count >= mostScenarios) throw new Refusal('scenario.too-many', 409, { most: mostScenarios });
}

/** How many scenarios of a forecast are kept. */
export async function scenarioCount(
  { db }: TransactionContext<WorkforceTables>,
  baseId: string,
): Promise<number> {
  const { count } = await db
    .selectFrom('forecastRun')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('baseId', '=', baseId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Forecasts that are being calculated, and the newest one when it failed. */
export const listForecastRuns = operation(contract.forecasts.underWay, async (ctx, { kind, baseId }) => {
  const wanted = { kind: runKind(kind), ...(baseId === undefined ? {} : { subjectId: baseId }) };
  // A partner's reads go to the schools' homes; its runs are at its own.
  const own = { tenant: ctx.tenant, enterprise: null };
  return { items: await ctx.within(own, (inner) => runsUnderWay(inner, wanted)) };
});
