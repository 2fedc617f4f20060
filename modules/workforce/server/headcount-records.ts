import { forecastFacts } from '@dualtrack/organisations/server';
import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract, type HeadcountRecord } from '../contract.ts';
import { ownDb } from './order-view.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

/** All records of the enterprise in whose home the context runs, oldest first. */
export async function headcountRecords<Tables>(
  context: TransactionContext<Tables>,
): Promise<HeadcountRecord[]> {
  return ownDb(context)
    .selectFrom('headcountRecord')
    .select(['occupation', 'quarter', 'headcount', 'needed', 'leavers', 'joiners'])
    .orderBy('occupation')
    .orderBy('quarter')
    .execute();
}

/** The enterprise's occupations with their names. */
async function titlesOf<Tables>(context: TransactionContext<Tables>) {
  const { titles } = await forecastFacts(context, { start: '2000-Q1', quarters: 1 });
  return titles.map(({ id, title, titleEn }) => ({ id, title, titleEn }));
}

export const getHistory = operation(contract.history.get, async (ctx) => ({
  occupations: await titlesOf(ctx),
  records: await headcountRecords(ctx),
}));

export const putHistory = operation(contract.history.put, async (ctx, input) => {
  const known = new Set((await titlesOf(ctx)).map(({ id }) => id));
  const wrong = input.records.find(({ occupation }) => !known.has(occupation));
  if (wrong !== undefined) throw ctx.refuse('history.no-such-occupation', { occupation: wrong.occupation });
  for (const { occupation, quarter, ...values } of input.records) {
    await ctx.db
      .insertInto('headcountRecord')
      .values({ tenantId: ctx.tenant, occupation, quarter, ...values })
      .onConflict((conflict) => conflict.columns(['tenantId', 'occupation', 'quarter']).doUpdateSet(values))
      .execute();
  }
  ctx.audit(ctx.tenant, { records: input.records.length });
  return { ok: true as const };
});
