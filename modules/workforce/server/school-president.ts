import { membersOf } from '@dualtrack/accounts/server';
import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { ownDb } from './order-view.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

/** The people of the school who can be named: present members of the office. */
async function candidatesOf<Tables>(context: TransactionContext<Tables>) {
  const members = await membersOf(context);
  return members
    .filter(({ role }) => role === 'school-office')
    .map(({ personId, name, title }) => ({ personId, name, title }));
}

/** Whose opinion is the president's; null until the office has named somebody. */
export async function presidentOf<Tables>(
  context: TransactionContext<Tables>,
): Promise<{ personId: string; name: string } | null> {
  const row = await ownDb(context)
    .selectFrom('schoolPresident')
    .select(['personId', 'name'])
    .where('tenantId', '=', context.tenant)
    .executeTakeFirst();
  return row ?? null;
}

export const getPresident = operation(contract.president.get, async (ctx) => ({
  named: await presidentOf(ctx),
  candidates: await candidatesOf(ctx),
}));

/** Names the president. Opinions that were given stay those of whoever gave them. */
export const namePresident = operation(contract.president.name, async (ctx, { personId }) => {
  const found = (await candidatesOf(ctx)).find((one) => one.personId === personId);
  if (found === undefined) throw ctx.refuse('president.not-in-office');
  const values = { personId, name: found.name, namedBy: ctx.actor.name, namedAt: ctx.now };
  await ctx.db
    .insertInto('schoolPresident')
    .values({ tenantId: ctx.tenant, ...values })
    .onConflict((conflict) => conflict.column('tenantId').doUpdateSet(values))
    .execute();
  ctx.audit(personId, { action: 'name-president' });
  return { ok: true as const };
});
