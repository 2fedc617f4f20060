import { DataTable, Day, EmptyState, oneOf, PageHeader, useOperation, usePhrases } from '@dualtrack/ui';
import { compliance } from '../client.ts';
import { OpenTags } from '../parts/outcome.tsx';

const only = ['breached', 'unknown', 'clean'] as const;

/** What the authority sees: outcomes of classes in numbers. */
export function ReportsPage() {
  const t = usePhrases('compliance');
  const region = useOperation('compliance.region', compliance.reports.list, { page: 1, size: 1 }).data
    ?.region;
  const whose =
    region === undefined || region === null
      ? ''
      : region === ''
        ? t('reports.country')
        : t('reports.region', { region });
  return (
    <>
      <PageHeader title={t('reports.title')} note={`${t('reports.note')} ${whose}`} />
      <DataTable
        name="compliance.reports"
        label={t('reports.title')}
        isSearchable={false}
        load={({ sort, page, size, only: chosen }, options) =>
          compliance.reports.list({ sort, page, size, only: oneOf(only, chosen) }, options)
        }
        columns={[
          {
            key: 'school',
            header: t('classes.school'),
            cell: (row) => row.school,
            text: (row) => row.school,
            isTitle: true,
          },
          { key: 'host', header: t('classes.host'), cell: (row) => row.host, text: (row) => row.host },
          {
            key: 'placements',
            header: t('classes.placements'),
            cell: (row) => row.placements,
            text: (row) => row.placements,
            isNumber: true,
            isSortable: true,
          },
          {
            key: 'breached',
            header: t('classes.filter'),
            cell: (row) => <OpenTags tally={row.tally} />,
            text: (row) => row.tally.breached,
            isSortable: true,
          },
          {
            key: 'blocking',
            header: t('classes.blocking'),
            cell: (row) => row.tally.blocking,
            text: (row) => row.tally.blocking,
            isNumber: true,
            isSortable: true,
          },
          {
            key: 'checkedAt',
            header: t('reports.day'),
            cell: (row) => <Day day={row.onDay} />,
            text: (row) => row.onDay,
            isSortable: true,
          },
        ]}
        filters={[
          {
            key: 'only',
            label: t('classes.filter'),
            options: only.map((value) => ({ value, label: t(`only.${value}`) })),
          },
        ]}
        rowKey={(row) => row.classId}
        rowPath={(row) => `/compliance/reports/${row.classId}`}
        exportName={t('reports.title')}
        empty={
          region === null ? (
            <EmptyState title={t('reports.noRegion')}>{t('reports.noRegionNote')}</EmptyState>
          ) : (
            <EmptyState title={t('reports.none')}>{t('reports.noneNote')}</EmptyState>
          )
        }
      />
    </>
  );
}
