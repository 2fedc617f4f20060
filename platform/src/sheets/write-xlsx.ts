import { Worker } from 'node:worker_threads';
import {
  type CellStyle,
  type DataValidation,
  type WriteSheet as HucreSheet,
  writeXlsx as write,
} from 'hucre/xlsx';
import { columnLetter } from './column-letter.ts';

/** What a cell may hold. A column of type `day` takes ISO days (`2026-03-02`) as text. */
export type WriteValue = string | number | boolean | null | undefined;

/** One column. `width` counts Latin characters (a Chinese one takes two). */
export type WriteColumn = {
  header: string;
  key: string;
  width?: number;
  type?: 'text' | 'integer' | 'decimal' | 'percent' | 'money' | 'day';
  /** Offered as a drop-down list in the cells below the header. */
  choices?: readonly string[];
  /** Shown when a cell of the column is selected. */
  hint?: string;
};

/** One sheet; `notes` go on a second sheet named `notesName`, one line of cells each. */
export type WriteSheet = {
  name: string;
  columns: readonly WriteColumn[];
  rows: readonly Readonly<Record<string, WriteValue>>[];
  notes?: readonly (readonly string[])[];
  notesName?: string;
  /** Empty rows below the last one that already carry the formats, so that typed codes stay text. */
  blankRows?: number;
  /** Columns that stay in sight while one scrolls to the right. */
  frozenColumns?: number;
  /** Fills of cells by row (from 0) and column key, `RRGGBB`; cells with a fill wrap their text. */
  fills?: readonly Readonly<Record<string, string>>[];
  /** Printed across A3, as wide as the page, with the header row on every page. */
  isWide?: boolean;
};

/** A workbook to be written. */
export type WriteBook = {
  sheets: readonly WriteSheet[];
  /** Written into the file, so that equal input gives equal content. */
  modifiedAt: Date;
  title?: string;
};

const formats: Readonly<Record<NonNullable<WriteColumn['type']>, string>> = {
  text: '@',
  integer: '0',
  decimal: '0.####',
  percent: '0.##%',
  money: '#,##0.00',
  day: 'yyyy-mm-dd',
};

/** Rows below the header for which lists and formats are prepared in an empty sheet. */
const preparedRows = 2000;
/** Excel takes at most 255 characters of choices inside the rule itself. */
const inlineChoices = 255;

/** Rows above which writing moves to a thread, so that the server is not held up. */
const inThreadAbove = 2000;

/**
 * An .xlsx file with a bold, frozen header row and typed columns. Text is always stored as text, so nothing
 * in it can run as a formula. Large books are written in a thread of their own.
 */
export async function writeXlsx(book: WriteBook): Promise<Uint8Array> {
  const rows = book.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  return rows > inThreadAbove ? writeInThread(book) : writeXlsxHere(book);
}

function writeInThread(book: WriteBook): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./write-xlsx-worker.ts', import.meta.url), { workerData: book });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** `writeXlsx` on the calling thread. */
export async function writeXlsxHere(book: WriteBook): Promise<Uint8Array> {
  const lists: string[][] = [];
  const sheets = book.sheets.map((sheet) => dataSheet(sheet, lists));
  const notes = book.sheets.flatMap((sheet) => (sheet.notes === undefined ? [] : [notesSheet(sheet)]));
  const properties = { title: book.title, created: book.modifiedAt, modified: book.modifiedAt };
  return write({ sheets: [...sheets, ...notes, ...listSheet(lists)], properties });
}

const bold = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EDF3' } },
} as const;

function dataSheet(sheet: WriteSheet, lists: string[][]): HucreSheet {
  const header = sheet.columns.map((column) => column.header);
  const rows = sheet.rows.map((row) => sheet.columns.map((column) => cellValue(row[column.key], column)));
  const last = Math.max(rows.length, preparedRows) + 1;
  return {
    name: sheet.name,
    columns: sheet.columns.map((column) => ({
      width: column.width ?? 16,
      numFmt: formats[column.type ?? 'text'],
    })),
    rows: [header, ...rows, ...Array.from({ length: sheet.blankRows ?? 0 }, () => header.map(() => null))],
    cells: new Map([...header.map((text, index) => headCell(text, index, sheet)), ...filledCells(sheet)]),
    freezePane: { rows: 1, ...(sheet.frozenColumns === undefined ? {} : { columns: sheet.frozenColumns }) },
    ...(sheet.isWide === true ? { pageSetup: widePage } : {}),
    dataValidations: sheet.columns.flatMap((column, index) => validation(column, index, last, lists)),
  };
}

