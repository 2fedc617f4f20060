import type { Kysely } from 'kysely';
import type { KernelTables } from '../db/index.ts';
import { newId } from '../ids.ts';
import type { Kernel, TransactionContext } from '../operation/index.ts';

/** What a handler of long work is given. */
export type LongRun = {
  kernel: Kernel;
  runId: string;
  /** Home in which the run was started, and the enterprise when it works in a school's home. */
  scope: { tenant: string; enterprise: string | null };
  startedBy: string | null;
  input: unknown;
  /** Reports progress; cheap enough to be called often (written at most a few times a second). */
  progress(done: number, total: number, note?: Record<string, unknown>): void;
  /** Aborted when somebody cancels the run or the server stops. */
  signal: AbortSignal;
};

/** Does long work and returns its result (JSON). A Refusal becomes the run's problem; it is not tried again. */
export type LongRunHandler = (run: LongRun) => Promise<unknown>;

/** Starts long work in the caller's transaction: it begins after the commit, or never. Returns the run's id. */
export async function startRun<Tables>(
  context: TransactionContext<Tables>,
  given: { kind: string; input: unknown; subjectId?: string; startedBy?: string | null },
): Promise<string> {
  // The same connection, typed with the kernel's own tables.
  const db = context.db as unknown as Kysely<KernelTables>;
  const id = newId();
  const enterpriseId = context.transaction.scope.enterprise;
  await db
    .insertInto('longRun')
    .values({
      tenantId: context.tenant,
      id,
      enterpriseId,
      kind: given.kind,
      state: 'waiting',
      subjectId: given.subjectId ?? null,
      input: JSON.stringify(given.input ?? null),
      doneSteps: 0,
      totalSteps: 0,
      note: null,
      result: null,
      problem: null,
      startedBy: given.startedBy ?? null,
      createdAt: context.now,
      changedAt: context.now,
    })
    .execute();
  await db
    .insertInto('runQueue')
    .values({ runId: id, tenantId: context.tenant, enterpriseId, worker: null, claimedAt: null })
    .execute();
  context.kernel.wake.runs();
  return id;
}
