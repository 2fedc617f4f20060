import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ensureDatabase } from '../db/embedded/index.ts';
import { kernelMigrations, type MigrationSource, migrate } from '../db/index.ts';
import { newId } from '../ids.ts';
import { addressOf, knownCluster, startTestCluster, type TestCluster } from './cluster.ts';

/** A database of its own for one test file, with all migrations applied. */
export type TestDatabase = {
  appUrl: string;
  ownerUrl: string;
  /** Past every wall, to look at what really is there. */
  adminUrl: string;
  drop(): Promise<void>;
};

/**
 * Copies a migrated template (about 0.1 s). The template is made once per set of migrations and test server,
 * whichever process comes first.
 */
export async function createTestDatabase(sources: readonly MigrationSource[]): Promise<TestDatabase> {
  const known = knownCluster();
  const endCluster = known === undefined ? await startTestCluster() : undefined;
  const cluster = known ?? knownCluster();
  if (cluster === undefined) throw new Error('the test server did not start');
  const all = [kernelMigrations, ...sources];
  const template = `template_${await digestOf(all)}`;
  await ensureTemplate(cluster, template, all);
  const name = `test_${newId().replaceAll('-', '')}`;
  await withAdmin(cluster, (admin) =>
    retry(() => admin.query(`create database ${name} template ${template} owner dualtrack_owner`)),
  );
  return {
    appUrl: addressOf(cluster, 'app', name),
    ownerUrl: addressOf(cluster, 'owner', name),
    adminUrl: addressOf(cluster, 'admin', name),
    async drop() {
      await withAdmin(cluster, (admin) => admin.query(`drop database if exists ${name} with (force)`));
      await endCluster?.();
    },
  };
}

async function digestOf(sources: readonly MigrationSource[]): Promise<string> {
  const hash = createHash('sha256');
  for (const { room, folder } of sources) {
    for (const file of (await readdir(folder)).sort()) {
      hash
        .update(room)
        .update(file)
        .update(await readFile(new URL(file, folder)));
    }
  }
  return hash.digest('hex').slice(0, 20);
}

async function ensureTemplate(
  cluster: TestCluster,
  template: string,
  sources: readonly MigrationSource[],
): Promise<void> {
  await withAdmin(cluster, async (admin) => {
    const isReady = async () => {
      const { rows } = await admin.query('select 1 from pg_database where datname = $1', [template]);
      return rows.length > 0;
    };
    if (await isReady()) return;
    // Made under another name and renamed when it is whole; the slower of two makers throws its copy away.
    const draft = `draft_${newId().replaceAll('-', '')}`;
    const { owner, app, admin: adminUrl } = cluster;
    await ensureDatabase(
      (database, role) => addressOf({ owner, app, admin: adminUrl }, role, database),
      draft,
    );
    const client = new pg.Client({ connectionString: addressOf(cluster, 'owner', draft) });
    await client.connect();
    try {
      await migrate(client, sources);
    } finally {
      await client.end();
    }
    try {
      await retry(() => admin.query(`alter database ${draft} rename to ${template}`));
    } catch (error) {
      await admin.query(`drop database if exists ${draft} with (force)`);
      if (!(await isReady())) throw error;
    }
  });
}

async function withAdmin<T>(cluster: TestCluster, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: addressOf(cluster, 'admin', 'postgres') });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** Copying or renaming a database fails while a connection to it is just closing. */
async function retry<T>(work: () => Promise<T>, tries = 20): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isBusy = error instanceof pg.DatabaseError && error.code === '55006';
    if (!isBusy || tries === 0) throw error;
    await pause(100);
    return retry(work, tries - 1);
  }
}
