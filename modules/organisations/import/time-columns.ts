import { z } from 'zod';
import { type Column, type ColumnWords, compact, fault, quote } from './column.ts';
import { words } from './text-columns.ts';

/** A calendar day as `2026-03-02`, typed in any of the usual ways, between `from` and `to`. */
export function day(
  zh: string,
  en: string,
  more: ColumnWords & { from?: string; to?: string } = {},
): Column<string> {
  const { from = '1930-01-01', to = '2100-12-31' } = more;
  return {
    ...words(zh, en, { hint: { zh: '如 2026-03-02', en: 'such as 2026-03-02' }, ...more }),
    type: 'day',
    schema: z.iso.date(),
    parse: (cell) => {
      const value = readDay(cell);
      if (value === undefined) return fault('import.day-invalid', { value: quote(cell) });
      if (value < from || value > to) return fault('import.day-out-of-range', { value, from, to });
      return { value };
    },
    format: (value) => value,
  };
}

/** A quarter as `2026-Q1`, typed as 2026Q1, 2026-Q1, 2026年1季度 or 2026年第一季度. */
export function quarter(zh: string, en: string, more: ColumnWords = {}): Column<string> {
  return {
    ...words(zh, en, { hint: { zh: '如 2026Q1', en: 'such as 2026Q1' }, ...more }),
    type: 'quarter',
    schema: z.string().regex(/^20\d\d-Q[1-4]$/),
    parse: (cell) => {
      const value = readQuarter(cell);
      return value === undefined ? fault('import.quarter-invalid', { value: quote(cell) }) : { value };
    },
    format: (value) => value.replace('-', ''),
  };
}

/**
 * The day that a text means: 2026-03-02, 2026/3/2, 2026.3.2, 2026年3月2日, 20260302, or an Excel serial of
 * a cell that lost its date format. Undefined for anything else and for days that do not exist.
 */
export function readDay(cell: string): string | undefined {
  const typed = compact(/[:：]/.test(cell) ? withoutTime(cell) : cell);
  const serial = /^\d{5}$/.test(typed) ? Number(typed) : undefined;
  if (serial !== undefined) return dayOfSerial(serial);
  const parts =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(typed) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  const [year = 0, month = 0, date = 0] = parts?.slice(1).map(Number) ?? [];
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

function withoutTime(cell: string): string {
  return cell.normalize('NFKC').replace(/[T\s]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?\s*$/, '');
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The quarter that a text means as `2026-Q1`, or undefined. */
export function readQuarter(cell: string): string | undefined {
  const typed = compact(cell).toUpperCase();
  const found = /^(20\d\d)[-/.]?Q([1-4])$/.exec(typed) ?? /^(20\d\d)年?第?([1-4一二三四])季度?$/.exec(typed);
  const number = '一二三四'.indexOf(found?.[2] ?? '?') + 1 || found?.[2];
  return found === null ? undefined : `${found[1]}-Q${number}`;
}

/** Day of an Excel serial in the 1900 system. */
function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
