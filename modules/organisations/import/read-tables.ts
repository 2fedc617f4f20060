import { type IssueList, readSheetRows, type SheetSource, type TableRow } from '@dualtrack/platform/sheets';
import { quarterKey } from './parse-row.ts';
import type { TableInput } from './table-input.ts';
import { tableOf, tableOfFile } from './tables.ts';

/** A file of an import: its name says which table it holds. */
export type ImportFile = { name: string; source: SheetSource };

/**
 * Reads the files of an import one after the other. A file whose name is no table is the issue
 * `import.table-unknown`. Several files may hold parts of one table. `onRows` is called now and then with
 * the number of rows read so far, for a progress bar.
 */
export async function readTables(
  files: readonly ImportFile[],
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
    const table = tableOf(key);
    const quarters = table.quarters;
    const isWide = (column: string) =>
      quarters?.mode === 'expand' && (column === quarters.quarter || column === quarters.value);
    const columns = Object.entries(table.columns).map(([column, { zh, en, aliases, blank }]) => ({
      key: column,
      headers: [zh, en, column, ...aliases],
      required: blank === undefined && !isWide(column),
    }));
    const rows: TableRow[] = [];
    let sheet: string | undefined;
    const spec = { columns, keyOfHeader: quarters === undefined ? undefined : quarterKey };
    const options = {
      issues,
      sheetNames: [table.zh, table.en, ...table.aliases],
      onSheet: (name: string) => {
        sheet = name;
      },
    };
    for await (const row of readSheetRows(file.name, file.source, spec, options)) {
      rows.push(row);
      count += 1;
      if (count % 1000 === 0) onRows(count);
    }
    inputs.push({ table: key, file: file.name, sheet, rows, incomplete: issues.errors() > errorsBefore });
  }
  onRows(count);
  return inputs;
}
