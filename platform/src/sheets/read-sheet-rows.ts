import { columnLetter } from './column-letter.ts';
import { mergedIssue, type ReadSheetOptions, readSheet } from './read-sheet.ts';
import type { MergedRange, SheetRow } from './sheet-batch.ts';
import type { SheetIssue } from './sheet-issue.ts';
import type { SheetSource } from './sheet-source.ts';

/** A column that a table knows: the words its header may have, compared without case, blanks and width. */
export type SheetColumn = { key: string; headers: readonly string[]; required: boolean };

/** Which columns to look for, and what to do with further headers. */
export type SheetTable = {
  columns: readonly SheetColumn[];
  /** A key for a header that is none of `columns` (such as `2026Q1`), or undefined if it is unknown. */
  keyOfHeader?: (header: string) => string | undefined;
};

/** One row of the table: the text under each known column, trimmed; absent and blank cells are missing. */
export type TableRow = { row: number; values: Readonly<Record<string, string>>; columns: ColumnPlaces };

/** Column letter and header of each key, for naming a place in a message. The same object for all rows. */
export type ColumnPlaces = Readonly<Record<string, { column: string; header: string }>>;

/** Rows that are searched for the header: a title, a date and a line of explanation may stand above it. */
const headerWithin = 10;

/**
 * The rows of a table by column key. The header is the first row (among ten) that names a known column in
 * at least half of its filled cells; what stands above it is a title. Adds issues `import.header-missing`,
 * `header-duplicate`, `column-missing`, `cell-without-header`, `merged-cells` (not for a title above the
 * header) and the warning `column-unknown`, beside those of `readSheet`.
 */
export async function* readSheetRows(
  fileName: string,
  source: SheetSource,
  table: SheetTable,
  options: ReadSheetOptions,
): AsyncGenerator<TableRow> {
  const merged: MergedRange[] = [];
  let sheet: string | undefined;
  let header: Header | undefined;
  let seen = 0;
  const issue = (one: Pick<SheetIssue, 'code' | 'params'> & Partial<SheetIssue>) =>
    options.issues.add({ file: fileName, sheet, severity: 'error', ...one });
  const reading = readSheet(fileName, source, {
    ...options,
    onMerged: (range) => merged.push(range),
    onSheet: (name) => {
      sheet = name;
      options.onSheet?.(name);
    },
  });
  const errorsBefore = options.issues.errors();
  for await (const row of reading) {
    if (header !== undefined) {
      const tableRow = mapRow(row, header, issue);
      if (tableRow !== undefined) yield tableRow;
    } else if (seen < headerWithin) {
      seen += 1;
      header = findHeader(row, table, issue);
    }
  }
  if (header === undefined && options.issues.errors() === errorsBefore) {
    const expected = table.columns.filter((one) => one.required).map((one) => one.headers[0] ?? one.key);
    issue({ code: 'import.header-missing', params: { expected: expected.join('、') } });
  }
  for (const range of merged) {
    if (header === undefined || range.lastRow >= header.row)
      options.issues.add(mergedIssue(fileName, sheet, range));
  }
}

type Header = { row: number; keys: (string | undefined)[]; places: ColumnPlaces };
type AddIssue = (issue: Pick<SheetIssue, 'code' | 'params'> & Partial<SheetIssue>) => void;

function findHeader(row: SheetRow, table: SheetTable, issue: AddIssue): Header | undefined {
  const byName = new Map(
    table.columns.flatMap((one) => one.headers.map((name) => [plainHeader(name), one.key] as const)),
  );
  const keys = row.cells.map((cell) => byName.get(plainHeader(cell)) ?? table.keyOfHeader?.(cell.trim()));
  const filled = row.cells.filter((cell) => cell.trim() !== '').length;
  const known = row.cells.filter((cell) => byName.has(plainHeader(cell))).length;
  const keyed = keys.filter((key) => key !== undefined).length;
  if (known === 0 || keyed < Math.min(2, table.columns.length) || keyed * 2 < filled) return undefined;
  const places: Record<string, { column: string; header: string }> = {};
  row.cells.forEach((cell, index) => {
    const header = cell.trim();
    const column = columnLetter(index);
    const key = keys[index];
    if (header === '') return;
    if (key === undefined) {
      issue({ code: 'import.column-unknown', params: { header }, row: row.row, column, severity: 'warning' });
    } else if (places[key] !== undefined) {
      issue({
        code: 'import.header-duplicate',
        params: { header, first: places[key].column },
        row: row.row,
        column,
      });
      keys[index] = undefined;
    } else places[key] = { column, header };
  });
  for (const one of table.columns) {
    if (one.required && places[one.key] === undefined) {
      issue({ code: 'import.column-missing', params: { header: one.headers[0] ?? one.key }, row: row.row });
    }
  }
  return { row: row.row, keys: row.cells.map((cell, i) => (cell.trim() === '' ? '' : keys[i])), places };
}

/** Values by key; undefined for a row that holds nothing but blanks. A key '' marks a column without header. */
function mapRow(row: SheetRow, header: Header, issue: AddIssue): TableRow | undefined {
  const values: Record<string, string> = {};
  let filled = false;
  row.cells.forEach((cell, index) => {
    const text = cell.trim();
    if (text === '') return;
    const key = index < header.keys.length ? header.keys[index] : '';
    filled = true;
    if (key === '') {
      const params = { value: text.slice(0, 40) };
      issue({ code: 'import.cell-without-header', params, row: row.row, column: columnLetter(index) });
    } else if (key !== undefined) values[key] = text;
  });
  return filled ? { row: row.row, values, columns: header.places } : undefined;
}

/** Headers are compared without case, blanks, width, line breaks and a star or note in brackets behind them. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\s*_\-:]/g, '')
    .replace(/\([^()]*\)$/, '')
    .toLowerCase();
}
