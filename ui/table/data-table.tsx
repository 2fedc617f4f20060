import { useAddressQuery } from '../address/use-address.ts';
import { useOperation } from '../client/use-operation.ts';
import { usePhrases } from '../language/use-phrases.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import '../styles/table.css';
import { ExportButton } from './export-button.tsx';
import { ColumnMenu, FilterChips, TableBar, TableFilter, TableSearch } from './table-bar.tsx';
import { spoken, TableHead, TableRows, TableSkeleton } from './table-body.tsx';
import { TableFoot } from './table-foot.tsx';
import type { DataTableProps } from './table-parts.ts';
import { tableQuery } from './table-query.ts';
import { useColumns } from './use-columns.ts';

function NothingFits() {
  const t = usePhrases('ui');
  return <EmptyState title={t('table.none')}>{t('table.noneNote')}</EmptyState>;
}

/**
 * A list that is searched, filtered, sorted and paged on the server. Its whole state is in the address, so that back, reload
 * and a shared link show the same rows. On a phone the rows are cards.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, load, columns, filters = [], empty, label } = props;
  const [address] = useAddressQuery();
  const query = tableQuery(
    address,
    filters.map((filter) => filter.key),
    props.defaultSort,
  );
  const list = useOperation(name, load, query, { keepsPrevious: true });
  const { shown, isShown, toggle } = useColumns(name, columns);
  const isNarrowed = query.q !== undefined || filters.some((filter) => query[filter.key] !== undefined);
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data?.total === 0 && !isNarrowed && query.page === 1) return <>{empty}</>;
  return (
    <div className="dt-list">
      <TableBar>
        {props.isSearchable === false ? null : <TableSearch label={label} />}
        {filters.map((filter) => (
          <TableFilter key={filter.key} filter={filter} />
        ))}
        <span className="dt-table-actions">
          {columns.some((column) => column.isExtra) || columns.length > 4 ? (
            <ColumnMenu columns={columns} isShown={isShown} toggle={toggle} />
          ) : null}
          {props.exportName === undefined ? null : (
            <ExportButton load={load} query={query} columns={shown} fileName={props.exportName} />
          )}
          {props.actions}
        </span>
      </TableBar>
      <FilterChips filters={filters} />
      {list.data?.items.length === 0 ? (
        <NothingFits />
      ) : (
        <table
          {...spoken.table}
          className={list.isPlaceholderData ? 'dt-table dt-table-old' : 'dt-table'}
          aria-label={label}
        >
          <TableHead columns={shown} sort={query.sort} />
          {list.data === undefined ? (
            <TableSkeleton columns={shown.length} />
          ) : (
            <TableRows columns={shown} rows={list.data.items} rowKey={props.rowKey} rowPath={props.rowPath} />
          )}
        </table>
      )}
      {list.data === undefined ? null : <TableFoot page={query.page} total={list.data.total} />}
    </div>
  );
}
