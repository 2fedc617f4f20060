import { kernelMigrations, migrate, openPool, type Pool } from '@dualtrack/platform/db';
import { type EmbeddedEvent, startEmbedded } from '@dualtrack/platform/db/embedded';
import type { ServerModule } from '@dualtrack/platform/operation';
import pg from 'pg';

/** An open, migrated database and how to let go of it. */
export type OpenDatabase = {
  pool: Pool;
  /** Runs a statement as the owner of the schema; only the first-start loading needs it. */
  asOwner(statement: string): Promise<void>;
  close(): Promise<void>;
};

const poolSize = 16;

/** Opens the embedded PostgreSQL in `dataDir`, or the one at `databaseUrl`, and brings it up to date. */
export async function openDatabase(
  options: { dataDir: string; databaseUrl?: string | undefined; onEvent(event: EmbeddedEvent): void },
  modules: readonly ServerModule[],
): Promise<OpenDatabase> {
  if (options.databaseUrl !== undefined) return openExternal(options.databaseUrl, modules);
  const server = await startEmbedded({ dataDir: options.dataDir, log: options.onEvent });
  try {
    await withClient(server.url('dualtrack', 'owner'), (client) => migrate(client, sourcesOf(modules)));
    const pool = openPool(server.url('dualtrack', 'app'), poolSize);
    return {
      pool,
      asOwner: (statement) =>
        withClient(server.url('dualtrack', 'owner'), (client) => client.query(statement)),
      async close() {
        await pool.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * An external PostgreSQL is reached with one address, its owner's. The pool puts on the role that owns nothing
 * before its first query, so the tenancy wall stands there as well.
 */
async function openExternal(url: string, modules: readonly ServerModule[]): Promise<OpenDatabase> {
  await withClient(url, async (client) => {
    await client.query(`do $$ begin
      if not exists (select 1 from pg_roles where rolname = 'dualtrack_app') then
        create role dualtrack_app nologin nosuperuser nobypassrls;
      end if;
      execute format('grant dualtrack_app to %I', current_user);
    end $$`);
    for (const name of ['btree_gist', 'pg_trgm'])
      await client.query(`create extension if not exists ${name}`);
    await migrate(client, sourcesOf(modules));
  });
  const pool = openPool(url, poolSize, 'dualtrack_app');
  return {
    pool,
    asOwner: (statement) => withClient(url, (client) => client.query(statement)),
    close: () => pool.close(),
  };
}

function sourcesOf(modules: readonly ServerModule[]) {
  return [kernelMigrations, ...modules.map((module) => module.migrations)];
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
