import pg from 'pg';
import { type Credentials, type DatabaseRole, ROLE_NAMES } from './credentials.ts';

/** Address of a database for a role, as `pg` and every other client reads it. */
export type UrlOf = (database: string, role: DatabaseRole) => string;

/** Makes roles, the product's database and its extensions exist; repeating it changes nothing. */
export async function ensureRolesAndDatabase(url: UrlOf, credentials: Credentials): Promise<void> {
  await withClient(url('postgres', 'admin'), async (client) => {
    for (const role of ['owner', 'app'] as const) await ensureRole(client, role, credentials[role]);
  });
  await ensureDatabase(url, 'dualtrack');
}

/**
 * Makes an empty database owned by `dualtrack_owner` exist, with `btree_gist` and `pg_trgm` in schema public, where
 * only the owner may create. `database` is a plain identifier of ours, never user input.
 */
export async function ensureDatabase(url: UrlOf, database: string): Promise<void> {
  const owner = ROLE_NAMES.owner;
  await withClient(url('postgres', 'admin'), async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${quote(database)} owner ${owner}`);
  });
  await withClient(url(database, 'admin'), async (client) => {
    await client.query(`alter schema public owner to ${owner}`);
    await client.query('revoke create on schema public from public');
    await client.query(`grant usage on schema public to ${ROLE_NAMES.app}`);
    for (const extension of ['btree_gist', 'pg_trgm']) {
      await client.query(`create extension if not exists ${extension} schema public`);
    }
  });
}

async function ensureRole(client: pg.Client, role: 'owner' | 'app', password: string): Promise<void> {
  const name = ROLE_NAMES[role];
  const found = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  if (found.rowCount === 0) await client.query(`create role ${name}`);
  // Passwords are base64url: no quote can occur in them.
  await client.query(
    `alter role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '${password}'`,
  );
}

async function withClient(
  connectionString: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
