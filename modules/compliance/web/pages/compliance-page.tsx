import {
  DataTable,
  EmptyState,
  ErrorState,
  Figure,
  FigureStrip,
  Loading,
  Moment,
  oneOf,
  PageHeader,
  Panel,
  StateTag,
  useOperation,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { classFilters } from '../../contract.ts';
import { compliance } from '../client.ts';
import '../compliance.css';
import { OpenTags } from '../parts/outcome.tsx';
import { HostList, LapseList, RuleList } from '../parts/overview-lists.tsx';
import { TrendPanel } from '../parts/trend-panel.tsx';

/** What is breached, unknown or about to lapse, by class, rule and host. */
export function CompliancePage() {
  const t = usePhrases('compliance');
  const found = useOperation('compliance.overview', compliance.overview, undefined);
  const trend = useOperation('compliance.trend', compliance.trend, { days: 365 });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { tally, classes, unchecked, asOf, rules, hosts, lapses } = found.data;
  return (
    <div className="cp-page">
      <div>
        <PageHeader title={t('home.title')} note={t('home.note')} />
        <FigureStrip>
          <Figure
            label={t('outcome.breached')}
            value={tally.breached}
            definition={t('home.breachedDef')}
            asOf={asOf}
            to="/compliance?only=breached"
          />
          <Figure
            label={t('outcome.unknown')}
            value={tally.unknown}
            definition={t('home.unknownDef')}
            asOf={asOf}
            to="/compliance?only=unknown"
          />
          <Figure label={t('home.classes')} value={classes} definition={t('home.classesDef')} asOf={asOf} />
          <Figure
            label={t('home.unchecked')}
            value={unchecked}
            definition={t('matrix.uncheckedNote')}
            asOf={asOf}
            to="/compliance?only=unchecked"
          />
        </FigureStrip>
      </div>
      <Panel title={t('classes.title')}>
        <ClassTable />
      </Panel>
      <div className="cp-two">
        <RuleList rules={rules} />
        <div className="cp-page">
          <LapseList lapses={lapses} />
          <HostList hosts={hosts} />
        </div>
      </div>
      {trend.data === undefined ? null : <TrendPanel items={trend.data.items} />}
    </div>
  );
}

function ClassTable() {
  const t = usePhrases('compliance');
  const { membership } = useSession();
  const isSchool = membership.organisation.kind === 'school';
  return (
    <DataTable
      name="compliance.classes"
      label={t('classes.title')}
      load={({ q, sort, page, size, only: chosen }, options) =>
        compliance.classes.list({ q, sort, page, size, only: oneOf(classFilters, chosen) }, options)
      }
      columns={[
        {
          key: 'name',
          header: t('classes.name'),
          cell: (row) =>
            row.isOver ? (
              <>
                {row.name} <StateTag tone="plain">{t('classes.over')}</StateTag>
              </>
            ) : (
              row.name
            ),
          text: (row) => row.name,
          isTitle: true,
          isSortable: true,
        },
        {
          key: 'partner',
          header: t(isSchool ? 'classes.host' : 'classes.school'),
          cell: (row) => (isSchool ? row.host : row.school),
          text: (row) => (isSchool ? row.host : row.school),
        },
        {
          key: 'placements',
          header: t('classes.placements'),
          cell: (row) => row.placements,
          text: (row) => row.placements,
          isNumber: true,
        },
        {
          key: 'breached',
          header: t('classes.filter'),
          cell: (row) => (row.tally === null ? t('classes.never') : <OpenTags tally={row.tally} />),
          text: (row) => row.tally?.breached,
          isSortable: true,
        },
        {
          key: 'blocking',
          header: t('classes.blocking'),
          cell: (row) => row.tally?.blocking ?? '–',
          text: (row) => row.tally?.blocking,
          isNumber: true,
          isSortable: true,
        },
        {
          key: 'checkedAt',
          header: t('classes.checked'),
          cell: (row) => (row.checkedAt === null ? '–' : <Moment instant={row.checkedAt} />),
          text: (row) => row.checkedAt,
          isSortable: true,
        },
      ]}
      filters={[
        {
          key: 'only',
          label: t('classes.filter'),
          options: classFilters.map((value) => ({ value, label: t(`only.${value}`) })),
        },
      ]}
      rowKey={(row) => row.id}
      rowPath={(row) => `/compliance/classes/${row.id}`}
      exportName={t('classes.title')}
      empty={<EmptyState title={t('classes.none')}>{t('classes.noneNote')}</EmptyState>}
    />
  );
}
