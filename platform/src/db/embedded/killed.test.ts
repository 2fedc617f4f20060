import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { drive, gone, launch, query } from './driven.ts';
import { startMark } from './process-identity.ts';

describe('an embedded database whose process was killed', () => {
  let base = '';
  before(() => {
    base = mkdtempSync(join(tmpdir(), 'dualtrack-killed-'));
    chmodSync(base, 0o755);
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  it('is taken over by the next start with every committed row', async () => {
    const dataDir = join(base, 'node-killed');
    const first = await drive(dataDir, { isDurable: true });
    await query(first.result.owner, 'create table kept as select generate_series(1, 500) as n');
    await first.end('SIGKILL');
    assert.notEqual(startMark(first.result.pid), null, 'the server outlives the killed process');
    const second = await drive(dataDir, { isDurable: true });
    assert.ok(
      second.said.some(({ event, pid }) => event === 'database.leftover-stopped' && pid === first.result.pid),
    );
    await gone(first.result.pid);
    assert.deepEqual(await query(second.result.owner, 'select count(*)::int as n from kept'), [{ n: 500 }]);
    await second.end('SIGTERM');
  });

  it('recovers when the server was killed with it', async () => {
    const dataDir = join(base, 'all-killed');
    const first = await drive(dataDir, { isDurable: true });
    await query(first.result.owner, 'create table kept as select generate_series(1, 500) as n');
    process.kill(first.result.pid, 'SIGKILL');
    await first.end('SIGKILL');
    const second = await drive(dataDir, { isDurable: true });
    assert.equal(second.result.ready, true, second.result.message);
    assert.deepEqual(await query(second.result.owner, 'select count(*)::int as n from kept'), [{ n: 500 }]);
    await second.end('SIGTERM');
    await gone(second.result.pid);
  });

  it('starts anew when it was killed while the database was being made', async () => {
    const dataDir = join(base, 'half-made');
    const isHalfMade = () =>
      existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('staging-'));
    const first = launch(dataDir, { isDurable: true });
    while (!isHalfMade()) await pause(5);
    await pause(200);
    first.kill('SIGKILL');
    assert.equal(existsSync(join(dataDir, 'cluster')), false, 'nothing half-made bears the final name');
    const second = await drive(dataDir, { isDurable: true });
    assert.equal(second.result.ready, true, second.result.message);
    assert.deepEqual(await query(second.result.app, 'select 1 as one'), [{ one: 1 }]);
    await second.end('SIGTERM');
  });

  for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) {
    it(`leaves no process behind when ${signal} comes while nobody listens for it`, async () => {
      const one = await drive(join(base, 'unguarded'), { unguarded: true });
      assert.equal(one.result.ready, true, one.result.message);
      await one.end(signal);
      assert.equal(startMark(one.result.pid), null);
    });
  }

  it('leaves the stop to a program that listens itself, even with a handler that runs once', async () => {
    const one = await drive(join(base, 'unguarded'));
    await one.end('SIGTERM');
    assert.equal(one.child.exitCode, 0);
    assert.equal(startMark(one.result.pid), null);
  });

  it('leaves a foreign process alone that has been given the number of the dead server', async () => {
    const dataDir = join(base, 'foreign');
    const first = await drive(dataDir, { isDurable: true });
    const { cluster } = first.result;
    await first.end('SIGTERM');
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    writeFileSync(join(cluster, 'postmaster.pid'), `${stranger.pid}\n${cluster}\n`);
    const second = await drive(dataDir, { isDurable: true });
    assert.equal(second.result.ready, true, second.result.message);
    assert.ok(stranger.pid !== undefined && startMark(stranger.pid) !== null);
    await second.end('SIGTERM');
    stranger.kill('SIGKILL');
  });
});
