import type { TableRow } from '@dualtrack/platform/sheets';
import type { QuarterValue, TableDefinition } from './table.ts';
import type { Complain, Origin } from './table-input.ts';
import { readQuarter } from './time-columns.ts';

/** Values of one row by column; a column whose cell was refused is missing. */
export type RowValues = Record<string, unknown>;

/** One row as typed values. `complete` is false if anything in it was refused. */
export type ParsedRow = { values: RowValues; origin: Origin; complete: boolean };

const prefix = 'quarter:';

/** Key of a quarter column such as `2026Q1` for `readSheetRows`; undefined for other headers. */
export function quarterKey(header: string): string | undefined {
  const quarter = readQuarter(header);
  return quarter === undefined ? undefined : prefix + quarter;
}

/**
 * Turns the texts of a row into values, complaining about every cell that cannot be taken. A row of a table
 * with expanding quarter columns becomes one row for each quarter that is filled.
 */
export function parseRow(
  table: TableDefinition,
  row: TableRow,
  origin: Origin,
  complain: Complain,
): ParsedRow[] {
  const wide = Object.keys(row.values).filter((key) => key.startsWith(prefix));
  const expands = table.quarters?.mode === 'expand' && wide.length > 0 ? table.quarters : undefined;
  const values: RowValues = {};
  let complete = true;
  for (const [key, column] of Object.entries(table.columns)) {
    if (key === expands?.quarter || key === expands?.value) continue;
    const text = row.values[key];
    if (text === undefined) {
      if (column.blank !== undefined) values[key] = column.blank.value;
      else complain(origin, key, { code: 'import.value-required', params: {} });
      complete &&= column.blank !== undefined;
      continue;
    }
    const parsed = column.parse(text);
    if ('value' in parsed) values[key] = parsed.value;
    else {
      complain(origin, key, parsed.fault);
      complete = false;
    }
  }
  if (table.quarters?.mode === 'collect') {
    const collected = parseQuarters(table, row, wide, origin, complain);
    values[table.quarters.into] = collected.values;
    complete &&= collected.complete;
  }
  const parsed = { values, origin, complete };
  return expands === undefined ? [parsed] : expand(table, row, wide, parsed, complain);
}

function expand(
  table: TableDefinition,
  row: TableRow,
  wide: readonly string[],
  parsed: ParsedRow,
  complain: Complain,
): ParsedRow[] {
  const quarters = parseQuarters(table, row, wide, parsed.origin, complain);
  if (table.quarters?.mode !== 'expand') return [parsed];
  const { quarter, value } = table.quarters;
  return quarters.values.map((one) => ({
    origin: parsed.origin,
    complete: parsed.complete && quarters.complete,
    values: { ...parsed.values, [quarter]: one.quarter, [value]: one.value },
  }));
}

function parseQuarters(
  table: TableDefinition,
  row: TableRow,
  wide: readonly string[],
  origin: Origin,
  complain: Complain,
): { values: QuarterValue[]; complete: boolean } {
  const { quarters } = table;
  const column = quarters?.mode === 'collect' ? quarters.value : table.columns[quarters?.value ?? ''];
  const values: QuarterValue[] = [];
  let complete = true;
  for (const key of wide) {
    const parsed = column?.parse(row.values[key] ?? '');
    if (parsed !== undefined && 'value' in parsed) {
      values.push({ quarter: key.slice(prefix.length), value: Number(parsed.value) });
    } else if (parsed !== undefined) {
      complain(origin, key, parsed.fault);
      complete = false;
    }
  }
  return { values: values.sort((a, b) => (a.quarter < b.quarter ? -1 : 1)), complete };
}
