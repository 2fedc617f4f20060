import {
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  PageLink,
  Panel,
  SaveRows,
  today,
  useAddressQuery,
  useLanguage,
  useNameOf,
  useOperation,
  usePathParam,
  usePhrases,
  writeDay,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { mondayOf, weekAfter } from '../../week.ts';
import { bases, rotations } from '../client.ts';
import '../rotations.css';
import '../calendar.css';

type Usage = Awaited<ReturnType<typeof rotations.usage>>;
const span = 26;

/** Usage and free places of a base over half a year, workstation by workstation. */
export function UsagePage() {
  const baseId = usePathParam('baseId');
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  const [query, change] = useAddressQuery();
  const from = mondayOf(/^\d{4}-\d\d-\d\d$/.test(query.from ?? '') ? (query.from ?? '') : today());
  const setFrom = (day: string) => change({ from: day }, { replaces: true });
  const base = useOperation('training-bases.get', bases.get, { baseId });
  const found = useOperation('rotations.usage', rotations.usage, { baseId, from, weeks: span });
  const actions = (
    <div className="ro-row">
      <Button onClick={() => setFrom(weekAfter(from, -span / 2))}>{t('usage.earlier')}</Button>
      <Button onClick={() => setFrom(mondayOf(today()))}>{t('usage.today')}</Button>
      <Button onClick={() => setFrom(weekAfter(from, span / 2))}>{t('usage.later')}</Button>
    </div>
  );
  return (
    <>
      <PageHeader
        title={t('usage.title')}
        crumbs={[
          { label: t('plan.bases'), to: '/bases' },
          { label: base.data === undefined ? t('plan.base') : nameOf(base.data), to: `/bases/${baseId}` },
        ]}
        actions={actions}
      />
      {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Loading /> : null}
      {found.data === undefined ? null : found.data.rows.length === 0 ? (
        <EmptyState title={t('usage.none')} />
      ) : (
        <UsageTable usage={found.data} />
      )}
    </>
  );
}

function UsageTable(props: { readonly usage: Usage }) {
  const { weeks, rows } = props.usage;
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  const sum = (of: (row: Usage['rows'][number]) => readonly number[]) =>
    weeks.map((_, week) => rows.reduce((all, row) => all + (of(row)[week] ?? 0), 0));
  const [heads, places] = [sum((row) => row.heads), sum((row) => row.places)];
  const [taken, all] = [heads, places].map((list) => list.reduce((one, other) => one + other, 0));
  const percent = Math.round((100 * (taken ?? 0)) / Math.max(1, all ?? 0));
  return (
    <Panel
      title={t('usage.share', { percent })}
      actions={
        <SaveRows
          rows={rows}
          fileName={t('usage.title')}
          columns={[
            [t('usage.station'), (row) => nameOf(row)],
            [t('cal.unit'), (row) => nameOf({ name: row.unitName, nameEn: row.unitNameEn })],
            [t('cal.site'), (row) => nameOf({ name: row.siteName, nameEn: row.siteNameEn })],
            ...weeks.map(
              (week, at) =>
                [
                  week,
                  (row: Usage['rows'][number]) => `${row.heads[at] ?? 0}/${row.places[at] ?? 0}`,
                ] as const,
            ),
          ]}
        />
      }
    >
      <p className="dt-quiet">{t('usage.note')}</p>
      <p className="ro-key">
        {(['free', 'part', 'full', 'closed'] as const).map((kind) => (
          <span key={kind}>
            <i className={`ro-heat-${kind}`} />
            {t(`usage.${kind}`)}
          </span>
        ))}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
      <section className="ro-heat" aria-label={t('usage.title')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('usage.station')}</th>
              {weeks.map((week) => (
                <th key={week} scope="col">
                  {writeDay(locale, week, 'short')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.stationId}>
                <th scope="row">
                  <PageLink to={`/rotation-calendar?by=station&id=${row.stationId}`}>{nameOf(row)}</PageLink>
                  <small>{`${nameOf({ name: row.unitName, nameEn: row.unitNameEn })} · ${nameOf({ name: row.siteName, nameEn: row.siteNameEn })}`}</small>
                </th>
                {weeks.map((week, at) => (
                  <UsageCell
                    key={week}
                    heads={row.heads[at] ?? 0}
                    places={row.places[at] ?? 0}
                    title={t('usage.cell', {
                      ...{ name: nameOf(row), day: writeDay(locale, week, 'short') },
                      ...{ heads: row.heads[at] ?? 0, places: row.places[at] ?? 0 },
                    })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('usage.total')}</th>
              {weeks.map((week, at) => (
                <td key={week}>{`${heads[at]}/${places[at]}`}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
    </Panel>
  );
}

function UsageCell(props: { readonly heads: number; readonly places: number; readonly title: string }) {
  const { heads, places, title } = props;
  const kind =
    heads > places
      ? 'over'
      : places === 0
        ? 'closed'
        : heads === places
          ? 'full'
          : heads > 0
            ? 'part'
            : 'free';
  return (
    <td className={`ro-heat-${kind}`} title={title}>
      {kind === 'closed' ? '–' : `${heads}/${places}`}
    </td>
  );
}
