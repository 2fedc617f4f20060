import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cleanEnvironment } from '../scripts/made-up-checkout.ts';

/** How a clone is started: the port, the data folder and, when this process is root, another account. */
export type StartOptions = { port: number; dataDir: string; uid?: number; home?: string };

/** A product started with `npm start`: its address (null when it ended before it had one) and all it said. */
export type RunningClone = {
  npm: ChildProcess;
  address: string | null;
  output(): string;
  /** Resolves with npm's exit code. */
  ended: Promise<number | null>;
};

/** Clones what is committed in `checkout` into `folder`. */
export function cloneCheckout(checkout: string, folder: string): void {
  const outcome = spawnSync('git', ['clone', '--quiet', checkout, folder], { encoding: 'utf8' });
  if (outcome.status !== 0) throw new Error(`git clone: ${outcome.stderr}`);
}

/** Runs `npm start` as a newcomer's terminal does, in a process group of its own, until it prints its address. */
export async function startClone(folder: string, options: StartOptions): Promise<RunningClone> {
  const { port, dataDir, uid, home } = options;
  const env = { ...cleanEnvironment(), DUALTRACK_PORT: String(port), DUALTRACK_DATA: dataDir };
  const npm = spawn('npm', ['start'], {
    cwd: folder,
    env: home ? { ...env, HOME: home } : env,
    uid,
    gid: uid,
    detached: true,
  });
  let said = '';
  npm.stdout.on('data', (chunk) => (said += chunk));
  npm.stderr.on('data', (chunk) => (said += chunk));
  const ended = once(npm, 'close').then(([code]) => code);
  const addressIn = () => /http:\/\/[\w.]+:\d+/.exec(said)?.[0] ?? null;
  while (addressIn() === null && npm.exitCode === null && npm.signalCode === null) await pause(50);
  return { npm, address: addressIn(), output: () => said, ended };
}

/** Resolves when no process works with the data folder any more: by its arguments, its environment or its place. */
export async function untilNoProcess(...folders: string[]): Promise<void> {
  while (processesOf(folders).length > 0) await pause(50);
}

/** Command lines of processes that mention one of the folders. */
export function processesOf(folders: readonly string[]): string[] {
  return listProcesses().filter((text) => folders.some((folder) => text.includes(folder)));
}

function listProcesses(): string[] {
  if (!existsSync('/proc/self/cmdline')) {
    const { stdout } = spawnSync('ps', ['axeww', '-o', 'pid=,command='], { encoding: 'utf8' });
    return stdout.split('\n').filter((line) => Number.parseInt(line, 10) !== process.pid);
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => ['cmdline', 'environ'].map((what) => readQuietly(join('/proc', pid, what))).join('\0'));
}

function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It ended between the listing and the reading, or is not ours to look at.
    return '';
  }
}
