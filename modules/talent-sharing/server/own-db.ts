import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';
import type { TalentTables } from './tables.ts';

/** The caller's transaction, typed with this room's tables: feeds and doors come with contexts of other rooms. */
export function ownDb<Tables>(context: TransactionContext<Tables>): Kysely<TalentTables> {
  // The same connection; only the view of its tables differs.
  return context.db as unknown as Kysely<TalentTables>;
}
