import { DataTable, Day, EmptyState, oneOf, PageHeader, PageLink, usePhrases } from '@dualtrack/ui';
import { observationKinds } from '../../observation.ts';
import { api } from '../client.ts';
import '../innovation.css';

/** Near misses and notes of the own organisation, the newest first. */
export function ObservationsPage() {
  const t = usePhrases('innovation-news');
  const create = (
    <PageLink className="dt-button dt-button-primary" to="/observations/new">
      {t('observation.new')}
    </PageLink>
  );
  return (
    <>
      <PageHeader title={t('observations.title')} note={t('observations.note')} actions={create} />
      <DataTable
        name="innovation.observations"
        label={t('observations.title')}
        load={({ q, sort, page, size, kind }, options) =>
          api.observations.list({ q, sort, page, size, kind: oneOf(observationKinds, kind) }, options)
        }
        filters={[
          {
            key: 'kind',
            label: t('observation.kind'),
            options: observationKinds.map((value) => ({ value, label: t(`observation.kind.${value}`) })),
          },
        ]}
        columns={[
          {
            key: 'title',
            header: t('observation.name'),
            cell: (row) => row.title,
            text: (row) => row.title,
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'kind',
            header: t('observation.kind'),
            cell: (row) => t(`observation.kind.${row.kind}`),
            text: (row) => t(`observation.kind.${row.kind}`),
            isSortable: true,
          },
          {
            key: 'place',
            header: t('observation.place'),
            cell: (row) => row.place,
            text: (row) => row.place,
            isSortable: true,
          },
          {
            key: 'onDay',
            header: t('observation.day'),
            cell: (row) => <Day day={row.onDay} style="day" />,
            text: (row) => row.onDay,
            isSortable: true,
          },
          {
            key: 'by',
            header: t('observation.by'),
            cell: (row) => row.authorName,
            text: (row) => row.authorName,
          },
          {
            key: 'challenges',
            header: t('observation.challenges'),
            cell: (row) => row.challenges,
            text: (row) => String(row.challenges),
            isNumber: true,
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/observations/${row.id}`}
        exportName={t('observations.title')}
        empty={
          <EmptyState title={t('observations.none')} action={create}>
            {t('observations.noneNote')}
          </EmptyState>
        }
      />
    </>
  );
}
