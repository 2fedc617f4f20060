import { type Pool, type ScopedTransaction, transactIdentity, withIdentity } from '@dualtrack/platform/db';
import type { Kysely } from 'kysely';
import type { IdentityTables } from './tables.ts';

export type IdentityDb = Kysely<IdentityTables>;

/** Runs work on persons, passwords and sessions in an own transaction. */
export function identity<T>(pool: Pool, work: (db: IdentityDb) => Promise<T>): Promise<T> {
  // The same connection, typed with the identity tables that it now sees.
  return transactIdentity(pool, (db) => work(db as unknown as IdentityDb));
}

/** Runs work on persons within a transaction of a home, so that both are kept or neither. */
export function identityWithin<T>(
  transaction: ScopedTransaction,
  work: (db: IdentityDb) => Promise<T>,
): Promise<T> {
  // The same connection, typed with the identity tables that it now sees.
  return withIdentity(transaction, (db) => work(db as unknown as IdentityDb));
}
