import { readDay } from '@dualtrack/platform/contract';
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

/** The quarter that a text means as `2026-Q1`, or undefined. */
export function readQuarter(cell: string): string | undefined {
  const typed = compact(cell).toUpperCase();
  const found = /^(20\d\d)[-/.]?Q([1-4])$/.exec(typed) ?? /^(20\d\d)年?第?([1-4一二三四])季度?$/.exec(typed);
  const number = '一二三四'.indexOf(found?.[2] ?? '?') + 1 || found?.[2];
  return found === null ? undefined : `${found[1]}-Q${number}`;
}
