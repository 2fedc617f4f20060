import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { contract } from '../contract.ts';
import { organisationProfile } from './profile-doors.ts';
import type { OrganisationsTables } from './tables.ts';

const operation = operationsOn<OrganisationsTables>();

async function view<Tables>(context: TransactionContext<Tables>) {
  const profile = await organisationProfile(context);
  const tables =
    profile.kind === 'school'
      ? ['programme', 'teacher', 'cohort', 'student']
      : ['site', 'post', 'project', 'workstation', 'staff'];
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await sql<{
      count: number;
    }>`select count(*) as count from ${sql.table(table)} where tenant_id = ${context.tenant}`.execute(
      context.transaction.plain,
    );
    counts[table] = rows[0]?.count ?? 0;
  }
  return { ...profile, counts };
}

export const getProfile = operation(contract.profile.get, view);

export const updateProfile = operation(contract.profile.update, async (ctx, input) => {
  const values = { ...input, source: 'form', changedAt: ctx.now };
  await ctx.db
    .insertInto('organisationProfile')
    .values({ tenantId: ctx.tenant, schoolLevel: null, ...values })
    .onConflict((conflict) => conflict.column('tenantId').doUpdateSet(values))
    .execute();
  ctx.audit(ctx.tenant);
  return view(ctx);
});
