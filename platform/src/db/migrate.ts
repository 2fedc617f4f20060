import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { registeredTables, type TableKind } from './register.ts';

/** Where one room's migrations lie: `0001-name.sql`, … run in the order of their names, forward only. */
export type MigrationSource = { room: string; folder: URL };

type MigrationFile = { room: string; name: string; text: string; digest: string };

/**
 * Brings a database up to date as its owner: each file once, in its own transaction, then the tenancy wall
 * (row-level security and grants) is put on every registered table. Safe to run by two processes at once.
 * @throws when an already applied file was changed.
 */
export async function migrate(client: pg.Client, sources: readonly MigrationSource[]): Promise<number> {
  await client.query(
    'create table if not exists schema_migration (room text not null, name text not null, digest text not null, applied_at timestamptz not null, primary key (room, name))',
  );
  let applied = 0;
  for (const file of await collect(sources)) applied += await apply(client, file);
  await client.query('begin');
  try {
    await client.query('lock table schema_migration in exclusive mode');
    for (const statement of wallStatements()) await client.query(statement);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return applied;
}

async function collect(sources: readonly MigrationSource[]): Promise<MigrationFile[]> {
  const files: MigrationFile[] = [];
  for (const { room, folder } of sources) {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    for (const name of names) {
      const text = await readFile(new URL(name, folder), 'utf8');
      files.push({ room, name, text, digest: createHash('sha256').update(text).digest('hex') });
    }
  }
  return files;
}

async function apply(client: pg.Client, file: MigrationFile): Promise<number> {
  await client.query('begin');
  try {
    await client.query('lock table schema_migration in exclusive mode');
    const known = await client.query<{ digest: string }>(
      'select digest from schema_migration where room = $1 and name = $2',
      [file.room, file.name],
    );
    const digest = known.rows[0]?.digest;
    if (digest !== undefined && digest !== file.digest) {
      throw new Error(`migration ${file.room}/${file.name} was changed after it had been applied`);
    }
    if (digest === undefined) {
      await openWall(client);
      await client.query(file.text);
      await client.query(
        'insert into schema_migration (room, name, digest, applied_at) values ($1, $2, $3, now())',
        [file.room, file.name, file.digest],
      );
    }
    await client.query('commit');
    return digest === undefined ? 1 : 0;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/**
 * Takes the wall down for the owner alone, within the transaction of a migration: the wall binds the owner too, and a
 * statement over the rows of all homes would find none. `migrate` puts it up again at its end, and so does every start.
 */
async function openWall(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select quote_ident(relname) as name from pg_class where relforcerowsecurity and relnamespace = 'public'::regnamespace",
  );
  for (const { name } of rows) await client.query(`alter table ${name} no force row level security`);
}

const tenant = "nullif(current_setting('app.tenant', true), '')::uuid";
const enterprise = "nullif(current_setting('app.enterprise', true), '')::uuid";
const homes = "coalesce(nullif(current_setting('app.homes', true), ''), '{}')::uuid[]";
const identity = "current_setting('app.identity', true) = 'on'";

/**
 * A guest sees the own rows, the home itself all. Said as a `case`, because the planner takes `… is null or …` for one row in
 * two hundred whatever the setting says, and then reads and sorts whole tables for one page of a list.
 */
const guest = `case when ${enterprise} is null then true else enterprise_id = ${enterprise} end`;

/** Conditions of reading and writing, by kind of table. Policies carry no sub-queries (DATA.md rule 3). */
const walls: Record<TableKind, { read: string; write: string } | undefined> = {
  tenant: {
    read: `tenant_id = ${tenant} and ${enterprise} is null`,
    write: `tenant_id = ${tenant} and ${enterprise} is null`,
  },
  bilateral: {
    read: `(tenant_id = ${tenant} and ${guest}) or (tenant_id = any(${homes}) and enterprise_id = ${tenant})`,
    write: `tenant_id = ${tenant} and ${guest}`,
  },
  directory: { read: 'true', write: `tenant_id = ${tenant} and ${enterprise} is null` },
  identity: { read: identity, write: identity },
  reference: undefined,
  local: undefined,
};

/** Audit rows are written once; nobody of the application changes or deletes them. */
const appendOnly = new Set(['audit_entry']);

function wallStatements(): string[] {
  const statements = ['grant usage on schema public to dualtrack_app'];
  for (const [table, kind] of registeredTables()) {
    const rights = kind === 'reference' ? 'select' : 'select, insert, update, delete';
    statements.push(
      `revoke all on ${table} from dualtrack_app`,
      `grant ${appendOnly.has(table) ? 'select, insert' : rights} on ${table} to dualtrack_app`,
    );
    const wall = walls[kind];
    if (wall === undefined) continue;
    statements.push(
      `alter table ${table} enable row level security`,
      `alter table ${table} force row level security`,
      `drop policy if exists wall_read on ${table}`,
      `drop policy if exists wall_insert on ${table}`,
      `drop policy if exists wall_update on ${table}`,
      `drop policy if exists wall_delete on ${table}`,
      `create policy wall_read on ${table} for select to dualtrack_app using (${wall.read})`,
      `create policy wall_insert on ${table} for insert to dualtrack_app with check (${wall.write})`,
      `create policy wall_update on ${table} for update to dualtrack_app using (${wall.write}) with check (${wall.write})`,
      `create policy wall_delete on ${table} for delete to dualtrack_app using (${wall.write})`,
    );
  }
  return statements;
}
