import { PageLink } from '../address/page-link.tsx';
import { useAddressQuery } from '../address/use-address.ts';
import { usePhrases } from '../language/use-phrases.ts';
import { Icon } from '../parts/icon.tsx';
import type { Column } from './table-parts.ts';
import { nextSort } from './table-query.ts';

// Said aloud because the cards on a phone (display: block) take a table's own roles away in some browsers.
export const spoken = {
  table: { role: 'table' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;

type HeadProps<Row> = { readonly columns: readonly Column<Row>[]; readonly sort: string | undefined };

function sortState(column: string, sort: string | undefined): 'ascending' | 'descending' | undefined {
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : undefined;
}

/** The headings, sticky under the top bar; a sortable one is a button. */
export function TableHead<Row>(props: HeadProps<Row>) {
  const [, change] = useAddressQuery();
  return (
    <thead>
      <tr {...spoken.row}>
        {props.columns.map((column) => {
          const state = sortState(column.key, props.sort);
          return (
            <th
              key={column.key}
              {...spoken.head}
              scope="col"
              className={column.isNumber ? 'dt-number' : undefined}
              aria-sort={state}
            >
              {column.isSortable ? (
                <button
                  type="button"
                  className="dt-bare dt-sort"
                  onClick={() => change({ sort: nextSort(props.sort, column.key), page: undefined })}
                >
                  {column.header}
                  <span className={state === undefined ? 'dt-sort-off' : ''}>
                    <Icon name={state === 'descending' ? 'falling' : 'rising'} size={12} />
                  </span>
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

type RowsProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowPath?: ((row: Row) => string) | undefined;
};

/** The rows; on a phone each becomes a card whose heading is the title column. */
export function TableRows<Row>(props: RowsProps<Row>) {
  const content = (column: Column<Row>, row: Row) => {
    const cell = column.cell(row);
    if (!column.isTitle || props.rowPath === undefined) return cell;
    return (
      <PageLink className="dt-row-link" to={props.rowPath(row)}>
        {cell}
      </PageLink>
    );
  };
  return (
    <tbody>
      {props.rows.map((row) => (
        <tr
          key={props.rowKey(row)}
          {...spoken.row}
          className={props.rowPath === undefined ? undefined : 'dt-row-opens'}
        >
          {props.columns.map((column) => (
            <td
              key={column.key}
              {...spoken.cell}
              data-label={column.header}
              className={column.isTitle ? 'dt-cell-title' : column.isNumber ? 'dt-number' : undefined}
            >
              {content(column, row)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** Grey bars in the place of rows while the first page is on its way. */
export function TableSkeleton(props: { readonly columns: number }) {
  const t = usePhrases('ui');
  const rows = [64, 48, 72, 56, 68, 44, 60, 52];
  return (
    <tbody>
      {rows.map((width, index) => (
        <tr key={width} {...spoken.row}>
          {Array.from({ length: props.columns }, (_, column) => `column-${column}`).map((key, column) => (
            <td key={key} {...spoken.cell}>
              {index === 0 && column === 0 ? <span className="dt-hidden">{t('table.loading')}</span> : null}
              <span className="dt-bone" style={{ inlineSize: `${column === 0 ? width : width - 20}%` }} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
