import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { after, before, describe, test } from 'node:test';
import { settableClock } from '../clock.ts';
import { configFrom } from '../config.ts';
import { kernelMigrations, openPool } from '../db/index.ts';
import { newId } from '../ids.ts';
import { silentLog } from '../log.ts';
import { folderMailer } from '../mail/index.ts';
import { asSystem, type Kernel } from '../operation/index.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { leaseMilliseconds } from './claims.ts';
import { type LongRun, startRun } from './long-run.ts';
import { type RunWorker, startRunWorker } from './worker.ts';

const school = newId();
const clock = settableClock(new Date('2026-11-22T02:00:00Z'));
let database: TestDatabase;
let kernel: Kernel;
const workers: RunWorker[] = [];

before(async () => {
  database = await createTestDatabase([kernelMigrations]);
  kernel = {
    pool: openPool(database.appUrl, 20),
    ...{ clock, log: silentLog, config: configFrom({}, { dataDir: tmpdir() }) },
    mailer: folderMailer(tmpdir()),
    // Each test wakes the servers that it needs.
    wake: { outbox: () => undefined, runs: () => undefined, cancelRun: () => undefined },
  };
});
after(async () => {
  await kernel.pool.close();
  await database.drop();
});

/** A server of its own on the kit's database. */
function server(handler: (run: LongRun) => Promise<unknown>, name = newId(), beat?: number): RunWorker {
  const worker = startRunWorker(kernel, { job: handler }, name, beat);
  workers.push(worker);
  return worker;
}

const start = (count: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, () =>
      asSystem(kernel, school, (context) => startRun(context, { kind: 'job', input: null })),
    ),
  );

async function stateOf(runId: string) {
  return asSystem<
    { longRun: { id: string; state: string; result: unknown } },
    { state: string; result: unknown }
  >(kernel, school, ({ db }) =>
    db.selectFrom('longRun').select(['state', 'result']).where('id', '=', runId).executeTakeFirstOrThrow(),
  );
}

/** A promise and how to keep it. */
function gate() {
  let open: (value?: unknown) => void = () => undefined;
  const opened = new Promise<unknown>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const forward = (milliseconds: number) => clock.set(new Date(kernel.clock.now().getTime() + milliseconds));

const endWorkers = () => Promise.all(workers.splice(0).map((worker) => worker.stop()));

describe('servers on one database', () => {
  test('share the queue: no run is done twice, none is left', async () => {
    const done: string[] = [];
    const handler = async (run: LongRun) => {
      done.push(run.runId);
      await new Promise((resolve) => setTimeout(resolve, 1));
    };
    const ids = await start(30);
    const both = [server(handler), server(handler)];
    await Promise.all(both.map((worker) => worker.idle()));
    assert.deepEqual(done.sort(), ids.sort());
    for (const id of ids) assert.equal((await stateOf(id)).state, 'done');
    await endWorkers();
  });

  test('a server that starts leaves the runs of another one alone', async () => {
    const [begun, finish] = [gate(), gate()];
    const [id = ''] = await start(1);
    const first = server(async () => {
      begun.open();
      return finish.opened;
    });
    first.wake();
    await begun.opened;
    const taken: string[] = [];
    const second = server(async (run) => taken.push(run.runId));
    await second.idle();
    assert.deepEqual(taken, []);
    finish.open('first');
    await first.idle();
    assert.deepEqual(await stateOf(id), { state: 'done', result: 'first' });
    await endWorkers();
  });

  test('the run of a silent server goes to another after the lease, and the silent one is not heard', async () => {
    const [begun, finish] = [gate(), gate()];
    const [id = ''] = await start(1);
    // Its heart does not beat within this test: what a killed or frozen process looks like from outside.
    const silent = server(async () => {
      begun.open();
      return finish.opened;
    });
    silent.wake();
    await begun.opened;
    const other = server(async () => 'second');
    forward(leaseMilliseconds - 1_000);
    await other.idle();
    assert.equal((await stateOf(id)).state, 'running');
    forward(2_000);
    await other.idle();
    assert.deepEqual(await stateOf(id), { state: 'done', result: 'second' });
    finish.open('first, too late');
    await silent.idle();
    assert.deepEqual(await stateOf(id), { state: 'done', result: 'second' });
    await endWorkers();
  });

  test('a heart that beats keeps the run beyond the lease; one that lost it stops its work', async () => {
    const begun = gate();
    let aborted = false;
    const [id = ''] = await start(1);
    const first = server(
      (run) =>
        new Promise((_, reject) => {
          begun.open();
          run.signal.addEventListener('abort', () => {
            aborted = true;
            reject(new Error('stopped'));
          });
        }),
      newId(),
      5,
    );
    first.wake();
    await begun.opened;
    const beaten = async () => {
      const before = clock.now();
      while (true) {
        const { rows } = await kernel.pool.raw.query('select claimed_at from run_queue where run_id = $1', [
          id,
        ]);
        if (rows[0]?.claimed_at >= before) return;
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    };
    for (let times = 0; times < 3; times += 1) {
      forward(leaseMilliseconds * 0.8);
      await beaten();
    }
    const other = server(async () => 'second');
    await other.idle();
    assert.equal((await stateOf(id)).state, 'running');
    await kernel.pool.raw.query("update run_queue set worker = 'another' where run_id = $1", [id]);
    await first.idle();
    assert.ok(aborted);
    assert.equal((await stateOf(id)).state, 'running');
    await endWorkers();
  });

  test('a server that starts again takes up at once what it was killed over', async () => {
    const [begun, never] = [gate(), gate()];
    const [id = ''] = await start(1);
    const name = newId();
    server(async () => {
      begun.open();
      return never.opened;
    }, name).wake();
    await begun.opened;
    const again = server(async () => 'again', name);
    await again.idle();
    assert.deepEqual(await stateOf(id), { state: 'done', result: 'again' });
    never.open();
    await endWorkers();
  });

  test('a run that an orderly stop broke off is taken up by any server', async () => {
    const begun = gate();
    const [id = ''] = await start(1);
    const first = server(
      (run) =>
        new Promise((_, reject) => {
          begun.open();
          run.signal.addEventListener('abort', () => reject(new Error('stopped')));
        }),
    );
    first.wake();
    await begun.opened;
    await first.stop();
    await server(async () => 'other').idle();
    assert.deepEqual(await stateOf(id), { state: 'done', result: 'other' });
    await endWorkers();
  });
});
