import {
  DataTable,
  type DataTableProps,
  EmptyState,
  PageHeader,
  PageLink,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import type { ReactNode } from 'react';
import { importers } from './may.ts';

type RecordListProps<Row> = Omit<DataTableProps<Row>, 'empty' | 'label' | 'exportName'> & {
  readonly title: string;
  /** What an empty list says. */
  readonly none: string;
  readonly note?: ReactNode;
};

/** A page that is one list of the organisation's records, with the way to the import for those who may use it. */
export function RecordList<Row>(props: RecordListProps<Row>) {
  const { title, none, note, ...table } = props;
  const t = usePhrases('organisations');
  const { membership } = useSession();
  const mayImport = importers.includes(membership.role);
  const link = mayImport ? (
    <PageLink className="dt-button" to="/settings/import">
      {t('list.import')}
    </PageLink>
  ) : undefined;
  return (
    <>
      <PageHeader title={title} note={note} actions={link} />
      <DataTable
        {...table}
        label={title}
        exportName={title}
        empty={
          <EmptyState title={none} action={link}>
            {mayImport ? t('list.emptyNote') : t('list.emptyRead')}
          </EmptyState>
        }
      />
    </>
  );
}
