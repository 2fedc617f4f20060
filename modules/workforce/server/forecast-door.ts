import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';
import type { WorkforceTables } from './tables.ts';

/** Door: name and first quarter of a forecast that the context sees; undefined when there is none. */
export async function forecastOf<Tables>(context: TransactionContext<Tables>, forecastId: string) {
  // The same connection; only the view of its tables differs.
  const db = context.db as unknown as Kysely<WorkforceTables>;
  return db
    .selectFrom('forecastRun')
    .select(['id', 'name', 'startQuarter'])
    .where('id', '=', forecastId)
    .executeTakeFirst();
}
