import type { TransactionContext } from '@dualtrack/platform/operation';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { OutcomesTables } from './tables.ts';

/**
 * Which rows of a bilateral view the context may read. Queries on views get no predicate by themselves, so each
 * says it; row-level security of the tables stands behind.
 */
export function placeOf<Tables>(context: TransactionContext<Tables>, alias: string): RawBuilder<unknown> {
  const { scope } = context.transaction;
  const tenant = sql.ref(`${alias}.tenant_id`);
  const enterprise = sql.ref(`${alias}.enterprise_id`);
  if (scope.homes.length > 0) {
    const homes = `{${scope.homes.join(',')}}`;
    return sql`(${tenant} = any(${homes}::uuid[]) and ${enterprise} = ${scope.tenant})`;
  }
  if (scope.enterprise !== null) {
    return sql`(${tenant} = ${scope.tenant} and ${enterprise} = ${scope.enterprise})`;
  }
  return sql`${tenant} = ${scope.tenant}`;
}

/** The caller's transaction, typed with this room's tables: doors are called with contexts of other rooms. */
export function ownDb<Tables>(context: TransactionContext<Tables>): Kysely<OutcomesTables> {
  // The same connection; only the view of its tables differs.
  return context.db as unknown as Kysely<OutcomesTables>;
}
