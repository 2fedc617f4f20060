import type { ReactNode } from 'react';
import type { Procedure } from '../client/use-operation.ts';
import type { TableQuery, TableResult } from './table-query.ts';
import type { CsvValue } from './write-csv.ts';

/** A column of a list. */
export type Column<Row> = {
  /** Also the name to sort by. */
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** What an export writes; without it the column is not exported. */
  readonly text?: (row: Row) => CsvValue;
  readonly isSortable?: boolean;
  /** Numbers stand at the end of their cell. */
  readonly isNumber?: boolean;
  /** Not shown until chosen in the column menu. */
  readonly isExtra?: boolean;
  /** The name of the thing: the row's link, and the heading of its card on a phone. One column has it. */
  readonly isTitle?: boolean;
};

/** A filter: its name in the address and in the list's input, and its choices. */
export type Filter = {
  readonly key: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** A server-side list. */
export type DataTableProps<Row> = {
  /** The read's name, `'agreements.list'`: cache key, and the place where chosen columns are kept. */
  readonly name: `${string}.${string}`;
  /** The list operation: `client.list`, or a function around it that adds fixed input. */
  readonly load: Procedure<TableQuery, TableResult<Row>>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** The address of a row's own page. */
  readonly rowPath?: (row: Row) => string;
  readonly filters?: readonly Filter[];
  readonly defaultSort?: string;
  /** Whether the server searches this list; true when not said. */
  readonly isSearchable?: boolean;
  /** Shown when the list is empty without any filter: an `EmptyState` with what it is for and one action. */
  readonly empty: ReactNode;
  /** The name of the exported file without its ending; without it there is no export. */
  readonly exportName?: string;
  /** Buttons at the end of the bar. */
  readonly actions?: ReactNode;
  /** Says what the table holds, to a screen reader. */
  readonly label: string;
};
