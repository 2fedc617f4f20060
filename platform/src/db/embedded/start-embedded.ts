import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chooseAccount } from './account.ts';
import { binariesIn, nativeFolder } from './binaries.ts';
import { type DatabaseRole, loadCredentials, ROLE_NAMES } from './credentials.ts';
import { EmbeddedError } from './embedded-error.ts';
import { ensureRolesAndDatabase } from './ensure-database.ts';
import { lockFolder } from './folder-lock.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import { startPostmaster, stopLeftover } from './postmaster.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

/** Something worth a line: a code with params for machines, one English sentence for people. */
export type EmbeddedEvent = { code: string; params: Record<string, string | number>; message: string };

/** What a start needs. `settings` are PostgreSQL's own (`fsync=off`), after ours; `port` absent = a free one. */
export type EmbeddedOptions = {
  dataDir: string;
  port?: number;
  log: (event: EmbeddedEvent) => void;
  settings?: readonly string[];
};

/** A running embedded PostgreSQL that belongs to this process. */
export type EmbeddedDatabase = {
  url(database: string, role: DatabaseRole): string;
  stop(): Promise<void>;
  /** Where the database files really lie. */
  dataDir: string;
  port: number;
  pid: number;
  /** Resolves when the server's process has ended, by `stop` or otherwise. */
  exited: Promise<void>;
};

/**
 * Starts PostgreSQL on `dataDir`, creating roles, database `dualtrack` and extensions on the first start.
 * Errors: `EmbeddedError`, in particular `data.in-use` and `port.in-use`; nothing is left running after an error.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o711 });
  const home = realpathSync(options.dataDir);
  const release = lockFolder(home);
  try {
    const cluster = join(home, 'cluster');
    const account = chooseAccount(existsSync(cluster) ? cluster : null);
    const binaries = binariesIn(nativeFolder());
    const { credentials } = loadCredentials(home);
    if (!existsSync(cluster)) await initialiseCluster(binaries, account, home, cluster, credentials.admin);
    await stopLeftover(binaries, account, cluster);
    const port = options.port ?? (await freePort());
    const settings = [...DEFAULT_SETTINGS, ...(options.settings ?? [])];
    const logFile = join(home, 'postgres.log');
    const server = await startPostmaster({ binaries, account, cluster, logFile, port, settings });
    const url = (database: string, role: DatabaseRole) =>
      `postgres://${ROLE_NAMES[role]}:${credentials[role]}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
    await ensureRolesAndDatabase(url, credentials).catch(async (error) => {
      await server.stop();
      throw error;
    });
    const stop = async () => {
      await server.stop();
      release();
    };
    return { url, stop, dataDir: cluster, port, pid: server.pid, exited: server.exited };
  } catch (error) {
    release();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new EmbeddedError('database.start-failed', 'No free port on 127.0.0.1.'));
      });
    });
  });
}
