import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { lockFolder } from './folder-lock.ts';
import { startMark } from './process-identity.ts';

const RACER = `
  const { lockFolder } = await import(${JSON.stringify(import.meta.resolve('./folder-lock.ts'))});
  process.stdout.write('here\\n');
  for await (const line of (await import('node:readline')).createInterface({ input: process.stdin })) {
    try { lockFolder(line); process.stdout.write('won\\n'); } catch (error) { process.stdout.write(error.code + '\\n'); }
  }`;

describe('the lock of a data folder', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'dualtrack-lock-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused while held, free after release, and released twice without harm', () => {
    const release = lockFolder(folder);
    assert.throws(() => lockFolder(folder), { code: 'data.in-use', params: { folder, pid: process.pid } });
    release();
    const again = lockFolder(folder);
    release();
    assert.throws(() => lockFolder(folder), { code: 'data.in-use' });
    again();
  });

  it('is taken from a process that is gone, also when its number lives on in another', () => {
    for (const holder of [
      { pid: 2 ** 22 + 1, started: 'x' },
      { pid: process.ppid, started: 'another start' },
    ]) {
      writeFileSync(join(folder, 'lock-90'), JSON.stringify(holder));
      lockFolder(folder)();
    }
    const holder = { pid: process.ppid, started: startMark(process.ppid) };
    writeFileSync(join(folder, 'lock-99'), JSON.stringify(holder));
    assert.throws(() => lockFolder(folder), { code: 'data.in-use' });
    rmSync(join(folder, 'lock-99'));
  });

  it('is won by exactly one of many that come at the same moment, also over a stale lock', async () => {
    const racers = Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', RACER], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
    });
    const answers = () => Promise.all(racers.map(async ({ lines }) => (await lines.next()).value));
    assert.deepEqual(new Set(await answers()), new Set(['here']));
    for (let round = 0; round < 40; round += 1) {
      const place = mkdtempSync(join(folder, 'race-'));
      if (round % 2 === 1)
        writeFileSync(join(place, `lock-${round}`), JSON.stringify({ pid: 2 ** 22 + 1, started: 'x' }));
      for (const { child } of racers) child.stdin.write(`${place}\n`);
      const results = await answers();
      assert.equal(results.filter((one) => one === 'won').length, 1, `round ${round}: ${results.join()}`);
      assert.equal(results.filter((one) => one === 'data.in-use').length, racers.length - 1, results.join());
      assert.equal(readdirSync(place).length, 1, 'nothing but the lock is left');
    }
    for (const { child } of racers) child.kill();
  });
});
