import {
  DataTable,
  Day,
  EmptyState,
  oneOf,
  PageHeader,
  StateTag,
  useAddressQuery,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { compliance } from '../client.ts';
import { OpenTags } from '../parts/outcome.tsx';
import { TrendPanel } from '../parts/trend-panel.tsx';

const only = ['breached', 'unknown', 'clean'] as const;
const states = ['running', 'over'] as const;
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const named = (list: readonly { id: string; name: string }[] = []) =>
  list.map((one) => ({ value: one.id, label: one.name }));

/** What the authority sees: outcomes of classes in numbers. */
export function ReportsPage() {
  const t = usePhrases('compliance');
  const region = useOperation('compliance.region', compliance.reports.list, { page: 1, size: 1 }).data
    ?.region;
  const [query] = useAddressQuery();
  const choices = useOperation('compliance.choices', compliance.reports.choices, undefined);
  const trend = useOperation('compliance.reportTrend', compliance.reports.trend, {
    ...{ days: 365, school: textOf(query.school), host: textOf(query.host) },
  });
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
        load={({ sort, page, size, only: chosen, state, school, host, rule }, options) =>
          compliance.reports.list(
            {
              ...{ sort, page, size, only: oneOf(only, chosen), state: oneOf(states, state) },
              ...{ school: textOf(school), host: textOf(host), rule: textOf(rule) },
            },
            options,
          )
        }
        columns={[
          {
            key: 'school',
            header: t('classes.school'),
            cell: (row) => (
              <>
                {row.school} {row.isOver ? <StateTag tone="plain">{t('classes.over')}</StateTag> : null}
              </>
            ),
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
          {
            key: 'state',
            label: t('reports.state'),
            options: states.map((value) => ({ value, label: t(`reports.${value}`) })),
          },
          { key: 'school', label: t('classes.school'), options: named(choices.data?.schools) },
          { key: 'host', label: t('classes.host'), options: named(choices.data?.hosts) },
          {
            key: 'rule',
            label: t('reports.rules'),
            options: (choices.data?.rules ?? []).map((one) => ({ value: one.rule, label: one.title })),
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
      {trend.data === undefined ? null : <TrendPanel items={trend.data.items} />}
    </>
  );
}
