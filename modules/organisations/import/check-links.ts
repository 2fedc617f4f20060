import { type CodeList, type Known, recordKey } from './known.ts';
import type { ParsedRow, RowValues } from './parse-row.ts';
import type { TableDefinition, TableKey } from './table.ts';
import type { Complain } from './table-input.ts';
import { organisations } from './tables/organisations.ts';

/** What the rows of all files together offer to refer to. */
export type Offered = {
  identities: Partial<Record<TableKey, ReadonlySet<string>>>;
  kinds: ReadonlyMap<string, unknown>;
  /** Tables of which part could not be read: references to them are not judged. */
  incomplete: ReadonlySet<TableKey>;
};

/** The joined values of some columns, or undefined if one of them was refused. */
export function keyOf(values: RowValues, columns: readonly string[]): string | undefined {
  return columns.every((column) => column in values)
    ? recordKey(columns.map((column) => values[column]))
    : undefined;
}

/** Complains about every row that repeats an earlier one or says something else about the same thing. */
export function checkRepetition(
  table: TableDefinition,
  rows: readonly ParsedRow[],
  complain: Complain,
): void {
  const firsts = new Map<string, ParsedRow>();
  const sames = new Map<string, ParsedRow>();
  const lastUnique = table.unique.at(-1) ?? table.owner;
  for (const row of rows) {
    const key = keyOf(row.values, table.unique);
    const first = key === undefined ? undefined : firsts.get(key);
    if (key !== undefined && first === undefined) firsts.set(key, row);
    else if (first !== undefined) {
      const params = { firstFile: first.origin.file, firstRow: first.origin.row };
      const named = table.identity.at(-1) ?? lastUnique;
      complain(row.origin, named, { code: 'import.duplicate-row', params });
    }
    if (table.sameWithin.length > 0) checkSame(table, row, sames, complain);
  }
}

function checkSame(
  table: TableDefinition,
  row: ParsedRow,
  sames: Map<string, ParsedRow>,
  complain: Complain,
): void {
  const key = keyOf(row.values, table.identity);
  if (key === undefined) return;
  const first = sames.get(key);
  if (first === undefined) {
    sames.set(key, row);
    return;
  }
  // Rows of one line of the file come from its quarter columns and agree by themselves.
  if (first.origin === row.origin) return;
  for (const column of table.sameWithin) {
    if (!(column in row.values) || first.values[column] === row.values[column]) continue;
    const params = { firstFile: first.origin.file, firstRow: first.origin.row };
    complain(row.origin, column, { code: 'import.rows-disagree', params });
  }
}

/** Complains about rows of other organisations, dangling references, wrong kinds of owner and unknown codes. */
export function checkReferences(
  table: TableDefinition,
  row: ParsedRow,
  known: Known,
  offered: Offered,
  complain: Complain,
): void {
  const { values, origin } = row;
  const owner = values[table.owner];
  if (known.own !== undefined && owner !== undefined && owner !== known.own) {
    complain(origin, table.owner, { code: 'import.not-own-organisation', params: { value: String(owner) } });
  }
  for (const reference of table.references) {
    const parts = reference.columns.map((column) => values[column]);
    if (parts.some((part) => part === null || part === undefined)) continue;
    const key = recordKey(parts);
    const isThere =
      offered.identities[reference.table]?.has(key) === true ||
      known.records[reference.table]?.has(key) === true ||
      (reference.table === organisations.key && known.organisations.has(key)) ||
      offered.incomplete.has(reference.table);
    if (isThere) continue;
    const column = reference.columns.at(-1) ?? table.owner;
    const params = { value: String(parts.at(-1)), table: reference.table };
    complain(origin, column, { code: 'import.reference-missing', params });
  }
  checkOwnerKind(table, row, known, offered, complain);
  checkLists(table, row, known, complain);
}

function checkOwnerKind(
  table: TableDefinition,
  row: ParsedRow,
  known: Known,
  offered: Offered,
  complain: Complain,
): void {
  const owner = row.values[table.owner];
  if (table.ownerKind === undefined || typeof owner !== 'string') return;
  const kind = offered.kinds.get(owner) ?? known.organisations.get(owner);
  if (kind === undefined || kind === table.ownerKind) return;
  const params = { value: owner, kind: String(kind), expected: table.ownerKind };
  complain(row.origin, table.owner, { code: 'import.organisation-kind', params });
}

const listed: readonly (readonly [column: string, list: CodeList, code: string])[] = [
  ['regionCode', 'region', 'import.region-code-unknown'],
  ['iscoCode', 'isco', 'import.occupation-code-unknown'],
  ['occupations', 'isco', 'import.occupation-code-unknown'],
  ['majorCode', 'major', 'import.major-code-unknown'],
];

function checkLists(table: TableDefinition, row: ParsedRow, known: Known, complain: Complain): void {
  for (const [column, list, code] of listed) {
    const codes = known.lists?.[list];
    const value = row.values[column];
    if (codes === undefined || !(column in table.columns) || value === null || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      // The list is of Chinese divisions; a country abroad is not in it.
      if (list === 'region' && /^[A-Z]/.test(String(one))) continue;
      // The catalogue of majors grows every year, so a new code must not stop an import.
      const severity = list === 'major' ? 'warning' : 'error';
      if (!codes.has(String(one)))
        complain(row.origin, column, { code, params: { value: String(one) } }, severity);
    }
  }
}
