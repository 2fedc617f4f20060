import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, RequestContext } from '../access/index.ts';
import { settableClock } from '../clock.ts';
import { configFrom } from '../config.ts';
import { openPool } from '../db/index.ts';
import type { KernelRefusalCode } from '../errors.ts';
import { newId } from '../ids.ts';
import { silentLog } from '../log.ts';
import { folderMailer } from '../mail/index.ts';
import type { OutputOf } from '../operation/index.ts';
import {
  executeOperation,
  type InputOf,
  type Kernel,
  type Operation,
  type ServerModule,
} from '../operation/index.ts';
import { startRelay } from '../outbox/index.ts';
import { startRunWorker } from '../runs/index.ts';
import { createTestDatabase } from './test-database.ts';

/** A kernel on a database of its own, with a clock that the test moves. */
export type TestKernel = {
  kernel: Kernel;
  ownerUrl: string;
  /** Past every wall, to look at what really is there. */
  adminUrl: string;
  clock: ReturnType<typeof settableClock>;
  /** Calls an operation as somebody; a fresh idempotency key unless one is given. */
  call<P>(
    operation: Operation<P>,
    actor: Actor | null,
    input: NoInfer<Partial<InputOf<P>>> | undefined,
    request?: Partial<RequestContext>,
  ): Promise<OutputOf<P>>;
  /** Waits until every event has been handled and every long run has ended. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

/** The instant at which tests begin: a plain working day of the example. */
export const testNow = new Date('2026-11-22T02:00:00Z');

/** Starts a kernel with some modules on a fresh database. */
export async function testKernel(modules: readonly ServerModule[]): Promise<TestKernel> {
  const database = await createTestDatabase(modules.map((module) => module.migrations));
  const folder = await mkdtemp(join(tmpdir(), 'dualtrack-mail-'));
  const clock = settableClock(testNow);
  const pool = openPool(database.appUrl, 20);
  const kernel: Kernel = {
    pool,
    clock,
    log: silentLog,
    config: configFrom({}, { dataDir: folder, port: 8080 }),
    mailer: folderMailer(join(folder, 'mail')),
    wake: { outbox: () => relay.wake(), runs: () => worker.wake(), cancelRun: (id) => worker.cancel(id) },
  };
  const relay = startRelay(kernel, modules);
  const worker = startRunWorker(kernel, Object.assign({}, ...modules.map((module) => module.runs ?? {})));
  return {
    kernel,
    ownerUrl: database.ownerUrl,
    adminUrl: database.adminUrl,
    clock,
    async call(operation, actor, input, request = {}) {
      const context: RequestContext = {
        actor,
        locale: 'en',
        idempotencyKey: newId(),
        sessionToken: null,
        remoteAddress: '127.0.0.1',
        setSession: () => undefined,
        ...request,
      };
      // The operation's own output check has proven the shape.
      return (await executeOperation(kernel, operation as unknown as Operation, context, input)) as OutputOf<
        typeof operation.procedure
      >;
    },
    async settle() {
      await worker.idle();
      await relay.idle();
      await worker.idle();
    },
    async close() {
      await worker.stop();
      await relay.stop();
      await pool.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Matches a refusal with a code, for `assert.rejects`. */
export function refusal(code: KernelRefusalCode | (string & {})): (error: unknown) => boolean {
  return (error) => error instanceof Error && 'code' in error && error.code === code;
}
