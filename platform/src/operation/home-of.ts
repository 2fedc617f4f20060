import { type RawBuilder, sql } from 'kysely';
import { notFound } from '../errors.ts';
import { isUuid } from '../ids.ts';
import type { TransactionContext } from './context.ts';

/**
 * The home of a bilateral row that the caller may see: the own one for a school, a partner school's for an
 * enterprise. @throws thing.not-found for everything else, another tenant's row included.
 */
export async function homeOf<Tables>(
  context: TransactionContext<Tables>,
  table: string,
  id: string,
): Promise<string> {
  if (!isUuid(id)) throw notFound(table);
  const { scope, db } = context.transaction;
  const place: RawBuilder<unknown> =
    scope.homes.length > 0
      ? sql`tenant_id = any(${`{${scope.homes.join(',')}}`}::uuid[]) and enterprise_id = ${scope.tenant}`
      : sql`tenant_id = ${scope.tenant}`;
  const found = await sql<{
    tenantId: string;
  }>`select tenant_id from ${sql.table(table)} where id = ${id} and ${place}`.execute(db);
  const home = found.rows[0]?.tenantId;
  if (home === undefined) throw notFound(table);
  return home;
}
