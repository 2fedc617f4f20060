import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { EmbeddedError } from './embedded-error.ts';

/** The operating system account PostgreSQL runs as; null = the account of this process. */
export type Account = { uid: number; gid: number; name: string } | null;

const PREFERRED = ['nobody', 'daemon'];

/** Whether this process is root, which PostgreSQL refuses. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Chooses who runs PostgreSQL: this process's own account, or, as root, the owner of an existing cluster, else an
 * unprivileged account that the machine already has. No account is ever added.
 */
export function chooseAccount(existingCluster: string | null): Account {
  if (!isRoot()) return null;
  const accounts = readAccounts();
  if (existingCluster) {
    const { uid, gid } = statSync(existingCluster);
    if (uid !== 0) return { uid, gid, name: accounts.find((one) => one.uid === uid)?.name ?? String(uid) };
  }
  for (const name of PREFERRED) {
    const account = accounts.find((one) => one.name === name);
    if (account) return account;
  }
  const other = accounts[0];
  if (other) return other;
  throw new EmbeddedError(
    'database.no-unprivileged-account',
    'PostgreSQL refuses to run as root, and /etc/passwd names no other account. ' +
      'Start Dualtrack as an ordinary user or give it a PostgreSQL by DATABASE_URL.',
  );
}

/** Runs a program to its end as `account`, with a clean environment and no working folder of ours. */
export function runAs(account: Account, program: string, args: string[]): SpawnSyncReturns<string> {
  return spawnSync(program, args, { ...spawnOptions(account), encoding: 'utf8', timeout: 60_000 });
}

/** Spawn options common to all of PostgreSQL's programs. */
export function spawnOptions(account: Account) {
  const env: Record<string, string> = { LC_ALL: 'C', TZ: 'UTC' };
  // PG* variables of the user must not reach the server; Windows needs SystemRoot to load libraries.
  for (const name of ['PATH', 'SystemRoot', 'TEMP']) if (process.env[name]) env[name] = process.env[name];
  return { env, cwd: process.platform === 'win32' ? undefined : '/', ...identity(account) };
}

function identity(account: Account): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

function readAccounts(): { uid: number; gid: number; name: string }[] {
  let text = '';
  try {
    text = readFileSync('/etc/passwd', 'utf8');
  } catch {
    // Without the file there is no account to choose; the caller says so.
  }
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((one) => one.uid > 0 && one.gid > 0);
}
