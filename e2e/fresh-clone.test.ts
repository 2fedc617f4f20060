import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  cloneCheckout,
  processesOf,
  type RunningClone,
  startClone,
  untilNoProcess,
} from './running-clone.ts';

const CHECKOUT = dirname(dirname(fileURLToPath(import.meta.url)));
const MINUTES = 60_000;
const IS_ROOT = process.getuid?.() === 0;
/** An account that every Unix has and that is neither root nor the one a root run uses. */
const ORDINARY = 1;

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

describe('a fresh clone', () => {
  let base = '';
  let clone = '';
  let running: RunningClone | undefined;
  const elsewhere = new Set<string>();

  before(() => {
    base = mkdtempSync(join(tmpdir(), 'dualtrack-clone-'));
    chmodSync(base, 0o755);
    clone = join(base, 'dualtrack');
    cloneCheckout(CHECKOUT, clone);
  });
  after(async () => {
    // After a failure something may still run: it goes with its group.
    if (running && running.npm.exitCode === null && running.npm.signalCode === null) {
      process.kill(-(running.npm.pid ?? 0), 'SIGTERM');
      await running.ended;
    }
    for (const folder of elsewhere) rmSync(folder, { recursive: true, force: true });
    rmSync(base, { recursive: true, force: true });
  });

  async function start(dataDir: string, more: { port?: number; uid?: number; home?: string } = {}) {
    const one = await startClone(clone, { dataDir, ...more, port: more.port ?? (await freePort()) });
    const marker = join(dataDir, 'database-elsewhere.json');
    if (existsSync(marker)) elsewhere.add(JSON.parse(readFileSync(marker, 'utf8')).path);
    return one;
  }

  async function visit(one: RunningClone): Promise<void> {
    assert.ok(one.address, `no address was printed:\n${one.output()}`);
    const ready = await fetch(`${one.address}/ready`);
    assert.equal(ready.status, 200);
    const page = await fetch(one.address, { headers: { accept: 'text/html' } });
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<!doctype html>[\s\S]*<script[^>]+src=/i);
  }

  it('starts with one command, and Ctrl-C leaves no process', { timeout: 20 * MINUTES }, async () => {
    const dataDir = join(base, 'data');
    running = await start(dataDir);
    assert.match(running.output(), /首次准备.*Getting ready/);
    await visit(running);
    // Ctrl-C: the terminal sends it to the whole group.
    process.kill(-(running.npm.pid ?? 0), 'SIGINT');
    await running.ended;
    await untilNoProcess(dataDir);
  });

  it('starts again on the same data without installing or building', { timeout: 5 * MINUTES }, async () => {
    const dataDir = join(base, 'data');
    const made = statSync(join(dataDir, 'cluster/PG_VERSION')).ino;
    running = await start(dataDir);
    await visit(running);
    assert.doesNotMatch(running.output(), /Getting ready|Building/);
    assert.equal(statSync(join(dataDir, 'cluster/PG_VERSION')).ino, made);
  });

  it('says that the data is in use, and that the port is taken', { timeout: 5 * MINUTES }, async () => {
    assert.ok(running?.address);
    const second = await start(join(base, 'data'));
    assert.notEqual(await second.ended, 0);
    assert.match(second.output(), /in use by the running Dualtrack process \d+/);
    const other = join(base, 'other');
    const third = await start(other, { port: Number(new URL(running.address).port) });
    assert.notEqual(await third.ended, 0);
    assert.match(third.output(), /Port \d+ is in use/);
    await untilNoProcess(other);
  });

  it('stops when only npm is told to', { timeout: 5 * MINUTES }, async () => {
    const dataDir = join(base, 'data');
    assert.notDeepEqual(processesOf([dataDir]), []);
    // After a failure something may still run: it goes with its group.
    if (running && running.npm.exitCode === null && running.npm.signalCode === null) {
      process.kill(-(running.npm.pid ?? 0), 'SIGTERM');
      await running.ended;
    }
    await untilNoProcess(dataDir);
  });

  if (IS_ROOT) {
    it('runs for an ordinary user', { timeout: 5 * MINUTES }, async () => {
      const home = join(base, 'home');
      mkdirSync(home, { mode: 0o700 });
      chownSync(home, ORDINARY, ORDINARY);
      running = await start(join(home, 'data'), { uid: ORDINARY, home });
      await visit(running);
      running.npm.kill('SIGINT');
      await running.ended;
      await untilNoProcess(join(home, 'data'));
    });

    it('runs for root in a folder that only root can enter', { timeout: 5 * MINUTES }, async () => {
      mkdirSync(join(base, 'closed'), { mode: 0o700 });
      renameSync(clone, join(base, 'closed/dualtrack'));
      clone = join(base, 'closed/dualtrack');
      const dataDir = join(clone, 'data');
      running = await start(dataDir);
      await visit(running);
      const marker = JSON.parse(readFileSync(join(dataDir, 'database-elsewhere.json'), 'utf8'));
      assert.ok(running.output().includes(marker.path), 'the other place is named');
      assert.equal(statSync(join(base, 'closed')).mode & 0o777, 0o700);
      process.kill(-(running.npm.pid ?? 0), 'SIGHUP');
      await running.ended;
      await untilNoProcess(dataDir, marker.path);
    });
  }
});
