import type { KernelTables } from '../db/index.ts';
import { notFound } from '../errors.ts';
import { homeOf, type OperationsOf, operationsOn } from '../operation/index.ts';
import { contract } from './contract.ts';

const operation = operationsOn<KernelTables>();

const getRun = operation(contract.get, async ({ db }, input) => {
  const row = await db.selectFrom('longRun').selectAll().where('id', '=', input.runId).executeTakeFirst();
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
  const home = await homeOf(ctx, 'long_run', input.runId);
  return ctx.inHome(home, async ({ db, now, kernel }) => {
    const changed = await db
      .updateTable('longRun')
      .set({ state: 'cancelled', changedAt: now })
      .where('id', '=', input.runId)
      .where('state', 'in', ['waiting', 'running'])
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw ctx.refuse('run.ended');
    kernel.wake.cancelRun(input.runId);
    ctx.audit(input.runId);
    return { ok: true as const };
  });
});

export const runOperations: OperationsOf<typeof contract> = { get: getRun, cancel: cancelRun };
