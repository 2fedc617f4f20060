import { type SelectQueryBuilder, sql } from 'kysely';
import type { ListInput } from '../contract/index.ts';

/** Pattern for a case-insensitive `like` on any part of a word; the person's own % and _ are plain characters. */
export function likePattern(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/**
 * Sorts, pages and counts a list on the server. `sortable` maps the names a caller may sort by to columns; the
 * first is the default. The total is that of the whole filtered list.
 */
export async function listPage<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  input: ListInput,
  sortable: Readonly<Record<string, string>>,
  /** Counts the whole filtered list where a room knows a shorter way, such as from what the rows of the page say. */
  count: (items: readonly Row[]) => Promise<number> = () => countRows(query),
): Promise<{ items: Row[]; total: number; page: number; size: number }> {
  const name = input.sort?.replace(/^-/, '');
  const column = (name === undefined ? undefined : sortable[name]) ?? Object.values(sortable)[0];
  const isDescending = input.sort?.startsWith('-') === true;
  const ordered =
    // The column comes from the module's own list of names, never from the caller.
    column === undefined
      ? query
      : query.orderBy(sql.ref(column), (order) => (isDescending ? order.desc() : order.asc()).nullsLast());
  // Equal values in the sorted column would otherwise come in any order, and a row on two pages or on none: the first
  // selected column, the row's id, decides.
  const items = await ordered
    .orderBy(sql`1`)
    .limit(input.size)
    .offset((input.page - 1) * input.size)
    .execute();
  const isWhole = input.page === 1 && items.length < input.size;
  const total = isWhole ? items.length : await count(items);
  return { items, total, page: input.page, size: input.size };
}

/** How many rows a query would give without paging. */
export async function countRows<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
): Promise<number> {
  const counting = query.clearSelect().select(sql<number>`count(*)`.as('count'));
  const row: { count?: number } | undefined = await counting.executeTakeFirst();
  return Number(row?.count ?? 0);
}
