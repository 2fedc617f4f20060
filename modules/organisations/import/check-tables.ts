import type { IssueList } from '@dualtrack/platform/sheets';
import { checkReferences, checkRepetition, keyOf, type Offered } from './check-links.ts';
import type { Known } from './known.ts';
import { type ParsedRow, parseRow } from './parse-row.ts';
import { type TableKey, tableKeys } from './table.ts';
import { complainTo, type TableInput } from './table-input.ts';
import { type ImportBundle, tableOf } from './tables.ts';

/** The checked rows, or undefined if anything at all is wrong; the issues say what. */
export type CheckResult = { bundle: ImportBundle | undefined; issues: IssueList };

/**
 * Checks the rows of all files of an import together: every cell, repetition within and across files,
 * references to other files or to what is stored, ownership and official code lists. Finds everything at
 * once. Rows that are stored already are not an error: the import brings them up to date. Pass the list
 * that reading the files filled, so that a file that could not be read also holds the bundle back.
 */
export function checkTables(inputs: readonly TableInput[], known: Known, issues: IssueList): CheckResult {
  const rows = new Map<TableKey, ParsedRow[]>(tableKeys.map((key) => [key, []]));
  for (const input of inputs) {
    const table = tableOf(input.table);
    const complain = complainTo(issues, table);
    const parsed = rows.get(input.table) ?? [];
    for (const row of input.rows) {
      const origin = { file: input.file, sheet: input.sheet, row: row.row, places: row.columns };
      for (const one of parseRow(table, row, origin, complain)) parsed.push(one);
    }
  }
  const offered = offer(rows, inputs);
  for (const [key, parsed] of rows) {
    const table = tableOf(key);
    const complain = complainTo(issues, table);
    checkRepetition(table, parsed, complain);
    for (const row of parsed) {
      checkReferences(table, row, known, offered, complain);
      // A check of a whole row may read any column, so it runs only on rows that have them all.
      if (!row.complete) continue;
      for (const { column, ...fault } of table.check(row.values)) complain(row.origin, column, fault);
    }
  }
  return { bundle: issues.errors() === 0 ? bundleOf(rows) : undefined, issues };
}

function offer(rows: ReadonlyMap<TableKey, readonly ParsedRow[]>, inputs: readonly TableInput[]): Offered {
  const identities: Partial<Record<TableKey, Set<string>>> = {};
  for (const [key, parsed] of rows) {
    const { identity } = tableOf(key);
    const keys = parsed.map((row) => keyOf(row.values, identity)).filter((one) => one !== undefined);
    identities[key] = new Set(keys);
  }
  const kinds = new Map<string, unknown>();
  for (const { values } of rows.get('organisations') ?? []) kinds.set(String(values.creditCode), values.kind);
  const incomplete = new Set(inputs.filter((input) => input.incomplete === true).map((input) => input.table));
  return { identities, kinds, incomplete };
}

function bundleOf(rows: ReadonlyMap<TableKey, readonly ParsedRow[]>): ImportBundle {
  const bundle = Object.fromEntries(
    tableKeys.map((key) => [key, (rows.get(key) ?? []).map((row) => row.values)]),
  );
  // A cast: every value came out of the parser of its own column, from which the row types are inferred.
  return bundle as unknown as ImportBundle;
}
