import type { AccountsTables } from '@dualtrack/accounts/server';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import { regionGrant } from '../region-grant.ts';

/** The region code with which the organisation is registered in whose home the context runs. */
export async function ownRegionCode<Tables>(context: TransactionContext<Tables>): Promise<string | null> {
  // The public directory of organisations is open to every room.
  const db = context.db as unknown as Kysely<Pick<AccountsTables, 'organisation'>>;
  const own = await db
    .selectFrom('organisation')
    .select('regionCode')
    .where('tenantId', '=', context.tenant)
    .executeTakeFirst();
  return own?.regionCode ?? null;
}

/** The region it answers for. Whoever registers an organisation writes its code; the organisation itself cannot. */
export async function ownRegion<Tables>(context: TransactionContext<Tables>): Promise<string | null> {
  return regionGrant(await ownRegionCode(context));
}

/** Whether the school of a report lies in the region; the same rule as `isInRegion`, for the database. */
export function schoolInRegion(
  region: string | null,
  table: 'compliance_report' | 'compliance_report_day' = 'compliance_report',
): Expression<SqlBool> {
  if (region === null) return sql<SqlBool>`false`;
  if (region === '') return sql<SqlBool>`true`;
  return sql<SqlBool>`exists (select from organisation o
    where o.tenant_id = ${sql.table(table)}.tenant_id and starts_with(o.region_code, ${region}))`;
}
