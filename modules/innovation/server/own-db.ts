import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';
import type { InnovationTables } from './tables.ts';

/** The caller's transaction, typed with this room's tables: doors and views serve contexts of any operation. */
export function ownDb<Tables>(context: TransactionContext<Tables>): Kysely<InnovationTables> {
  // The same connection; only the view of its tables differs.
  return context.db as unknown as Kysely<InnovationTables>;
}
