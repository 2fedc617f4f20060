import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { type Assumptions, defaultAssumptions } from '../assumptions.ts';
import { contract } from '../contract.ts';
import { ownDb } from './order-view.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

/** What the enterprise in whose home the context runs assumes of new classes. */
export async function assumptionsOf<Tables>(context: TransactionContext<Tables>): Promise<Assumptions> {
  const row = await ownDb(context).selectFrom('forecastAssumption').selectAll().executeTakeFirst();
  if (row === undefined) return defaultAssumptions;
  const { tenantId: _, ...kept } = row;
  return kept;
}

export const getAssumptions = operation(contract.assumptions.get, (ctx) => assumptionsOf(ctx));

export const putAssumptions = operation(contract.assumptions.put, async (ctx, input) => {
  const values = { ...input, needs: JSON.stringify(input.needs) };
  await ctx.db
    .insertInto('forecastAssumption')
    .values({ tenantId: ctx.tenant, ...values })
    .onConflict((conflict) => conflict.column('tenantId').doUpdateSet(values))
    .execute();
  ctx.audit(ctx.tenant);
  return { ok: true as const };
});
