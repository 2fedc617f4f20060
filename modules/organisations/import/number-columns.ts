import { z } from 'zod';
import { type Column, type ColumnWords, compact, fault, quote } from './column.ts';
import { words } from './text-columns.ts';

/** Bounds of a number, both included. */
export type Bounds = ColumnWords & { min?: number; max?: number };

/** A whole number within bounds (default 0 to 1,000,000). */
export function integer(zh: string, en: string, more: Bounds = {}): Column<number> {
  const { min = 0, max = 1_000_000 } = more;
  return {
    ...words(zh, en, more),
    type: 'integer',
    schema: z.int().min(min).max(max),
    parse: (cell) => {
      const value = plainNumber(cell);
      if (value === undefined || !Number.isInteger(value)) {
        return fault('import.integer-invalid', { value: quote(cell) });
      }
      return within(value, cell, min, max);
    },
    format: (value) => value,
  };
}

/** A number within bounds (default 0 to 1,000,000,000). */
export function decimal(zh: string, en: string, more: Bounds = {}): Column<number> {
  const { min = 0, max = 1_000_000_000 } = more;
  return {
    ...words(zh, en, more),
    type: 'decimal',
    schema: z.number().min(min).max(max),
    parse: (cell) => {
      const value = plainNumber(cell);
      if (value === undefined) return fault('import.decimal-invalid', { value: quote(cell) });
      return within(value, cell, min, max);
    },
    format: (value) => value,
  };
}

/** A share from 0 to 1, typed as `35%` or `0.35`. */
export function percent(zh: string, en: string, more: ColumnWords = {}): Column<number> {
  const hint = more.hint ?? { zh: '如 35% 或 0.35', en: 'such as 35% or 0.35' };
  return {
    ...words(zh, en, { ...more, hint }),
    type: 'percent',
    schema: z.number().min(0).max(1),
    parse: (cell) => {
      const typed = compact(cell);
      const number = plainNumber(typed.replace(/%$/, ''));
      if (number === undefined) return fault('import.percent-invalid', { value: quote(cell) });
      // Through a decimal text, as 35 / 100 and 0.07 * 100 carry binary noise.
      const value = typed.endsWith('%') ? Number((number / 100).toFixed(8)) : number;
      return value >= 0 && value <= 1 ? { value } : fault('import.percent-invalid', { value: quote(cell) });
    },
    format: (value) => value,
  };
}

/** An amount typed in yuan with at most two decimals; the value is in fen (minor units of CNY). */
export function money(zh: string, en: string, more: ColumnWords = {}): Column<number> {
  return {
    ...words(zh, en, more),
    type: 'money',
    schema: z.int().min(0),
    parse: (cell) => {
      const typed = compact(cell)
        .replace(/^[¥￥]/, '')
        .replace(/元$/, '');
      const number = plainNumber(typed);
      if (number === undefined || !/^[\d,]+(\.\d{1,2})?$/.test(typed)) {
        return fault('import.money-invalid', { value: quote(cell) });
      }
      const limit = 100_000_000;
      if (number > limit) return fault('import.out-of-range', { value: quote(cell), min: 0, max: limit });
      return { value: Math.round(number * 100) };
    },
    format: (value) => value / 100,
  };
}

/** A number from text with full-width digits, blanks and thousands separators; undefined if it is none. */
export function plainNumber(cell: string): number | undefined {
  const typed = compact(cell).replace(/^[−–—]/, '-');
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(typed)) return Number(typed.replaceAll(',', ''));
  return /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(typed) ? Number(typed) : undefined;
}

function within(value: number, cell: string, min: number, max: number) {
  if (value >= min && value <= max) return { value };
  return fault('import.out-of-range', { value: quote(cell), min, max });
}
