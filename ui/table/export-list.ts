import type { Column, DataTableProps } from './table-parts.ts';
import { pageSize, type TableQuery } from './table-query.ts';
import { writeCsv } from './write-csv.ts';

const mostRows = 10_000;

/** Gives a text to the person as a file. */
export function saveFile(name: string, content: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * Reads every page of a list under its present search, filters and sort, and saves the columns that are seen as CSV.
 * At most 10,000 rows; more belong in a report made on the server. @throws ProblemError when a page cannot be read.
 */
export async function exportList<Row>(
  load: DataTableProps<Row>['load'],
  query: TableQuery,
  columns: readonly Column<Row>[],
  fileName: string,
): Promise<void> {
  const written = columns.filter((column) => column.text !== undefined);
  const rows: Row[] = [];
  for (let page = 1; page <= mostRows / pageSize; page += 1) {
    const result = await load({ ...query, page });
    rows.push(...result.items);
    if (rows.length >= result.total || result.items.length === 0) break;
  }
  const lines = rows.map((row) => written.map((column) => column.text?.(row)));
  const csv = writeCsv([written.map((column) => column.header), ...lines]);
  saveFile(`${fileName}.csv`, csv, 'text/csv;charset=utf-8');
}
