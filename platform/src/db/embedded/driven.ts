import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startMark } from './process-identity.ts';

/** What the driver says: events, then readiness or the failure. */
export type Said = {
  event?: string;
  ready?: boolean;
  failed?: string;
  message?: string;
  pid: number;
  cluster: string;
  app: string;
  owner: string;
};

/** A process of the tests that holds, or failed to get, an embedded database. */
export type Driven = {
  child: ChildProcess;
  said: Said[];
  result: Said;
  end(signal: NodeJS.Signals): Promise<void>;
};

type Where = {
  node?: string;
  folder?: string;
  uid?: number;
  gid?: number;
  port?: number;
  unguarded?: boolean;
  isDurable?: boolean;
};

/** Starts the driver and waits until it is ready or has failed. */
export async function drive(dataDir: string, where: Where = {}): Promise<Driven> {
  const child = launch(dataDir, where);
  const said: Said[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    // The driver's own words: its shape is the type above.
    const one = JSON.parse(line) as Said;
    said.push(one);
    if (one.ready || one.failed) break;
  }
  const result = said.at(-1);
  if (!result?.ready && !result?.failed)
    throw new Error(`the driver ended without a word: ${JSON.stringify(said)}`);
  return { child, said, result, end: (signal) => end(child, signal) };
}

/** The driver's process, not waited for. */
export function launch(dataDir: string, { node, folder, uid, gid, port, unguarded, isDurable }: Where = {}) {
  const driver = join(folder ?? import.meta.dirname, 'driver.ts');
  const args = [driver, dataDir, String(port ?? 0), ...(isDurable ? [] : ['fsync=off'])];
  const env = unguarded ? { ...process.env, UNGUARDED: '1' } : process.env;
  return spawn(node ?? process.execPath, args, { env, uid, gid, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

/** Resolves when the process is gone; the test runner's own limit is the only clock. */
export async function gone(pid: number): Promise<void> {
  while (startMark(pid) !== null) await pause(20);
}

/** Runs one statement and returns its rows. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
