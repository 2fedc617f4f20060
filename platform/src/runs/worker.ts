import { type Kysely, sql } from 'kysely';
import type { KernelTables } from '../db/index.ts';
import { Refusal } from '../errors.ts';
import { newId } from '../ids.ts';
import { asSystem, type Kernel } from '../operation/index.ts';
import type { LongRunHandler } from './long-run.ts';

export type RunWorker = {
  wake(): void;
  cancel(runId: string): void;
  idle(): Promise<void>;
  stop(): Promise<void>;
};

type Claimed = { runId: string; scope: { tenant: string; enterprise: string | null; homes: string[] } };

const progressEveryMilliseconds = 250;

/**
 * Works through the queue of long runs, one at a time in this process. What a killed process left behind is taken
 * up again from its beginning at the next start: handlers keep nothing until their last transaction.
 */
export function startRunWorker(
  kernel: Kernel,
  handlers: Readonly<Record<string, LongRunHandler>>,
): RunWorker {
  const worker = newId();
  const controllers = new Map<string, AbortController>();
  let stopped = false;
  let again = false;
  let running: Promise<void> | undefined;
  const timer = setInterval(() => wake(), 5_000);
  timer.unref();

  function wake(): void {
    if (stopped) return;
    again = true;
    running ??= drain().finally(() => {
      running = undefined;
    });
  }

  async function drain(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    while (again && !stopped) {
      again = false;
      try {
        for (let next = await claim(kernel, worker); next !== undefined; next = await claim(kernel, worker)) {
          const controller = new AbortController();
          controllers.set(next.runId, controller);
          await work(kernel, handlers, next, controller.signal, () => stopped);
          controllers.delete(next.runId);
          if (stopped) return;
        }
      } catch (error) {
        kernel.log.error({ err: error }, 'long runs');
      }
    }
  }

  void kernel.pool.raw
    .query('update run_queue set worker = null, claimed_at = null')
    .then(wake, (error: unknown) => kernel.log.error({ err: error }, 'long runs'));
  return {
    wake,
    cancel: (runId) => controllers.get(runId)?.abort(),
    async idle() {
      wake();
      while (running !== undefined) await running;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      for (const controller of controllers.values()) controller.abort();
      await running;
    },
  };
}

async function claim(kernel: Kernel, worker: string): Promise<Claimed | undefined> {
  const { rows } = await kernel.pool.raw.query<{
    run_id: string;
    tenant_id: string;
    enterprise_id: string | null;
  }>(
    `update run_queue set worker = $1, claimed_at = $2
     where run_id = (select run_id from run_queue where worker is null order by run_id limit 1 for update skip locked)
     returning run_id, tenant_id, enterprise_id`,
    [worker, kernel.clock.now()],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    runId: row.run_id,
    scope: { tenant: row.tenant_id, enterprise: row.enterprise_id, homes: [] },
  };
}

async function work(
  kernel: Kernel,
  handlers: Readonly<Record<string, LongRunHandler>>,
  { runId, scope }: Claimed,
  signal: AbortSignal,
  isStopping: () => boolean,
): Promise<void> {
  const store = <T>(use: (db: Kysely<KernelTables>) => Promise<T>) =>
    asSystem<KernelTables, T>(kernel, scope, ({ db }) => use(db));
  const run = await store((db) =>
    db.selectFrom('longRun').selectAll().where('id', '=', runId).executeTakeFirst(),
  );
  const handler = run === undefined ? undefined : handlers[run.kind];
  if (run === undefined || run.state === 'cancelled' || handler === undefined) {
    await leaveQueue(kernel, runId);
    return;
  }
  const set = (values: Record<string, unknown>) =>
    store((db) =>
      db
        .updateTable('longRun')
        .set({ ...values, changedAt: kernel.clock.now() })
        .where('id', '=', runId)
        .where('state', '!=', 'cancelled')
        .execute(),
    );
  await set({ state: 'running' });
  const reporter = progressReporter(set);
  try {
    const result = await handler({
      kernel,
      runId,
      scope: { tenant: scope.tenant, enterprise: scope.enterprise },
      startedBy: run.startedBy,
      input: run.input,
      progress: reporter.report,
      signal,
    });
    await reporter.end();
    await set({ state: 'done', result: JSON.stringify(result ?? null) });
  } catch (error) {
    await reporter.end();
    if (isStopping()) return; // stays in the queue for the next start
    await set({
      state: signal.aborted ? 'cancelled' : 'failed',
      problem: JSON.stringify(problemOf(kernel, error)),
    });
  }
  await leaveQueue(kernel, runId);
}

function progressReporter(set: (values: Record<string, unknown>) => Promise<unknown>) {
  let last = 0;
  let pending: Promise<unknown> = Promise.resolve();
  return {
    report(done: number, total: number, note?: Record<string, unknown>): void {
      const moment = performance.now();
      if (moment - last < progressEveryMilliseconds && done < total) return;
      last = moment;
      pending = pending
        .then(() =>
          set({
            doneSteps: done,
            totalSteps: total,
            ...(note === undefined ? {} : { note: JSON.stringify(note) }),
          }),
        )
        .catch(() => undefined);
    },
    end: () => pending,
  };
}

function problemOf(kernel: Kernel, error: unknown): Record<string, unknown> {
  if (error instanceof Refusal) return { code: error.code, params: error.params, errors: error.issues };
  const incident = newId().slice(-8);
  kernel.log.error({ err: error, incident }, 'long run failed');
  return { code: 'defect.internal', params: {}, incident };
}

async function leaveQueue(kernel: Kernel, runId: string): Promise<void> {
  await sql`delete from run_queue where run_id = ${runId}`.execute(kernel.pool.kysely);
}
