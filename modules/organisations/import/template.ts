import type { WriteColumn, WriteSheet, WriteValue } from '@dualtrack/platform/sheets';
import type { Column, ColumnType } from './column.ts';
import type { TableDefinition, TableKey } from './table.ts';
import { type RowOf, tableOf } from './tables.ts';

const widths: Readonly<Record<ColumnType, number>> = {
  text: 24,
  code: 20,
  day: 13,
  integer: 12,
  decimal: 12,
  percent: 12,
  money: 16,
  choice: 14,
  choices: 28,
  quarter: 12,
};
const cellTypes: Readonly<Record<ColumnType, WriteColumn['type']>> = {
  text: 'text',
  code: 'text',
  day: 'day',
  integer: 'integer',
  decimal: 'decimal',
  percent: 'percent',
  money: 'money',
  choice: 'text',
  choices: 'text',
  quarter: 'text',
};

const phrases = {
  zh: {
    notes: '填写说明',
    head: ['列名', '必填', '可填内容', '说明'],
    required: '是',
    optional: '否',
    parted: '多项用顿号分开',
  },
  en: {
    notes: 'Notes',
    head: ['Column', 'Required', 'May hold', 'Remarks'],
    required: 'yes',
    optional: 'no',
    parted: 'several parted by a comma',
  },
} as const;

/** The languages in which files are written; any locale that is not Chinese gets English. */
export type SheetLanguage = 'zh' | 'en';

/** `zh` for every Chinese locale, else `en`. */
export function sheetLanguage(locale: string): SheetLanguage {
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/**
 * An empty sheet to fill in: header row (required columns with a star), drop-down lists, hints, formats that
 * keep typed codes as text, and a second sheet that explains each column. It is read back as it stands.
 */
export function templateFor(key: TableKey, locale: string): WriteSheet {
  const language = sheetLanguage(locale);
  const table = tableOf(key);
  return {
    name: table[language],
    columns: Object.entries(table.columns).map(([column, one]) => writeColumn(column, one, language)),
    rows: [],
    notes: notesOf(table, language),
    notesName: phrases[language].notes,
    blankRows: 200,
  };
}

/**
 * Rows of a table as a sheet that can be imported again. With `wide`, the quarters of an expanding table
 * become columns (rows of one identity are put together).
 */
export function sheetFor<K extends TableKey>(
  key: K,
  rows: readonly RowOf<K>[],
  locale: string,
  layout: { wide?: boolean } = {},
): WriteSheet {
  const language = sheetLanguage(locale);
  const table = tableOf(key);
  const { quarters } = table;
  const isWide = quarters?.mode === 'expand' && layout.wide === true;
  const kept = Object.entries(table.columns).filter(
    ([column]) => !(isWide && (column === quarters.quarter || column === quarters.value)),
  );
  const written = new Map<string, Record<string, WriteValue>>();
  const named = new Set<string>();
  rows.forEach((row, at) => {
    const values: Readonly<Record<string, unknown>> = row;
    const line: Record<string, WriteValue> = {};
    for (const [column, one] of kept) line[column] = one.format(values[column], language);
    for (const [quarter, value] of quarterCells(table, values, isWide)) {
      line[quarter] = value;
      named.add(quarter);
    }
    const same = isWide ? JSON.stringify(kept.map(([column]) => line[column])) : String(at);
    written.set(same, { ...written.get(same), ...line });
  });
  const quarterColumns = [...named]
    .sort()
    .map((quarter) => ({ header: quarter, key: quarter, width: 9, type: 'decimal' }) as const);
  return {
    name: table[language],
    columns: [...kept.map(([column, one]) => writeColumn(column, one, language)), ...quarterColumns],
    rows: [...written.values()],
  };
}

function quarterCells(
  table: TableDefinition,
  values: Readonly<Record<string, unknown>>,
  isWide: boolean,
): [string, number][] {
  const { quarters } = table;
  if (quarters?.mode === 'expand' && isWide) {
    return [[short(values[quarters.quarter]), Number(values[quarters.value])]];
  }
  const list = quarters?.mode === 'collect' ? values[quarters.into] : undefined;
  return Array.isArray(list) ? list.map((one) => [short(one.quarter), Number(one.value)]) : [];
}

/** 2026-Q1 as a person would head a column: 2026Q1. */
function short(quarter: unknown): string {
  return String(quarter).replace('-', '');
}

function writeColumn(key: string, column: Column<unknown>, language: SheetLanguage): WriteColumn {
  return {
    header: column.blank === undefined ? `${column[language]}*` : column[language],
    key,
    width: Math.max(widths[column.type], column[language].length * (language === 'zh' ? 2.2 : 1.1)),
    type: cellTypes[column.type],
    choices: column.type === 'choice' ? column.choices?.map((one) => one[language]) : undefined,
    hint: column.hint?.[language],
  };
}

function notesOf(table: TableDefinition, language: SheetLanguage): string[][] {
  const words = phrases[language];
  const lines = Object.values(table.columns).map((column) => {
    const several = column.type === 'choices' ? `（${words.parted}）` : '';
    return [
      column[language],
      column.blank === undefined ? words.required : words.optional,
      (column.choices?.map((one) => one[language]).join('、') ?? '') + several,
      column.hint?.[language] ?? '',
    ];
  });
  return [[...words.head], ...lines];
}
