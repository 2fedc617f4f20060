import type pg from 'pg';
import { registeredTables } from './register.ts';

/** A rule of DATA.md that a table of the database does not keep. */
export type WallBreach = { table: string; rule: string };

const ownTables = new Set(['schema_migration']);
const walled = new Set(['tenant', 'bilateral', 'directory', 'identity']);

/**
 * Reads the catalogue and names every breach of the schema rules: unregistered tables, missing row-level security,
 * keys that do not begin with `tenant_id`, foreign keys across homes, triggers, narrow sequences.
 */
export async function findWallBreaches(client: pg.Client): Promise<WallBreach[]> {
  const breaches: WallBreach[] = [];
  const register = registeredTables();
  const { rows: tables } = await client.query<{ name: string; secured: boolean; forced: boolean }>(
    `select relname as name, relrowsecurity as secured, relforcerowsecurity as forced
     from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  );
  const present = new Set(tables.map((table) => table.name));
  for (const name of register.keys())
    if (!present.has(name)) breaches.push({ table: name, rule: 'registered but absent' });
  for (const { name, secured, forced } of tables) {
    if (ownTables.has(name)) continue;
    const kind = register.get(name);
    if (kind === undefined) breaches.push({ table: name, rule: 'not registered' });
    else if (walled.has(kind) && !(secured && forced))
      breaches.push({ table: name, rule: 'no row-level security' });
  }
  breaches.push(...(await keyBreaches(client, register)), ...(await otherBreaches(client)));
  return breaches;
}

async function keyBreaches(client: pg.Client, register: ReadonlyMap<string, string>): Promise<WallBreach[]> {
  const { rows } = await client.query<{
    table: string;
    kind: string;
    name: string;
    first: string;
    columns: string[];
    target: string | null;
    onDelete: string;
  }>(
    `select c.relname as table, k.contype as kind, k.conname as name, a.attname as first, t.relname as target, k.confdeltype as "onDelete",
       array(select attname::text from unnest(k.conkey) key join pg_attribute on attrelid = c.oid and attnum = key) as columns
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
     left join pg_class t on t.oid = k.confrelid
     where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f', 'x')
     union all
     select c.relname, 'u', i.relname, a.attname, null, '', array[a.attname::text]
     from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
     where c.relnamespace = 'public'::regnamespace and x.indisunique`,
  );
  const isHomed = (table: string) => ['tenant', 'bilateral'].includes(register.get(table) ?? '');
  return rows.flatMap((row) => {
    const where = `${row.table} (${row.name})`;
    if (isHomed(row.table) && row.kind !== 'f' && row.first !== 'tenant_id')
      return [{ table: where, rule: 'key does not begin with tenant_id' }];
    if (
      row.kind === 'f' &&
      row.target !== null &&
      isHomed(row.target) &&
      (!isHomed(row.table) || row.first !== 'tenant_id')
    )
      return [{ table: where, rule: 'foreign key leaves the home' }];
    if (row.kind === 'f' && row.onDelete === 'n') return [{ table: where, rule: 'on delete set null' }];
    return [];
  });
}

async function otherBreaches(client: pg.Client): Promise<WallBreach[]> {
  const triggers = await client.query<{ table: string; name: string }>(
    `select c.relname as table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`,
  );
  const sequences = await client.query<{ name: string }>(
    "select sequencename as name from pg_sequences where schemaname = 'public' and data_type <> 'bigint'::regtype",
  );
  const bilateral = [...registeredTables()].filter(([, kind]) => kind === 'bilateral').map(([name]) => name);
  const lacking = await client.query<{ table: string }>(
    `select wanted as table from unnest($1::text[]) wanted where not exists (
       select 1 from information_schema.columns where table_schema = 'public' and table_name = wanted and column_name = 'enterprise_id')`,
    [bilateral],
  );
  return [
    ...triggers.rows.map((row) => ({ table: `${row.table} (${row.name})`, rule: 'trigger' })),
    ...sequences.rows.map((row) => ({ table: row.name, rule: 'sequence below bigint' })),
    ...lacking.rows.map((row) => ({ table: row.table, rule: 'bilateral without enterprise_id' })),
  ];
}
