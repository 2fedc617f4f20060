import type { CellFault, Column, ValueOf } from './column.ts';

/** Names of the tables, which are also the English file names. */
export const tableKeys = [
  'organisations',
  'programmes',
  'teachers',
  'cohorts',
  'students',
  'sites',
  'posts',
  'capacity',
  'staffing',
  'headcount',
  'projects',
  'workstations',
  'mentors',
  'calendar',
] as const;

/** One of the tables of an import. */
export type TableKey = (typeof tableKeys)[number];

/** Columns of a table by key, in the order of the template. */
export type Columns = Readonly<Record<string, Column<unknown>>>;

/** A row of a table: one value for each column. */
export type RowOfColumns<C> = { -readonly [K in keyof C]: ValueOf<C[K]> };

/** A reference from columns of this table to the identity of another. Nulls refer to nothing. */
export type Reference<K> = { table: TableKey; columns: readonly K[] };

/** What a row's own check finds: the column and the fault. */
export type RowFault<K> = CellFault & { column: K };

/**
 * Quarters may stand as columns (2026Q1, 2026Q2 …): `expand` makes one row of each filled one, setting the
 * two named columns, which may also be typed one row per quarter; `collect` gathers them into a list.
 */
export type QuarterColumns<K> =
  | { mode: 'expand'; quarter: K; value: K }
  | { mode: 'collect'; into: 'quarters'; value: Column<number> };

/** The number that a quarter column of a `collect` table holds. */
export type QuarterValue = { quarter: string; value: number };

/** All there is to know about one import table. `owner` is the column with the organisation's credit code. */
export type TableDefinition<
  C extends Columns = Columns,
  K extends string = string,
  T extends TableKey = TableKey,
> = {
  key: T;
  zh: string;
  en: string;
  /** Further file and sheet names, without ending. */
  aliases: readonly string[];
  owner: K;
  /** The kind an owner must be; undefined where the table itself names the kind. */
  ownerKind: 'school' | 'enterprise' | undefined;
  columns: C;
  /** What other tables refer to. */
  identity: readonly K[];
  /** What no two rows may share; at least the identity. */
  unique: readonly K[];
  references: readonly Reference<K>[];
  /** Columns that must say the same in all rows of one identity. */
  sameWithin: readonly K[];
  quarters: QuarterColumns<K> | undefined;
  check(row: RowOfColumns<C>): readonly RowFault<K>[];
};

type Given<C extends Columns, T extends TableKey> = Pick<
  TableDefinition<C, Extract<keyof C, string>, T>,
  'key' | 'zh' | 'en' | 'owner' | 'ownerKind' | 'columns' | 'identity'
> &
  Partial<TableDefinition<C, Extract<keyof C, string>, T>>;

/** A table definition with its usual parts filled in; the column types are kept. */
export function defineTable<const C extends Columns, const T extends TableKey>(
  given: Given<C, T>,
): TableDefinition<C, Extract<keyof C, string>, T> {
  return {
    aliases: [],
    unique: given.identity,
    references: [],
    sameWithin: [],
    quarters: undefined,
    check: () => [],
    ...given,
  };
}
