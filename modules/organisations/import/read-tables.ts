import type {
  IssueList,
  ReadSheetOptions,
  SheetSource,
  SheetTable,
  TableRow,
} from '@dualtrack/platform/sheets';
import { quarterKey } from './parse-row.ts';
import type { TableKey } from './table.ts';
import type { TableInput } from './table-input.ts';
import { tableOf, tableOfFile } from './tables.ts';

/** A file of an import: its name says which table it holds. */
export type ImportFile = { name: string; source: SheetSource };

/** How rows are got out of a file; `readSheetRows` of the platform, handed in so that this room stays without input. */
export type ReadRows = (
  fileName: string,
  source: SheetSource,
  table: SheetTable,
  options: ReadSheetOptions,
) => AsyncIterable<TableRow>;

/** What to look for in a file of this table: its columns, its quarter columns, its sheet. */
export function sheetTableOf(key: TableKey): { table: SheetTable; sheetNames: readonly string[] } {
  const { columns, quarters, zh, en, aliases } = tableOf(key);
  const isWide = (column: string) =>
    quarters?.mode === 'expand' && (column === quarters.quarter || column === quarters.value);
  return {
    table: {
      columns: Object.entries(columns).map(([column, one]) => ({
        key: column,
        headers: [one.zh, one.en, column, ...one.aliases],
        required: one.blank === undefined && !isWide(column),
      })),
      keyOfHeader: quarters === undefined ? undefined : quarterKey,
    },
    sheetNames: [zh, en, ...aliases],
  };
}

/**
 * Reads the files of an import one after the other. A file whose name is no table is the issue
 * `import.table-unknown`. Several files may hold parts of one table. `onRows` is called now and then with
 * the number of rows read so far, for a progress bar.
 */
export async function readTables(
  files: readonly ImportFile[],
  readRows: ReadRows,
  issues: IssueList,
  onRows: (rows: number) => void = () => {},
): Promise<TableInput[]> {
  const inputs: TableInput[] = [];
  let count = 0;
  for (const file of files) {
    const key = tableOfFile(file.name);
    if (key === undefined) {
      const name = file.name.replace(/^.*[\\/]/, '');
      issues.add({ file: file.name, code: 'import.table-unknown', params: { name }, severity: 'error' });
      continue;
    }
    const errorsBefore = issues.errors();
    const { table, sheetNames } = sheetTableOf(key);
    const rows: TableRow[] = [];
    let sheet: string | undefined;
    const onSheet = (name: string) => {
      sheet = name;
    };
    for await (const row of readRows(file.name, file.source, table, { issues, sheetNames, onSheet })) {
      rows.push(row);
      count += 1;
      if (count % 1000 === 0) onRows(count);
    }
    inputs.push({ table: key, file: file.name, sheet, rows, incomplete: issues.errors() > errorsBefore });
  }
  onRows(count);
  return inputs;
}
