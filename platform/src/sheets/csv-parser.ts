import type { Delimiter } from './csv-delimiter.ts';
import type { CellFault, SheetRow } from './sheet-batch.ts';

/** Takes text piece by piece and gives back the rows that are complete. */
export type CsvParser = {
  push: (text: string) => SheetRow[];
  /** The last row if the text did not end with a line break; adds `import.quote-unclosed` if a quote is open. */
  finish: () => SheetRow[];
};

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
/** Columns of Excel; a file that is one row of separators must not fill the memory. */
const mostCells = 16_384;

/**
 * A parser of RFC 4180 text that also takes lone CR or LF line ends and quotes inside unquoted fields.
 * Rows are counted as a spreadsheet counts them, so a quoted line break does not begin a row; blank lines
 * count but are not given. A field above `cellLength` is cut there and reported, never held in full.
 */
export function createCsvParser(
  delimiter: Delimiter,
  cellLength: number,
  onFault: (fault: CellFault) => void,
): CsvParser {
  const separator = delimiter.charCodeAt(0);
  let row = 1;
  let cells: string[] = [];
  let field = '';
  let length = 0;
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  let afterReturn = false;
  let rows: SheetRow[] = [];

  const take = (text: string, from: number, to: number) => {
    length += to - from;
    if (field.length <= cellLength) field += text.slice(from, Math.min(to, from + cellLength + 1));
  };
  const fault = (code: string, params: Record<string, number>) =>
    onFault({ row, column: cells.length, code, params });
  const endField = () => {
    if (length > cellLength) {
      fault('import.cell-too-long', { length, limit: cellLength });
      field = '';
    }
    if (cells.length < mostCells) cells.push(field);
    // Text further right is kept in the last place, where the limit on columns finds it.
    else if (field !== '') cells[mostCells - 1] = field;
    field = '';
    length = 0;
    state = 'start';
  };
  const endRow = () => {
    endField();
    if (cells.some((cell) => cell !== '')) rows.push({ row, cells });
    cells = [];
    row += 1;
  };
  /** Reads up to the closing quote; returns where it stopped. */
  const inQuotes = (text: string, at: number): number => {
    const close = text.indexOf('"', at);
    const end = close < 0 ? text.length : close;
    take(text, at, end);
    if (close >= 0) state = 'closed';
    return end + 1;
  };
  const step = (text: string, at: number): number => {
    const code = text.charCodeAt(at);
    if (code === lineFeed && afterReturn) {
      afterReturn = false;
      return at + 1;
    }
    afterReturn = code === carriageReturn;
    if (code === separator) endField();
    else if (code === lineFeed || code === carriageReturn) endRow();
    else if (code === quote && state === 'start') state = 'quoted';
    else if (code === quote && state === 'closed') {
      take('"', 0, 1);
      state = 'quoted';
    } else {
      if (state === 'closed') fault('import.quote-misplaced', {});
      state = 'plain';
      const end = plainEnd(text, at, separator);
      take(text, at, end);
      return end;
    }
    return at + 1;
  };

  return {
    push(text) {
      rows = [];
      let at = 0;
      while (at < text.length) at = state === 'quoted' ? inQuotes(text, at) : step(text, at);
      return rows;
    },
    finish() {
      rows = [];
      if (state === 'quoted') fault('import.quote-unclosed', {});
      if (cells.length > 0 || length > 0) endRow();
      return rows;
    },
  };
}

function plainEnd(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || code === lineFeed || code === carriageReturn) break;
  }
  return at;
}
