import type { Kysely } from 'kysely';
import type { KernelTables } from '../db/index.ts';
import { Refusal } from '../errors.ts';
import { newId } from '../ids.ts';
import { asSystem, type Kernel } from '../operation/index.ts';
import type { Claimed, Claims } from './claims.ts';
import type { LongRunHandler } from './long-run.ts';

/** What one run is worked on with. */
export type Workbench = {
  kernel: Kernel;
  claims: Claims;
  handlers: Readonly<Record<string, LongRunHandler>>;
  /** Aborted when the run is cancelled, the server stops, or the claim has gone to another worker. */
  controller: AbortController;
  isStopping(): boolean;
  /** How often this worker says that it is alive, in milliseconds. */
  beat: number;
};

const progressEveryMilliseconds = 250;

/**
 * Does one run from its beginning and writes how it ended. The end is written together with the end of the claim, so
 * that of two workers that did the same run one is heard. A run that the server's stop broke off is given back.
 */
export async function work(bench: Workbench, { runId, scope }: Claimed): Promise<void> {
  const { kernel, claims, handlers, controller } = bench;
  const store = <T>(use: (db: Kysely<KernelTables>) => Promise<T>) =>
    asSystem<KernelTables, T>(kernel, scope, ({ db }) => use(db));
  const find = () =>
    store((db) => db.selectFrom('longRun').selectAll().where('id', '=', runId).executeTakeFirst());
  const run = await find();
  const handler = run === undefined ? undefined : handlers[run.kind];
  if (run === undefined || run.state === 'cancelled' || handler === undefined) {
    await store((db) => claims.finish(db, runId));
    return;
  }
  const set = (db: Kysely<KernelTables>, values: Record<string, unknown>) =>
    db
      .updateTable('longRun')
      .set({ ...values, changedAt: kernel.clock.now() })
      .where('id', '=', runId)
      .where('state', '!=', 'cancelled')
      .execute();
  const end = (values: Record<string, unknown>) =>
    store(async (db) => {
      if (await claims.finish(db, runId)) await set(db, values);
    });
  await store((db) => set(db, { state: 'running' }));
  const reporter = progressReporter((values) => store((db) => set(db, values)));
  const beat = setInterval(async () => {
    const isMine = await claims.renew(runId).catch(() => true);
    // Somebody may have cancelled it at another server.
    const state = isMine ? (await find().catch(() => run))?.state : 'cancelled';
    if (state === 'cancelled') controller.abort();
  }, bench.beat);
  try {
    const result = await handler({
      ...{ kernel, runId, startedBy: run.startedBy, input: run.input },
      scope: { tenant: scope.tenant, enterprise: scope.enterprise },
      ...{ progress: reporter.report, signal: controller.signal },
    });
    await reporter.end();
    await end({ state: 'done', result: JSON.stringify(result ?? null) });
  } catch (error) {
    await reporter.end();
    if (bench.isStopping()) await claims.release(runId);
    else {
      const problem = JSON.stringify(problemOf(kernel, error));
      await end({ state: controller.signal.aborted ? 'cancelled' : 'failed', problem });
    }
  } finally {
    clearInterval(beat);
  }
}

function progressReporter(set: (values: Record<string, unknown>) => Promise<unknown>) {
  let last = 0;
  let pending: Promise<unknown> = Promise.resolve();
  return {
    report(done: number, total: number, note?: Record<string, unknown>): void {
      const moment = performance.now();
      if (moment - last < progressEveryMilliseconds && done < total) return;
      last = moment;
      const noted = note === undefined ? {} : { note: JSON.stringify(note) };
      pending = pending
        .then(() => set({ doneSteps: done, totalSteps: total, ...noted }))
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
