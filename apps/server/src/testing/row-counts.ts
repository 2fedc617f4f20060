import { registeredTables } from '@dualtrack/platform/db';
import type pg from 'pg';

// A visit leaves its own rows here, and each start has the law looked at anew; neither is part of what an operation does.
const ofOthers = new Set(['session', 'sign_in_failure', 'verdict_run']);

/** How many rows each table has, by state where it has one: `{ agreement: { fixed: 1, 'in-force': 2 }, … }`. */
export async function rowCounts(client: pg.Client): Promise<Record<string, Record<string, number>>> {
  const { rows: stateful } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'state'",
  );
  const hasState = new Set(stateful.map((row) => row.name));
  const counts: Record<string, Record<string, number>> = {};
  for (const [table] of registeredTables()) {
    if (ofOthers.has(table)) continue;
    const state = hasState.has(table) ? 'state' : "'rows'";
    const { rows } = await client.query<{ state: string; count: number }>(
      `select ${state} as state, count(*)::int as count from ${table} group by 1 order by 1`,
    );
    counts[table] = Object.fromEntries(rows.map((row) => [row.state, row.count]));
  }
  return counts;
}
