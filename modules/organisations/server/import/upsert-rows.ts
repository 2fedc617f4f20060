import { snakeCase } from '@dualtrack/platform/db';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';

/** PostgreSQL types of the columns of a table's rows, by camelCase name, in the order of the statement. */
export type RowShape = Readonly<Record<string, string>>;

const batch = 5_000;

/**
 * Writes rows of one table in the home of the context, thousands at a statement. A row whose natural key is there
 * already is brought up to date and keeps its id.
 */
export async function upsertRows<Tables>(
  context: TransactionContext<Tables>,
  given: {
    table: string;
    shape: RowShape;
    key: readonly string[];
    /** Columns that a stored row keeps. */
    keep?: readonly string[];
    rows: readonly Record<string, unknown>[];
    onWritten?: (count: number) => void;
  },
): Promise<void> {
  const columns = Object.keys(given.shape);
  const names = columns.map((name) => sql.ref(snakeCase(name)));
  const typed = columns.map((name) => sql`${sql.ref(name)} ${sql.raw(given.shape[name] ?? 'text')}`);
  const changed = columns.filter((name) => ![...given.key, ...(given.keep ?? [])].includes(name));
  const updates = changed.map(
    (name) => sql`${sql.ref(snakeCase(name))} = ${sql.ref(`excluded.${snakeCase(name)}`)}`,
  );
  const action = updates.length === 0 ? sql`nothing` : sql`update set ${sql.join(updates)}`;
  const key = sql.join([sql.ref('tenant_id'), ...given.key.map((name) => sql.ref(snakeCase(name)))]);
  for (let start = 0; start < given.rows.length; start += batch) {
    const part = given.rows.slice(start, start + batch);
    await sql`insert into ${sql.table(given.table)} (tenant_id, ${sql.join(names)})
      select ${context.tenant}::uuid, ${sql.join(columns.map((name) => sql.ref(`given.${name}`)))}
      from json_to_recordset(${JSON.stringify(part)}::json) as given (${sql.join(typed)})
      on conflict (${key}) do ${action}`.execute(context.transaction.plain);
    given.onWritten?.(part.length);
  }
}

/** Ids of the stored rows of a table by one of its columns. */
export async function idsBy<Tables>(
  context: TransactionContext<Tables>,
  table: string,
  column: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{
    id: string;
    code: string;
  }>`select id, ${sql.ref(column)} as code from ${sql.table(table)} where tenant_id = ${context.tenant}`.execute(
    context.transaction.plain,
  );
  return new Map(rows.map((row) => [row.code, row.id]));
}
