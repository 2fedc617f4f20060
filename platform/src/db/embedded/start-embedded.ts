import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { type DatabaseRole, loadCredentials, ROLE_NAMES } from './credentials.ts';
import { accountFor, findDatabaseHome, makeDataFolder } from './database-home.ts';
import { EmbeddedError } from './embedded-error.ts';
import { ensureRolesAndDatabase } from './ensure-database.ts';
import { lockFolder } from './folder-lock.ts';
import { freePort } from './free-port.ts';
import { giveBack } from './give-back.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import {
  isPassing,
  type Postmaster,
  resetAdminPassword,
  startPostmaster,
  stopLeftover,
} from './postmaster.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { usableBinaries } from './usable-binaries.ts';

/** Something worth a line: a code with params for machines, one English sentence for people. */
export type EmbeddedEvent = {
  code:
    | 'database.elsewhere'
    | 'database.created'
    | 'database.leftover-stopped'
    | 'database.passwords-renewed';
  params: Record<string, string | number>;
  message: string;
};

/** What a start needs. `settings` are PostgreSQL's own (`fsync=off`), after ours; `port` absent = a free one. */
export type EmbeddedOptions = {
  dataDir: string;
  port?: number;
  log: (event: EmbeddedEvent) => void;
  settings?: readonly string[];
};

/** A running embedded PostgreSQL that belongs to this process. */
export type EmbeddedDatabase = {
  /** Connection address of a database for a role. */
  url(database: string, role: DatabaseRole): string;
  /** Stops the server and gives the data folder free; resolves when its process has ended. */
  stop(): Promise<void>;
  /** Where the database files really lie. */
  dataDir: string;
  port: number;
  pid: number;
  /** Resolves when the server's process has ended, by `stop` or otherwise. */
  exited: Promise<void>;
};

const PASSING_MS = 15_000;

/**
 * Starts PostgreSQL on `dataDir`, creating roles, database `dualtrack` and extensions on the first start.
 * Errors: `EmbeddedError`, in particular `data.in-use` and `port.in-use`; nothing is left running after an error.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const releases: (() => void)[] = [];
  const release = () => {
    for (const one of releases.splice(0).reverse()) one();
  };
  try {
    const folder = makeDataFolder(options.dataDir);
    releases.push(lockFolder(folder));
    const account = accountFor(folder);
    const home = findDatabaseHome(folder, account);
    if (home !== folder) {
      releases.push(lockFolder(home));
      const message = `PostgreSQL does not run as root and others cannot enter ${folder}: the database is in ${home}.`;
      options.log({ code: 'database.elsewhere', params: { folder, home }, message });
    }
    return await startIn(home, account, options, release);
  } catch (error) {
    release();
    throw explained(error, options.dataDir);
  }
}

async function startIn(home: string, account: Account, options: EmbeddedOptions, release: () => void) {
  const cluster = join(home, 'cluster');
  const binaries = usableBinaries(account, home);
  const { credentials, isNew } = loadCredentials(home);
  const hadCluster = existsSync(cluster);
  if (hadCluster) giveBack(cluster, account);
  if (hadCluster) await prepareOld(binaries, account, cluster, isNew ? credentials.admin : null, options.log);
  else {
    const isDurable = !options.settings?.includes('fsync=off');
    await initialiseCluster(binaries, account, home, cluster, credentials.admin, isDurable);
    options.log({ code: 'database.created', params: { home }, message: `New database in ${home}.` });
  }
  const settings = [...DEFAULT_SETTINGS, ...(options.settings ?? [])];
  const shared = { binaries, account, cluster, logFile: join(home, 'postgres.log'), settings };
  const server = await startPatiently((port) => startPostmaster({ ...shared, port }), options.port);
  const url = (database: string, role: DatabaseRole) =>
    `postgres://${ROLE_NAMES[role]}:${credentials[role]}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`;
  const stop = async () => {
    await server.stop();
    release();
  };
  try {
    await ensureRolesAndDatabase(url, credentials, isNew && hadCluster);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop, dataDir: cluster, port: server.port, pid: server.pid, exited: server.exited };
}

async function prepareOld(
  binaries: Binaries,
  account: Account,
  cluster: string,
  newPassword: string | null,
  log: EmbeddedOptions['log'],
): Promise<void> {
  const pid = await stopLeftover(binaries, account, cluster);
  if (pid !== null) {
    const message = `Stopped the database process ${pid} that an earlier run had left behind.`;
    log({ code: 'database.leftover-stopped', params: { pid }, message });
  }
  if (newPassword === null) return;
  resetAdminPassword(binaries, account, cluster, newPassword);
  const message = 'The password file was missing: the database has new passwords.';
  log({ code: 'database.passwords-renewed', params: { cluster }, message });
}

/** Tries again while a killed server's last processes end, or when somebody else was given the free port. */
async function startPatiently(start: (port: number) => Promise<Postmaster>, port: number | undefined) {
  const until = Date.now() + PASSING_MS;
  for (;;) {
    try {
      return await start(port ?? (await freePort()));
    } catch (error) {
      const isLostPort = port === undefined && error instanceof EmbeddedError && error.code === 'port.in-use';
      if (Date.now() > until || !(isLostPort || isPassing(error))) throw error;
      await pause(200);
    }
  }
}

/** Turns the file system's refusals into one of ours; everything else stays as it is. */
function explained(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(String(error.code))) return error;
  const message =
    `The data folder ${dataDir} cannot be used by this account (${error.message}). ` +
    'Start as its owner or choose another one with DUALTRACK_DATA.';
  return new EmbeddedError('data.not-permitted', message, { folder: dataDir });
}
