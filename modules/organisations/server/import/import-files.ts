import { dayOf } from '@dualtrack/platform/clock';
import { asSystem, type Kernel } from '@dualtrack/platform/operation';
import {
  createIssueList,
  readSheetRows,
  type SheetIssue,
  type SheetSource,
} from '@dualtrack/platform/sheets';
import { sql } from 'kysely';
import {
  checkTables,
  type ImportBundle,
  type Known,
  readTables,
  recordKey,
  type TableKey,
  tableKeys,
  tableOf,
} from '../../import/index.ts';
import { writeBundle } from './write-bundle.ts';

/** What is being done just now, with how much of it is done. */
export type ImportProgress = (step: 'reading' | 'checking' | 'writing', done: number, total: number) => void;

/** What came of an import: everything saved, or nothing and every problem. */
export type ImportOutcome =
  | { ok: true; rows: Record<TableKey, number>; warnings: SheetIssue[]; organisations: Map<string, string> }
  | { ok: false; errors: number; issues: SheetIssue[] };

type Stored = { id: string; kind: 'school' | 'enterprise' | 'authority'; code: string };

/**
 * Reads, checks and saves files of one or several organisations: all rows of all files in one transaction, or
 * nothing at all. `tenant` = null is the operator, who may bring any organisation; others bring only their own rows.
 */
export async function importFiles(
  kernel: Kernel,
  files: readonly { name: string; source: SheetSource }[],
  options: { tenant: string | null; checkOnly?: boolean; progress?: ImportProgress; signal?: AbortSignal },
): Promise<ImportOutcome> {
  const progress = options.progress ?? (() => undefined);
  const issues = createIssueList();
  const inputs = await readTables(files, readSheetRows, issues, (rows) => progress('reading', rows, 0));
  options.signal?.throwIfAborted();
  const stored = await storedOrganisations(kernel);
  const total = inputs.reduce((sum, input) => sum + input.rows.length, 0);
  progress('checking', 0, total);
  const known = await knownRecords(kernel, stored, options.tenant);
  const { bundle } = checkTables(inputs, known, issues);
  progress('checking', total, total);
  options.signal?.throwIfAborted();
  if (bundle === undefined) return { ok: false, errors: issues.errors(), issues: [...issues.list()] };
  const rows = countRows(bundle);
  if (options.checkOnly === true) {
    return { ok: true, rows, warnings: [...issues.list()], organisations: new Map() };
  }
  let written = 0;
  const byCode = new Map(stored.map((one) => [one.code, one]));
  const organisations = await writeBundle(kernel, bundle, byCode, (count) => {
    // The last moment at which a cancelled import can still leave nothing behind.
    options.signal?.throwIfAborted();
    written += count;
    progress('writing', written, total);
  });
  return { ok: true, rows, warnings: [...issues.list()], organisations };
}

function countRows(bundle: ImportBundle): Record<TableKey, number> {
  const counts = Object.fromEntries(tableKeys.map((key) => [key, bundle[key].length]));
  // Every key was mapped.
  return counts as Record<TableKey, number>;
}

async function storedOrganisations(kernel: Kernel): Promise<Stored[]> {
  const { rows } = await kernel.pool.raw.query<Stored>(
    "select tenant_id as id, kind, code from organisation where kind in ('school', 'enterprise', 'authority')",
  );
  return rows;
}

/** Natural keys of stored records that rows of an import may refer to, by the column that holds the code. */
const referable: Partial<Record<TableKey, { table: string; column: string }>> = {
  programmes: { table: 'programme', column: 'major_code' },
  cohorts: { table: 'cohort', column: 'code' },
  sites: { table: 'site', column: 'code' },
  posts: { table: 'post', column: 'code' },
  headcount: { table: 'occupation_stock', column: 'occupation' },
  capacity: { table: 'capacity_line', column: 'code' },
};

async function knownRecords(
  kernel: Kernel,
  stored: readonly Stored[],
  tenant: string | null,
): Promise<Known> {
  const records = new Map<TableKey, Set<string>>();
  const homes = tenant === null ? stored : stored.filter((one) => one.id === tenant);
  for (const home of homes) {
    await asSystem(kernel, home.id, async (context) => {
      for (const key of tableKeys) {
        const place = referable[key];
        if (place === undefined) continue;
        const { rows } = await sql<{
          code: string;
        }>`select ${sql.ref(place.column)} as code from ${sql.table(place.table)} where tenant_id = ${home.id}`.execute(
          context.transaction.plain,
        );
        const keys = records.get(key) ?? new Set();
        for (const row of rows) keys.add(recordKey([home.code, row.code]));
        records.set(key, keys);
      }
    });
  }
  const own = homes[0]?.code;
  return {
    ...(tenant === null || own === undefined ? {} : { own }),
    organisations: new Map(stored.map((one) => [one.code, one.kind])),
    records: Object.fromEntries(records),
  };
}

/** Name for an exported or template file, with the day it was made. */
export function fileNameOf(key: TableKey, locale: 'zh' | 'en', now: Date, timeZone: string): string {
  return `${tableOf(key)[locale]}-${dayOf(now, timeZone)}`;
}
