import type * as z from 'zod';
import type { WriteColumn, WriteSheet } from '../write-xlsx.ts';
import type { sheetInput } from './contract.ts';

type Cell = string | number | null;

/** Latin characters that a cell takes; Chinese ones count twice. */
function widthOf(value: Cell): number {
  let width = 0;
  for (const letter of String(value ?? '')) width += letter.charCodeAt(0) > 0x2e7f ? 2 : 1;
  return width;
}

const isDay = (value: Cell) => typeof value === 'string' && /^(19|20)\d\d-(0[1-9]|1[0-2])-\d\d$/.test(value);

/** A column is of a type only when every filled cell is; codes that look like numbers come as text and stay text. */
function typeOf(cells: readonly Cell[]): WriteColumn['type'] {
  const filled = cells.filter((one) => one !== null && one !== '');
  if (filled.length === 0) return 'text';
  if (filled.every(isDay)) return 'day';
  if (filled.every((one) => Number.isInteger(one))) return 'integer';
  return filled.every((one) => typeof one === 'number') ? 'decimal' : 'text';
}

/** Without the control characters that no spreadsheet can hold. */
function printable(value: Cell): Cell {
  return typeof value === 'string' ? value.replaceAll(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '') : value;
}

/** A list as a sheet: columns as wide as what they hold, numbers and days as such, everything else as text. */
export function listSheet(given: z.output<typeof sheetInput>): WriteSheet {
  const { headers, rows } = given;
  return {
    // Excel allows 31 characters and not these signs.
    name:
      given.name
        .replaceAll(/[[\]:*?/\\']/g, ' ')
        .slice(0, 31)
        .trim() || 'list',
    columns: headers.map((header, at) => {
      const cells = rows.map((row) => row[at] ?? null);
      const widest = cells.slice(0, 500).reduce((most: number, one) => Math.max(most, widthOf(one)), 0);
      const width = Math.min(60, Math.max(8, widthOf(header) + 2, widest + 2));
      return { header, key: String(at), type: typeOf(cells), width };
    }),
    rows: rows.map((row) =>
      Object.fromEntries(headers.map((_, at) => [String(at), printable(row[at] ?? null)])),
    ),
  };
}
