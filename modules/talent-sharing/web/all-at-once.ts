import type { Procedure, TableQuery, TableResult } from '@dualtrack/ui';

/** A list that is there already, for the export of a page that has no table. */
export function allAtOnce<Row>(items: readonly Row[]): Procedure<TableQuery, TableResult<Row>> {
  return async () => ({ items: [...items], total: items.length });
}

/** The whole of it, as an export asks for it. */
export const wholeQuery: TableQuery = { page: 1, size: 200 };
