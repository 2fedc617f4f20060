import {
  DataTable,
  type DataTableProps,
  EmptyState,
  PageHeader,
  PageLink,
  useAddressQuery,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import type { ComponentType, ReactNode } from 'react';
import { importers, inviters } from './may.ts';
import type { RecordFormProps } from './record-editor.tsx';

type RecordListProps<Row> = Omit<DataTableProps<Row>, 'empty' | 'label' | 'exportName'> & {
  readonly title: string;
  /** What an empty list says. */
  readonly none: string;
  readonly note?: ReactNode;
  /** The form in which single records are added and changed by those who may import, and the list's own address. */
  readonly edit?: { readonly path: string; readonly Form: ComponentType<RecordFormProps> };
};

/** A page that is one list of the organisation's records, with the ways to fill it for those who may. */
export function RecordList<Row>(props: RecordListProps<Row>) {
  const { title, none, note, edit, ...table } = props;
  const t = usePhrases('organisations');
  const { membership } = useSession();
  const [query, change] = useAddressQuery();
  const mayChange = importers.includes(membership.role);
  // Who may not invite has no use for the column of invitations.
  const mayInvite = inviters.includes(membership.role);
  const columns = table.columns.filter((column) => column.key !== 'access' || mayInvite);
  if (edit !== undefined && mayChange && query.edit) {
    return (
      <edit.Form
        key={query.edit}
        id={query.edit === 'new' ? undefined : query.edit}
        list={{ title, path: edit.path }}
        onClose={() => change({ edit: undefined })}
      />
    );
  }
  const links = mayChange ? (
    <>
      {edit === undefined ? null : (
        <PageLink className="dt-button dt-button-primary" to={`${edit.path}?edit=new`}>
          {t('record.new')}
        </PageLink>
      )}
      <PageLink className="dt-button" to="/settings/import">
        {t('list.import')}
      </PageLink>
    </>
  ) : undefined;
  const open =
    edit === undefined || !mayChange
      ? undefined
      : (row: Row) => `${edit.path}?edit=${encodeURIComponent(props.rowKey(row))}`;
  return (
    <>
      <PageHeader title={title} note={note} actions={links} />
      <DataTable
        {...table}
        columns={columns}
        rowPath={table.rowPath ?? open}
        label={title}
        exportName={title}
        empty={
          <EmptyState title={none} action={links}>
            {mayChange ? t(edit === undefined ? 'list.emptyNote' : 'list.emptyBoth') : t('list.emptyRead')}
          </EmptyState>
        }
      />
    </>
  );
}
