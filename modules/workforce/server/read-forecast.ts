import { explainGap, ForecastError } from '@dualtrack/forecast';
import { notFound } from '@dualtrack/platform/errors';
import { listPage, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

export const listForecasts = operation(contract.forecasts.list, async ({ db }, input) => {
  const found = await listPage(
    db
      .selectFrom('forecastRun')
      .select(['id', 'name', 'startQuarter', 'quarters', 'madeAt', 'changes', 'kind', 'baseId'])
      .where('kind', 'in', input.kind === undefined ? ['plan', 'what-if'] : [input.kind]),
    { ...input, sort: input.sort ?? '-madeAt' },
    { madeAt: 'madeAt', name: 'name' },
  );
  return {
    ...found,
    items: found.items.map(({ changes, madeAt, ...row }) => ({
      ...row,
      madeAt: madeAt.toISOString(),
      changeCount: changes.length,
    })),
  };
});

export const getForecast = operation(contract.forecasts.get, async ({ db }, input) => {
  const row = await db
    .selectFrom('forecastRun')
    .selectAll()
    .where('id', '=', input.forecastId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('forecast');
  const { id, name, startQuarter, quarters, names, result, plan, kind, baseId } = row;
  return {
    ...{ id, name, startQuarter, quarters, names, result, plan, kind, baseId },
    madeAt: row.madeAt.toISOString(),
    changeCount: row.changes.length,
  };
});

/** Walks one figure back to the parts of the plan that sum to it. */
export const explainForecast = operation(contract.forecasts.explain, async (ctx, input) => {
  const row = await ctx.db
    .selectFrom('forecastRun')
    .select(['plan', 'result'])
    .where('id', '=', input.forecastId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('forecast');
  try {
    const { gap, parts, lines } = explainGap(row.plan, row.result, input.occupation, input.quarter);
    return { gap, lines, parts: parts.map(({ kind, id, heads }) => ({ kind, id: id ?? null, heads })) };
  } catch (error) {
    if (error instanceof ForecastError) throw ctx.refuse('forecast.no-such-figure');
    throw error;
  }
});

export const removeForecast = operation(contract.forecasts.remove, async (ctx, input) => {
  await ctx.db.deleteFrom('forecastRun').where('baseId', '=', input.forecastId).execute();
  const removed = await ctx.db
    .deleteFrom('forecastRun')
    .where('id', '=', input.forecastId)
    .executeTakeFirst();
  if (removed.numDeletedRows === 0n) throw notFound('forecast');
  ctx.audit(input.forecastId);
  return { ok: true as const };
});
