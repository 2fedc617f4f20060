import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, spawnOptions } from './account.ts';
import type { Binaries } from './binaries.ts';
import { ROLE_NAMES } from './credentials.ts';
import { EmbeddedError } from './embedded-error.ts';
import { endWithProcess } from './end-with-process.ts';

/**
 * Libc character classes to try in order: pg_trgm asks them what a letter is, and with plain C a Chinese word has no
 * trigrams (searches stay right but lose their index).
 */
const CHARACTER_CLASSES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/**
 * Makes a new cluster in `cluster` (must not exist) so that a crash at any point leaves no `cluster`: it grows in a
 * staging folder beside it and is renamed when complete. Older staging folders are removed.
 * `isDurable` false leaves writing it out to the system, for databases that are thrown away.
 */
export async function initialiseCluster(
  binaries: Binaries,
  account: Account,
  home: string,
  cluster: string,
  adminPassword: string,
  isDurable: boolean,
): Promise<void> {
  removeStaging(home);
  let problem = '';
  for (const characters of CHARACTER_CLASSES) {
    const staging = join(home, `staging-${randomBytes(6).toString('hex')}`);
    mkdirSync(staging, { mode: 0o700 });
    const passwordFile = join(staging, 'password');
    writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
    const fresh = join(staging, 'cluster');
    mkdirSync(fresh, { mode: 0o700 });
    if (account) for (const path of [staging, passwordFile, fresh]) chownSync(path, account.uid, account.gid);
    const outcome = await initdb(binaries, account, fresh, [
      `--pwfile=${passwordFile}`,
      `--lc-ctype=${characters}`,
      ...(isDurable ? [] : ['--no-sync']),
    ]);
    if (outcome.code === 0) {
      chmodSync(fresh, 0o700);
      renameSync(fresh, cluster);
      syncFolder(home);
      rmSync(staging, { recursive: true, force: true });
      return;
    }
    problem = outcome.output;
    rmSync(staging, { recursive: true, force: true, maxRetries: 5 });
    if (!/invalid locale/.test(problem)) break;
  }
  throw new EmbeddedError('database.start-failed', `The database could not be created: ${problem}`, { home });
}

function removeStaging(home: string): void {
  for (const name of readdirSync(home).filter((one) => one.startsWith('staging-'))) {
    try {
      rmSync(join(home, name), { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // A killed start's initdb may still be writing there: the next new cluster removes it.
    }
  }
}

function initdb(binaries: Binaries, account: Account, folder: string, more: string[]) {
  const args = [
    `--pgdata=${folder}`,
    `--username=${ROLE_NAMES.admin}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The built-in provider sorts alike on every machine and version; Chinese order is asked for in the query.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...more,
  ];
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(binaries.initdb, args, { ...spawnOptions(account), detached: true });
    const forget = endWithProcess(child.pid ?? 0, () => child.kill('SIGKILL'));
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      forget();
      resolve({ code, output: output.trim().split('\n').slice(-6).join('\n') });
    });
  });
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
