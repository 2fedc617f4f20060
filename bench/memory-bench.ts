import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { report } from './measure.ts';

/**
 * Memory of a server at rest: a plain second start in a process of its own, some seconds later, with all of its
 * PostgreSQL processes. Shared pages are counted once (proportional set size), so Linux only.
 */
export async function benchMemory(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dualtrack-bench-'));
  try {
    await stop(await serve(dataDir));
    const server = await serve(dataDir);
    await pause(5_000);
    const tree = await treeOf(server.pid ?? 0);
    const [own = 0, ...others] = await Promise.all(tree.map(proportionalSize));
    const database = others.reduce((sum, size) => sum + size, 0);
    report('memory at rest, server process', [own], 'MB');
    report('memory at rest, with PostgreSQL', [own + database], 'MB', 'aim ≤ 400');
    await stop(server);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Starts the product as its command does, and waits until it answers. */
async function serve(dataDir: string): Promise<ChildProcess> {
  const port = 20_000 + Math.floor((process.pid * 7) % 20_000);
  const main = join(import.meta.dirname, '..', 'apps', 'server', 'src', 'main.ts');
  const child = spawn(process.execPath, [main, 'serve', '--port', String(port), '--data', dataDir], {
    stdio: 'ignore',
  });
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => null);
    if (answer?.ok) return child;
    await pause(500);
  }
  throw new Error('the server did not become ready');
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** A process and everything below it. */
async function treeOf(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
  }
  const found = [root];
  for (let at = 0; at < found.length; at += 1) {
    for (const [child, parent] of parents) if (parent === found[at]) found.push(child);
  }
  return found;
}

async function proportionalSize(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return (Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1_024) / 1e6;
}
