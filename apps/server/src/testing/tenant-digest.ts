import { registeredTables } from '@dualtrack/platform/db';
import type pg from 'pg';

const homed = new Set(['tenant', 'bilateral', 'directory']);

/** What one home holds: a digest of all its rows, table by table. Read as the owner, past every wall. */
export async function digestOfHome(client: pg.Client, tenant: string): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const [table, kind] of registeredTables()) {
    if (!homed.has(kind)) continue;
    const { rows } = await client.query<{ digest: string | null }>(
      `select md5(string_agg(t::text, '|' order by t::text)) as digest from ${table} t where tenant_id = $1`,
      [tenant],
    );
    digests.set(table, rows[0]?.digest ?? '');
  }
  return digests;
}

/** Ids of a home's rows by table, a few of each. */
export async function idsOfHome(client: pg.Client, tenant: string): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (const [table, kind] of registeredTables()) {
    if (!homed.has(kind)) continue;
    const { rows: columns } = await client.query(
      "select 1 from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name = 'id'",
      [table],
    );
    if (columns.length === 0) continue;
    const { rows } = await client.query<{ id: string }>(
      `select id from ${table} where tenant_id = $1 order by id limit 3`,
      [tenant],
    );
    if (rows.length > 0)
      ids.set(
        table,
        rows.map((row) => row.id),
      );
  }
  return ids;
}
