import type { KernelTables } from '../db/index.ts';
import { notFound } from '../errors.ts';
import {
  homeOf,
  type OperationContext,
  type OperationsOf,
  operationsOn,
  type TransactionContext,
} from '../operation/index.ts';
import { contract } from './contract.ts';

const operation = operationsOn<KernelTables>();

/**
 * The home in which a run of the caller lives: the own one, or for an enterprise also a partner school's. A partner
 * moves what an enterprise sees to the schools' homes, so that its own is asked first and by itself.
 */
async function homeOfRun(context: OperationContext<KernelTables, never>, runId: string): Promise<string> {
  const own = await context.within({ tenant: context.tenant, enterprise: null }, ({ db }) =>
    db.selectFrom('longRun').select('id').where('id', '=', runId).executeTakeFirst(),
  );
  return own === undefined ? homeOf(context, 'long_run', runId) : context.tenant;
}

/** Works where the run lives, with only what the caller may see there. */
async function besideRun<T>(
  context: OperationContext<KernelTables, never>,
  runId: string,
  work: (inner: TransactionContext<KernelTables>) => Promise<T>,
): Promise<T> {
  const home = await homeOfRun(context, runId);
  if (home === context.tenant) return context.within({ tenant: home, enterprise: null }, work);
  return context.inHome(home, work);
}

const getRun = operation(contract.get, async (ctx, input) => {
  const row = await besideRun(ctx, input.runId, ({ db }) =>
    db.selectFrom('longRun').selectAll().where('id', '=', input.runId).executeTakeFirst(),
  );
  if (row === undefined) throw notFound('run');
  const { id, kind, state, subjectId, doneSteps, totalSteps, note, result } = row;
  return {
    ...{ id, kind, state, subjectId, doneSteps, totalSteps, note, result },
    // Written by the worker in this shape.
    problem: row.problem as { code: string; params: Record<string, unknown> } | null,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  };
});

/** A run that has not begun is taken out of the queue; one that works is told to stop. */
const cancelRun = operation(contract.cancel, async (ctx, input) => {
  const changed = await besideRun(ctx, input.runId, ({ db, now }) =>
    db
      .updateTable('longRun')
      .set({ state: 'cancelled', changedAt: now })
      .where('id', '=', input.runId)
      .where('state', 'in', ['waiting', 'running'])
      .executeTakeFirst(),
  );
  if (changed.numUpdatedRows === 0n) throw ctx.refuse('run.ended');
  ctx.kernel.wake.cancelRun(input.runId);
  ctx.audit(input.runId);
  return { ok: true as const };
});

export const runOperations: OperationsOf<typeof contract> = { get: getRun, cancel: cancelRun };
