import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { contract as classes } from '@dualtrack/order-classes/contract';
import { newId } from '@dualtrack/platform/ids';
import type { Kernel } from '@dualtrack/platform/operation';
import { startRelay } from '@dualtrack/platform/outbox';
import { startRunWorker } from '@dualtrack/platform/runs';
import { createTestDatabase, type TestDatabase } from '@dualtrack/platform/testing';
import pg from 'pg';
import { readKeys } from './example/keys.ts';
import { loadExample } from './example/load-example.ts';
import { examplePassword, examplePeople } from './example/people.ts';
import { playDraft, playOrder } from './example/play-agreement.ts';
import { readCycle } from './example/play-history.ts';
import { castOf, setStage } from './example/stage.ts';
import { modules } from './modules.ts';
import { startMortal } from './testing/mortal.ts';
import { rowCounts } from './testing/row-counts.ts';
import { withKernel } from './with-kernel.ts';

/** One write, by whom, and to where. */
type Write = { who: string; path: string; body: unknown };

const office = 'office@yizhou.example';
const day = '2026-11-20';
let base: TestDatabase;
let folder: string;
let writes: Record<string, Write>;

/** The example, with one agreement that waits for signatures, a matching and a rotation that wait to be published. */
async function prepare(kernel: Kernel): Promise<Record<string, Write>> {
  const relay = startRelay(kernel, modules);
  const worker = startRunWorker(kernel, Object.assign({}, ...modules.map((module) => module.runs ?? {})));
  const settle = async () => {
    await worker.idle();
    await relay.idle();
    await worker.idle();
  };
  const homes = await loadExample(kernel, settle);
  const names = examplePeople.map((person) => person.signInName);
  const stage = setStage(kernel, modules, await castOf(kernel, names));
  const cycle = await readCycle(2026);
  const keys = await readKeys(kernel, [homes.school, homes.enterprise]);
  const { agreementId, digest } = await playDraft(
    stage,
    cycle,
    await playOrder(stage, cycle, keys, homes.school),
  );
  const { items } = await stage.act(classes.classes.list, office, day, {});
  const classId = items.find((one) => one.state === 'closed')?.id;
  assert.ok(classId !== undefined);
  const { id: matchingId } = await stage.act(classes.matchings.make, office, day, { classId });
  await settle();
  await worker.stop();
  await relay.stop();
  return {
    'signing an agreement': {
      who: 'president@yizhou.example',
      path: `/agreements/${agreementId}/signatures`,
      body: { secret: examplePassword, digest },
    },
    'matching a class': { who: office, path: `/order-classes/${classId}/matchings`, body: {} },
    'publishing a matching': {
      who: office,
      path: `/order-classes/${classId}/publication`,
      body: { matchingId },
    },
  };
}

/** Works on a database past every wall. */
async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dualtrack-mortal-'));
  base = await createTestDatabase(modules.map((module) => module.migrations));
  writes = await withKernel({ dataDir: folder, databaseUrl: base.adminUrl }, prepare);
  const planId = await onDatabase(base.adminUrl, async (client) => {
    // The rotation of the finished year, as it was the moment before it was published.
    const { rows } = await client.query<{ id: string }>(
      "update rotation_plan set state = 'solved', published_at = null where state = 'published' returning id",
    );
    return rows[0]?.id;
  });
  writes['publishing a rotation'] = { who: office, path: `/rotation-plans/${planId}/publish`, body: {} };
  // The first start of a day does the work of the day; what the writes change is counted from there.
  const first = await startMortal(base.adminUrl, folder, { name: office, password: examplePassword });
  await untilDelivered(base.adminUrl);
  await first.end();
});
after(async () => {
  await base.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until every event has been worked off. What a dead process had taken may be taken again at once. */
async function untilDelivered(url: string): Promise<void> {
  await onDatabase(url, async (client) => {
    for (;;) {
      await client.query('update outbox_event set next_at = at where done_at is null and attempts < 3');
      const { rows } = await client.query('select 1 from outbox_event where done_at is null limit 1');
      if (rows.length === 0) return;
      await pause(100);
    }
  });
}

/** Copies the prepared database for one death. */
async function copied<T>(work: (url: string) => Promise<T>): Promise<T> {
  const from = new URL(base.adminUrl);
  const name = `killed_${newId().replaceAll('-', '')}`;
  const admin = new URL('/postgres', from);
  const url = new URL(`/${name}`, from);
  const template = from.pathname.slice(1);
  await onDatabase(admin.href, async (client) => {
    // Connections of a process that was killed end a moment after it.
    await client.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [
      template,
    ]);
    await client.query(`create database ${name} template ${template} owner dualtrack_owner`);
  });
  try {
    return await work(url.href);
  } finally {
    await onDatabase(admin.href, (client) => client.query(`drop database ${name} with (force)`));
  }
}

const kept = async (url: string, key: string) =>
  onDatabase(url, async (client) => {
    const { rows } = await client.query('select 1 from idempotency_key where key = $1', [key]);
    return rows.length > 0;
  });

/** Does the write undisturbed: how many statements it takes, and what is there when all has settled. */
async function undisturbed(write: Write) {
  return copied(async (url) => {
    const before = await onDatabase(url, rowCounts);
    const server = await startMortal(url, folder, { name: write.who, password: examplePassword });
    server.arm(null);
    const { status, body } = await server.write(write.path, newId(), write.body);
    assert.ok(status < 300, body);
    const statements = await server.statements();
    await untilDelivered(url);
    await server.kill();
    return { before, statements, after: await onDatabase(url, rowCounts) };
  });
}

/** Points at which to die: in the middle of the write, right before its commit, and at the commit itself. */
function deaths(statements: number): number[] {
  return [Math.ceil(statements * 0.6), statements - 1, statements];
}

for (const name of [
  'signing an agreement',
  'matching a class',
  'publishing a matching',
  'publishing a rotation',
]) {
  test(`${name}: a process killed in the middle leaves all of it or nothing`, async (t) => {
    const write = writes[name];
    assert.ok(write !== undefined);
    const { before, statements, after: whole } = await undisturbed(write);
    assert.notDeepEqual(whole, before);
    let wasDone = 0;
    let unanswered = 0;
    for (const dieAt of deaths(statements)) {
      await copied(async (url) => {
        const key = newId();
        const person = { name: write.who, password: examplePassword };
        const server = await startMortal(url, folder, person);
        server.arm(dieAt);
        await server.write(write.path, key, write.body).catch(() => {
          unanswered += 1;
        });
        await server.kill();
        await untilGone(url);
        const isDone = await kept(url, key);
        if (isDone) wasDone += 1;
        else
          assert.deepEqual(await onDatabase(url, rowCounts), before, `killed at ${dieAt} of ${statements}`);
        // The browser sends it again, to the server that was started again.
        const next = await startMortal(url, folder, person);
        const again = await next.write(write.path, key, write.body);
        assert.ok(again.status < 300, again.body);
        await untilDelivered(url);
        await next.kill();
        assert.deepEqual(await onDatabase(url, rowCounts), whole, `killed at ${dieAt} of ${statements}`);
      });
    }
    assert.ok(unanswered > 0, 'no death came before the answer');
    t.diagnostic(
      `${statements} statements, ${deaths(statements).length} deaths, ${wasDone} after the commit`,
    );
  });
}

/** Waits until the database has noticed that the process is gone. */
async function untilGone(url: string): Promise<void> {
  await onDatabase(url, async (client) => {
    const others =
      'select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
    while ((await client.query(others)).rows.length > 0) await pause(20);
  });
}
