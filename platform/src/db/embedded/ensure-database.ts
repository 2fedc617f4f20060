import pg from 'pg';
import { type Credentials, type DatabaseRole, ROLE_NAMES } from './credentials.ts';

const EXTENSIONS = ['btree_gist', 'pg_trgm'];

/** Address of a database for a role, as `pg` and every other client reads it. */
export type UrlOf = (database: string, role: DatabaseRole) => string;

/**
 * Makes roles, the product's database and its extensions exist; repeating it changes nothing.
 * `resetPasswords`: the passwords are new ones for roles that may already exist.
 */
export async function ensureRolesAndDatabase(
  url: UrlOf,
  credentials: Credentials,
  resetPasswords: boolean,
): Promise<void> {
  await withClient(url('postgres', 'admin'), async (client) => {
    for (const role of ['owner', 'app'] as const) {
      await ensureRole(client, role, credentials[role], resetPasswords);
    }
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
    const done = await client.query(
      `select 1 from pg_namespace where nspname = 'public' and nspowner = $1::regrole
       and 2 = (select count(*) from pg_extension where extname = any($2))`,
      [owner, EXTENSIONS],
    );
    if (done.rowCount === 1) return;
    // One implicit transaction: a crash leaves either nothing or all of it.
    await client.query(`
      ${EXTENSIONS.map((name) => `create extension if not exists ${name} schema public;`).join('\n')}
      alter schema public owner to ${owner};
      revoke create on schema public from public;
      grant usage on schema public to ${ROLE_NAMES.app};`);
  });
}

async function ensureRole(client: pg.Client, role: 'owner' | 'app', password: string, reset: boolean) {
  const name = ROLE_NAMES[role];
  const found = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  if (found.rowCount === 1 && !reset) return;
  const verb = found.rowCount === 1 ? 'alter' : 'create';
  // Passwords are base64url: no quote can occur in them.
  await client.query(
    `${verb} role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '${password}'`,
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