const widePage: HucreSheet['pageSetup'] = {
  ...({ paperSize: 'a3', orientation: 'landscape' } as const),
  ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
};

type CellAt = [string, { value: string | number | boolean | Date | null; style: CellStyle }];

function headCell(text: string, index: number, sheet: WriteSheet): CellAt {
  const style = sheet.isWide === true ? { ...bold, alignment: { wrapText: true } } : bold;
  return [`0,${index}`, { value: text, style }];
}

function filledCells({ columns, rows, fills = [] }: WriteSheet): CellAt[] {
  return fills.flatMap((fill, row) =>
    columns.flatMap((column, index): CellAt[] => {
      const rgb = fill[column.key];
      if (rgb === undefined) return [];
      const style: CellStyle = {
        fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } },
        alignment: { wrapText: true, vertical: 'center' },
        numFmt: formats[column.type ?? 'text'],
      };
      return [[`${row + 1},${index}`, { value: cellValue(rows[row]?.[column.key], column), style }]];
    }),
  );
}

function cellValue(value: WriteValue, column: WriteColumn): string | number | boolean | Date | null {
  if (value === undefined || value === '') return null;
  if (column.type === 'day' && typeof value === 'string') return new Date(`${value}T00:00:00Z`);
  return typeof value === 'string' ? escaped(value) : value;
}

/** Text that looks like Excel's own `_x0041_` escapes is escaped, or it would be read as one. */
function escaped(text: string): string {
  return text.replace(/_(x[0-9a-fA-F]{4}_)/g, '_x005F_$1');
}

function validation(column: WriteColumn, index: number, last: number, lists: string[][]): DataValidation[] {
  const letter = columnLetter(index);
  const range = `${letter}2:${letter}${last}`;
  const input =
    column.hint === undefined ? {} : { showInputMessage: true, inputMessage: column.hint.slice(0, 255) };
  if (column.choices === undefined) {
    if (column.hint === undefined) return [];
    // A rule that allows everything: the only way to show a hint without a comment.
    return [
      {
        type: 'textLength',
        operator: 'greaterThanOrEqual',
        formula1: '0',
        range,
        allowBlank: true,
        ...input,
      },
    ];
  }
  const rule = { type: 'list', range, allowBlank: true, showErrorMessage: true, ...input } as const;
  if (column.choices.join(',').length <= inlineChoices) return [{ ...rule, values: [...column.choices] }];
  lists.push([...column.choices]);
  const listLetter = columnLetter(lists.length - 1);
  return [{ ...rule, formula1: `'${listsName}'!$${listLetter}$1:$${listLetter}$${column.choices.length}` }];
}

const listsName = '_lists';

/** Long choice lists live on a hidden sheet, which reading ignores. */
function listSheet(lists: readonly (readonly string[])[]): HucreSheet[] {
  if (lists.length === 0) return [];
  const height = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length: height }, (_, row) => lists.map((list) => list[row] ?? null));
  return [{ name: listsName, rows, hidden: true }];
}

function notesSheet(sheet: WriteSheet): HucreSheet {
  const rows = (sheet.notes ?? []).map((line) => [...line]);
  const width = Math.max(1, ...rows.map((line) => line.length));
  const widths = [22, 12, 12, 60];
  const columns = Array.from({ length: width }, (_, index) => ({ width: widths[index] ?? 30, numFmt: '@' }));
  const first = rows[0] ?? [];
  return {
    name: sheet.notesName ?? `${sheet.name}_notes`.slice(0, 31),
    columns,
    rows,
    cells: new Map(first.map((text, index) => [`0,${index}`, { value: text, style: bold }])),
    freezePane: { rows: 1 },
  };
}
