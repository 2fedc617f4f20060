import assert from 'node:assert/strict';
import type { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { lock, type MadeUpCheckout, makeUpCheckout } from './made-up-checkout.ts';

type Child = ReturnType<typeof spawn>;

/** Collects what a program says; `line(n)` waits for its n-th line on standard output. */
function listen(child: Child) {
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => (said.out += chunk));
  child.stderr?.on('data', (chunk) => (said.err += chunk));
  const ended = once(child, 'close').then(([code]) => ({ code, ...said }));
  const line = async (n: number) => {
    while (said.out.split('\n').length <= n && child.exitCode === null) await pause(10);
    return said.out.split('\n')[n - 1] ?? '';
  };
  return { ended, line };
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

describe('the bootstrap', () => {
  let checkout: MadeUpCheckout;
  before(() => {
    checkout = makeUpCheckout();
  });
  after(() => rmSync(checkout.root, { recursive: true, force: true }));

  it('installs at first with one line in both languages, keeps standard output clean, passes arguments and exit code', async () => {
    const locked = readFileSync(join(checkout.root, 'package-lock.json'), 'utf8');
    const { code, out, err } = await listen(checkout.run('dualtrack.mjs', 'check', '--json', 'exit', '7'))
      .ended;
    assert.equal(code, 7, err);
    assert.deepEqual(JSON.parse(out).args, ['check', '--json', 'exit', '7']);
    assert.match(err, /^首次准备.* · Getting ready.*\n$/);
    assert.equal(readFileSync(join(checkout.root, 'package-lock.json'), 'utf8'), locked);
  });

  it('installs nothing the second time', async () => {
    const { code, err } = await listen(checkout.run('dualtrack.mjs', 'exit', '0')).ended;
    assert.deepEqual({ code, err }, { code: 0, err: '' });
  });

  it('recognises an install that was made without it', async () => {
    rmSync(join(checkout.root, 'node_modules/.dualtrack-installed'));
    const { code, err } = await listen(checkout.run('dualtrack.mjs', 'exit', '0')).ended;
    assert.deepEqual({ code, err }, { code: 0, err: '' });
  });

  it('installs once when two commands start together after the lock has changed', async () => {
    const file = join(checkout.root, 'package.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"a-node":\s*"file:a-node"/, '$&,"c":"file:c"'));
    mkdirSync(join(checkout.root, 'c'));
    writeFileSync(join(checkout.root, 'c/package.json'), JSON.stringify({ name: 'c', version: '1.0.0' }));
    lock(checkout.root);
    const both = [1, 2].map(() => listen(checkout.run('dualtrack.mjs', 'exit', '0')).ended);
    const results = await Promise.all(both);
    assert.deepEqual(
      results.map(({ code }) => code),
      [0, 0],
    );
    assert.equal(results.filter(({ err }) => err.includes('Getting ready')).length, 1);
    assert.ok(existsSync(join(checkout.root, 'node_modules/c/package.json')));
  });

  it('says plainly when the install fails, and succeeds when it is repeated', async () => {
    const file = join(checkout.root, 'package.json');
    const described = readFileSync(file, 'utf8');
    // Nobody listens on port 1: this is what a machine without a network looks like.
    writeFileSync(
      join(checkout.root, '.npmrc'),
      'registry=http://127.0.0.1:1/\nfetch-retries=0\ncache=cache\n',
    );
    writeFileSync(file, described.replace(/"c":\s*"file:c"/, '"far-away":"1.0.0"'));
    rmSync(join(checkout.root, 'node_modules'), { recursive: true });
    const failed = await listen(checkout.run('dualtrack.mjs', 'exit', '0')).ended;
    assert.equal(failed.code, 1);
    assert.equal(failed.out, '');
    assert.match(failed.err, /安装没有完成.* · The installation did not finish/);
    writeFileSync(file, described);
    const { code, err } = await listen(checkout.run('dualtrack.mjs', 'exit', '0')).ended;
    assert.equal(code, 0, err);
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    it(`passes ${signal} on once, however many come at that moment, and waits for the program's end`, async () => {
      const child = checkout.run('dualtrack.mjs');
      const { ended, line } = listen(child);
      const { pid } = JSON.parse(await line(1));
      for (let n = 0; n < 3; n += 1) child.kill(signal);
      const { code, out } = await ended;
      assert.equal(code, 0);
      assert.deepEqual(out.trim().split('\n').slice(1), [signal]);
      assert.equal(isAlive(pid), false);
    });
  }

  it('takes the program with it when it is killed outright', async () => {
    const child = checkout.run('dualtrack.mjs');
    const { line } = listen(child);
    const { pid } = JSON.parse(await line(1));
    child.kill('SIGKILL');
    while (isAlive(pid)) await pause(20);
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const) {
    it(`stops the program when only npm gets ${signal}`, async () => {
      const child = checkout.npm('go');
      const { line } = listen(child);
      const { pid } = JSON.parse(await line(1));
      child.kill(signal);
      while (isAlive(pid)) await pause(20);
    });
  }
});
