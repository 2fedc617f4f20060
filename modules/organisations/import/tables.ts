import { z } from 'zod';
import type { Column } from './column.ts';
import type { Columns, QuarterValue, RowOfColumns, TableDefinition, TableKey } from './table.ts';
import { mentors, posts, sites, workstations } from './tables/enterprise-tables.ts';
import { organisations } from './tables/organisations.ts';
import { capacity, headcount, projects, staffing } from './tables/plan-tables.ts';
import { calendar, cohorts, programmes, students, teachers } from './tables/school-tables.ts';

/** All import tables, in the order in which they can be saved. */
export const tables = {
  organisations,
  programmes,
  teachers,
  cohorts,
  students,
  sites,
  headcount,
  posts,
  capacity,
  staffing,
  projects,
  workstations,
  mentors,
  calendar,
} as const satisfies { readonly [K in TableKey]: { key: K } };

/** A checked row of a table, ready to be saved. `headcount` rows also carry their `quarters`. */
export type RowOf<K extends TableKey> = RowOfColumns<(typeof tables)[K]['columns']> &
  (K extends 'headcount' ? { quarters: QuarterValue[] } : unknown);

/** Everything one import brings, every row checked, references resolved. */
export type ImportBundle = { [K in TableKey]: RowOf<K>[] };

/** The table of that key without its own column types, for code that walks over all tables. */
export function tableOf(key: TableKey): TableDefinition {
  return tables[key];
}

/** The zod schema of one row, for a bundle that travels as JSON (to a job, over HTTP). */
export function rowSchema<K extends TableKey>(key: K): z.ZodType<RowOf<K>> {
  const table = tableOf(key);
  const columns: Columns = table.columns;
  const shape: Record<string, z.ZodType> = {};
  for (const [name, column] of Object.entries(columns)) shape[name] = column.schema;
  if (table.quarters?.mode === 'collect') {
    shape[table.quarters.into] = z.array(
      z.object({ quarter: quarterText, value: table.quarters.value.schema }),
    );
  }
  // A cast: the shape is built from the same columns from which RowOf is inferred.
  return z.object(shape) as unknown as z.ZodType<RowOf<K>>;
}

const quarterText = z.string().regex(/^20\d\d-Q[1-4]$/);

/** Column of a table by key; undefined if it has none. */
export function columnOf(key: TableKey, column: string): Column<unknown> | undefined {
  return tableOf(key).columns[column];
}

/** The table that a file or sheet name means: `学生.xlsx`, `students.csv`, `学生-2024级.xlsx`. */
export function tableOfFile(fileName: string): TableKey | undefined {
  const base = plain(fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''));
  const names = Object.values(tables).flatMap((table) =>
    [table.zh, table.en, ...table.aliases].map((name) => ({ key: table.key, name: plain(name) })),
  );
  const exact = names.find(({ name }) => name === base);
  return (
    exact ?? names.find(({ name }) => base.startsWith(name) && /^[-_ (·.]/.test(base.slice(name.length)))
  )?.key;
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
