import { send } from '../client/send.ts';
import { giveFile } from '../parts/give-file.ts';
import type { Column, DataTableProps } from './table-parts.ts';
import type { TableQuery } from './table-query.ts';
import { type CsvValue, writeCsv } from './write-csv.ts';

/** Rows that one export holds; more than the server writes into one file are refused by it. */
export const mostExportRows = 20_000;
const rowsAtOnce = 200;

/** Gives a text to the person as a file. */
export function saveFile(name: string, content: string, type: string): void {
  giveFile(new Blob([content], { type }), name);
}

/** In which kind of file a list is saved. */
export type ExportFormat = 'xlsx' | 'csv';

/** A list to be saved: how to read it, under which search, filters and sort, and which columns. */
export type ListExport<Row> = {
  readonly load: DataTableProps<Row>['load'];
  readonly query: TableQuery;
  readonly columns: readonly Column<Row>[];
  /** Without its ending. */
  readonly fileName: string;
};

/**
 * Reads every page of a list under its present search, filters and sort: the headings, and the cells of the columns that
 * are seen. `left` counts rows beyond the most that one file holds. @throws ProblemError when a page cannot be read.
 */
export async function collectList<Row>(
  list: ListExport<Row>,
): Promise<{ headers: string[]; rows: CsvValue[][]; left: number }> {
  const written = list.columns.filter((column) => column.text !== undefined);
  const rows: Row[] = [];
  let total = 0;
  for (let page = 1; rows.length < mostExportRows; page += 1) {
    const result = await list.load({ ...list.query, page, size: rowsAtOnce });
    rows.push(...result.items);
    total = result.total;
    if (rows.length >= total || result.items.length === 0) break;
  }
  return {
    headers: written.map((column) => column.header),
    rows: rows.map((row) => written.map((column) => column.text?.(row))),
    left: Math.max(0, total - rows.length),
  };
}

/**
 * Saves a list with all rows of its filter, as CSV or as an Excel file that the server writes.
 * @returns how many rows did not fit into the file. @throws ProblemError when something cannot be read or written.
 */
export async function exportList<Row>(list: ListExport<Row>, format: ExportFormat): Promise<number> {
  const { headers, rows, left } = await collectList(list);
  if (format === 'csv') {
    saveFile(`${list.fileName}.csv`, writeCsv([headers, ...rows]), 'text/csv;charset=utf-8');
    return left;
  }
  const cells = rows.map((row) => row.map((value) => value ?? null));
  const request = new Request(new URL('/api/sheets', location.href), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: list.fileName, headers, rows: cells }),
  });
  const answer = await send(request);
  giveFile(await answer.blob(), `${list.fileName}.xlsx`);
  return left;
}
