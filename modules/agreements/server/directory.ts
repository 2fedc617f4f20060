import type { AccountsTables } from '@dualtrack/accounts/server';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';

/** Whether one of these organisations is an invented example, so that papers between them are marked. */
export async function isAnyIllustrative<Tables>(
  context: TransactionContext<Tables>,
  ids: readonly string[],
): Promise<boolean> {
  // The public directory of organisations is open to every room.
  const db = context.db as unknown as Kysely<Pick<AccountsTables, 'organisation'>>;
  const rows = await db
    .selectFrom('organisation')
    .select('isIllustrative')
    .where('tenantId', 'in', [...ids])
    .execute();
  return rows.some((row) => row.isIllustrative);
}
