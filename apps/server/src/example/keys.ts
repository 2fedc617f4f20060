import { asSystem, type Kernel } from '@dualtrack/platform/operation';
import { sql } from 'kysely';

/** Ids of stored records by the codes that the example's files use. */
export type Keys = (table: string, code: string) => string;

const columns = {
  post: 'code',
  workstation: 'code',
  staff: 'staff_number',
  student: 'student_number',
  teacher: 'staff_number',
} as const;

/** Reads the codes of both homes once. @throws for a code that nobody has */
export async function readKeys(kernel: Kernel, homes: readonly string[]): Promise<Keys> {
  const ids = new Map<string, string>();
  for (const home of homes) {
    await asSystem(kernel, home, async ({ transaction }) => {
      for (const [table, column] of Object.entries(columns)) {
        const { rows } = await sql<{
          id: string;
          code: string;
        }>`select id, ${sql.ref(column)} as code from ${sql.table(table)} where tenant_id = ${home}`.execute(
          transaction.plain,
        );
        for (const row of rows) ids.set(`${table} ${row.code}`, row.id);
      }
    });
  }
  return (table, code) => {
    const id = ids.get(`${table} ${code}`);
    if (id === undefined) throw new Error(`the example has no ${table} ${code}`);
    return id;
  };
}

/** Names of an enterprise's staff by staff number. */
export async function readStaffNames(kernel: Kernel, enterprise: string): Promise<Map<string, string>> {
  return asSystem(kernel, enterprise, async ({ transaction }) => {
    const { rows } = await sql<{
      code: string;
      name: string;
    }>`select staff_number as code, name from staff where tenant_id = ${enterprise}`.execute(
      transaction.plain,
    );
    return new Map(rows.map((row) => [row.code, row.name]));
  });
}
