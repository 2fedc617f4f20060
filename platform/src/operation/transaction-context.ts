import type { Kysely } from 'kysely';
import { dayOf } from '../clock.ts';
import { type KernelTables, type Scope, type ScopedTransaction, transact } from '../db/index.ts';
import { newId } from '../ids.ts';
import type { TransactionContext } from './context.ts';
import type { Kernel } from './kernel.ts';

/** Dresses a running transaction with what operations, reactions and jobs need. */
export function transactionContext<Tables>(
  kernel: Kernel,
  transaction: ScopedTransaction,
  now: Date,
): TransactionContext<Tables> {
  // The connection is the same; a module sees its own tables and the kernel's only.
  const db = transaction.db as unknown as Kysely<Tables & KernelTables>;
  const kernelDb = transaction.db as unknown as Kysely<KernelTables>; // as above, narrowed to the kernel's
  return {
    db,
    tenant: transaction.scope.tenant,
    now,
    today: dayOf(now, kernel.config.timeZone),
    kernel,
    transaction,
    async emit(name, payload) {
      await kernelDb
        .insertInto('outboxEvent')
        .values({
          id: newId(),
          tenantId: transaction.scope.tenant,
          name,
          payload: JSON.stringify(payload),
          at: now,
          nextAt: now,
          lastError: null,
          doneAt: null,
        })
        .execute();
      kernel.wake.outbox();
    },
    within: (scope, work) =>
      transaction.within({ ...scope, homes: [] }, (inner) =>
        work(transactionContext<Tables>(kernel, inner, now)),
      ),
  };
}

/**
 * Runs work of the platform itself (reactions, jobs, first-start loading) in one home, without an actor.
 * Never reachable from a request: requests go through operations.
 */
export async function asSystem<Tables, T>(
  kernel: Kernel,
  scope: Scope | string,
  work: (context: TransactionContext<Tables>) => Promise<T>,
  now: Date = kernel.clock.now(),
): Promise<T> {
  const whole = typeof scope === 'string' ? { tenant: scope, enterprise: null, homes: [] } : scope;
  return transact(kernel.pool, whole, (transaction) =>
    work(transactionContext<Tables>(kernel, transaction, now)),
  );
}
