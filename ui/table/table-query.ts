import type { AddressQuery } from '../address/address-query.ts';

/** What a list asks of the server; filters stand beside as fields of their own. The names are those of every list contract. */
export type TableQuery = {
  readonly q?: string;
  /** A column's key; a minus in front means falling. */
  readonly sort?: string;
  /** From 1. */
  readonly page: number;
  /** Rows a page. */
  readonly size: number;
} & { readonly [filter: string]: string | number | undefined };

/** What a list gets: this page's rows and how many there are in all. */
export type TableResult<Row> = { readonly items: readonly Row[]; readonly total: number };

/** Rows a page. */
export const pageSize = 50;

/** Reads a list's state from the address; what is not a page number is page 1, unknown filters are left out. */
export function tableQuery(
  address: AddressQuery,
  filters: readonly string[],
  defaultSort?: string,
): TableQuery {
  const page = Math.trunc(Number(address.page));
  const sort = address.sort ?? defaultSort;
  const chosen = Object.fromEntries(
    filters.flatMap((name) => (address[name] ? [[name, address[name]] as const] : [])),
  );
  return {
    ...chosen,
    ...(address.q ? { q: address.q } : {}),
    ...(sort ? { sort } : {}),
    page: page >= 1 && page <= 100_000 ? page : 1,
    size: pageSize,
  };
}

/** The next sort when a heading is pressed: rising, falling, and rising again. */
export function nextSort(current: string | undefined, column: string): string {
  return current === column ? `-${column}` : column;
}

/** The first and last row of a page, counted from 1. */
export function pageRange(page: number, total: number): { from: number; to: number } {
  const from = Math.min(total, (page - 1) * pageSize + 1);
  return { from, to: Math.min(total, page * pageSize) };
}
