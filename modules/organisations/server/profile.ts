import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { contract } from '../contract.ts';
import { organisationProfile } from './profile-doors.ts';
import { versionOf } from './records/record-rows.ts';
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
  return { ...profile, version: versionOf(changeable(profile)), counts };
}

/** What a person may change of a profile. */
function changeable(profile: Changeable): Changeable {
  const { legalRepresentative, address, industrySection, schoolLevel } = profile;
  return { legalRepresentative, address, industrySection, schoolLevel, profile: profile.profile };
}
type Changeable = {
  legalRepresentative: string;
  address: string;
  industrySection: string | null;
  schoolLevel: string | null;
  profile: string;
};

export const getProfile = operation(contract.profile.get, view);

/** Changes the own profile if it still is as the person saw it; of two editors at once the second is told. */
export const updateProfile = operation(contract.profile.update, async (ctx, { version, ...input }) => {
  await ctx.db
    .insertInto('organisationProfile')
    .values({
      tenantId: ctx.tenant,
      ...{ legalRepresentative: '', address: '', industrySection: null, schoolLevel: null, profile: '' },
      source: 'form',
      changedAt: ctx.now,
    })
    .onConflict((conflict) => conflict.column('tenantId').doNothing())
    .execute();
  await ctx.db.selectFrom('organisationProfile').select('tenantId').forUpdate().execute();
  const before = await organisationProfile(ctx);
  if (versionOf(changeable(before)) !== version) throw ctx.refuse('record.changed');
  await ctx.db
    .updateTable('organisationProfile')
    .set({ ...input, source: 'form', changedAt: ctx.now })
    .execute();
  ctx.audit(ctx.tenant);
  return view(ctx);
});
