import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Account, runAs, spawnOptions } from './account.ts';
import type { Binaries } from './binaries.ts';
import { ROLE_NAMES } from './credentials.ts';
import { EmbeddedError } from './embedded-error.ts';
import { endWithProcess } from './end-with-process.ts';
import { isPostmasterOf, startMark } from './process-identity.ts';

/** A running server: `exited` resolves when its process has ended, whoever ended it. */
export type Postmaster = { pid: number; port: number; exited: Promise<void>; stop(): Promise<void> };

type StartOptions = {
  binaries: Binaries;
  account: Account;
  cluster: string;
  logFile: string;
  port: number;
  settings: readonly string[];
};

const FAST_STOP_MS = 20_000;
const MAX_LOG_BYTES = 8 * 1024 * 1024;

/** Starts the server on an initialised cluster and waits until it accepts connections (recovery included). */
export async function startPostmaster(options: StartOptions): Promise<Postmaster> {
  const { binaries, account, cluster, logFile, port } = options;
  const logStart = rotate(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const settings = [...options.settings, `port=${port}`].flatMap((setting) => ['-c', setting]);
  // Detached: Ctrl-C reaches every process of the terminal's group, but the server must outlive our own clean stop.
  const child = spawn(binaries.postgres, ['-D', cluster, ...settings], {
    ...spawnOptions(account),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  void exited.then(endWithProcess(child.pid ?? 0, () => child.kill('SIGINT')));
  await untilReady(child, exited, cluster, () => tail(logFile, logStart), port);
  const pid = child.pid ?? 0;
  return { pid, port, exited, stop: () => stopPostmaster(binaries, account, pid) };
}

/**
 * Ends a server that an earlier process of ours left behind (that process was killed), after making sure that it is
 * one of this very cluster. A left pid file of a dead server, or of a foreign process with that number, is removed.
 * @returns the pid of the server that was stopped, or null.
 */
export async function stopLeftover(
  binaries: Binaries,
  account: Account,
  cluster: string,
): Promise<number | null> {
  const file = join(cluster, 'postmaster.pid');
  const pid = Number(readLines(file)[0]);
  if (!(pid > 0)) return null;
  if (!isPostmasterOf(pid, cluster)) {
    rmSync(file, { force: true });
    return null;
  }
  await stopPostmaster(binaries, account, pid);
  return pid;
}

async function untilReady(
  child: ChildProcess,
  exited: Promise<void>,
  cluster: string,
  output: () => string,
  port: number,
): Promise<void> {
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  for (;;) {
    const lines = readLines(join(cluster, 'postmaster.pid'));
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return;
    if (ended) throw startProblem(output(), port);
    await pause(20);
  }
}

/** Whether the server may start a moment later: a killed one's last processes still hold its memory. */
export function isPassing(error: unknown): boolean {
  const output = error instanceof EmbeddedError ? error.params.output : undefined;
  return (
    typeof output === 'string' && /pre-existing shared memory block|lock file .* already exists/.test(output)
  );
}

/** Gives the superuser a new password on a stopped cluster, for a data folder that lost its password file. */
export function resetAdminPassword(binaries: Binaries, account: Account, cluster: string, password: string) {
  // Passwords are base64url: no quote can occur in them.
  const input = `alter role ${ROLE_NAMES.admin} password '${password}'\n`;
  const args = ['--single', '-D', cluster, 'postgres'];
  const outcome = spawnSync(binaries.postgres, args, { ...spawnOptions(account), input, encoding: 'utf8' });
  if (outcome.status === 0 && !/ERROR|FATAL/.test(outcome.stderr)) return;
  const message = `The database's password file is missing and could not be made anew:\n${outcome.stderr}`;
  throw new EmbeddedError('data.damaged', message, { cluster });
}

function startProblem(output: string, port: number): EmbeddedError {
  if (/could not bind|could not create any TCP\/IP sockets/.test(output)) {
    const message = `Port ${port} on 127.0.0.1 is taken by another program.`;
    return new EmbeddedError('port.in-use', message, { port });
  }
  return new EmbeddedError('database.start-failed', `PostgreSQL did not start:\n${output}`, { output });
}

async function stopPostmaster(binaries: Binaries, account: Account, pid: number): Promise<void> {
  const mark = startMark(pid);
  if (mark === null) return;
  // Fast: open transactions are rolled back. Immediate: the next start recovers from the log. Then by force.
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    send(binaries, account, pid, signal);
    const until = Date.now() + FAST_STOP_MS;
    while (Date.now() < until) {
      if (startMark(pid) !== mark) return;
      await pause(15);
    }
  }
}

function send(binaries: Binaries, account: Account, pid: number, signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL') {
  if (process.platform === 'win32') {
    runAs(account, binaries.pgCtl, ['kill', signal.slice(3), String(pid)]);
    return;
  }
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime: the caller sees that.
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function rotate(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= MAX_LOG_BYTES) return size;
  renameSync(logFile, `${logFile}.1`);
  return 0;
}

function tail(logFile: string, from: number): string {
  return readFileSync(logFile).subarray(from).toString('utf8').trim().split('\n').slice(-8).join('\n');
}
