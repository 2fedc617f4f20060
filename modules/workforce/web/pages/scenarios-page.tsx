import {
  Chart,
  ConfirmButton,
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  PageLink,
  Panel,
  SaveRows,
  useAddressQuery,
  useLanguage,
  useOperation,
  usePhrases,
  useWrite,
  writeNumber,
} from '@dualtrack/ui';
import { Select } from 'antd';
import { useState } from 'react';
import type { ForecastNames, ScenarioColumn } from '../../contract.ts';
import { workforce } from '../client.ts';
import { ForecastRuns } from '../parts/forecast-runs.tsx';
import { nameIn } from '../parts/names.ts';
import { ScenarioForm } from '../parts/scenario-form.tsx';
import { useChangeWords } from '../parts/scenario-words.ts';
import '../workforce.css';

/** Scenarios of a forecast side by side: the one in the address, or the newest. */
export function ScenariosPage() {
  const t = usePhrases('workforce');
  const [query] = useAddressQuery();
  const list = useOperation('workforce.forecasts', workforce.forecasts.list, {
    page: 1,
    size: 1,
    kind: 'plan',
  });
  const forecastId = query['forecast'] ?? list.data?.items[0]?.id;
  return (
    <>
      <PageHeader
        title={t('scenario.title')}
        note={t('scenario.note')}
        crumbs={[
          { label: t('gap.title'), to: forecastId === undefined ? '/demand' : `/demand/${forecastId}` },
        ]}
      />
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data !== undefined && forecastId === undefined ? (
        <EmptyState title={t('gap.none')} action={<PageLink to="/demand">{t('gap.title')}</PageLink>}>
          {t('scenario.noForecast')}
        </EmptyState>
      ) : null}
      {forecastId === undefined ? null : <Comparison key={forecastId} forecastId={forecastId} />}
    </>
  );
}

function Comparison(props: { readonly forecastId: string }) {
  const { forecastId } = props;
  const found = useOperation('workforce.forecast', workforce.forecasts.get, { forecastId });
  const compared = useOperation('workforce.scenarios', workforce.scenarios.compare, { forecastId });
  const failed = found.error ?? compared.error;
  if (failed !== null) return <ErrorState error={failed} onRetry={() => void compared.refetch()} />;
  if (found.data === undefined || compared.data === undefined) return <Loading />;
  const { names, plan } = found.data;
  return (
    <div className="wf-split">
      <ForecastRuns kind="scenario" baseId={forecastId} />
      <ScenarioTable names={names} base={compared.data.base} scenarios={compared.data.scenarios} />
      <ScenarioForm forecastId={forecastId} plan={plan} names={names} />
      <ScenarioChart names={names} base={compared.data.base} scenarios={compared.data.scenarios} />
    </div>
  );
}

type Columns = {
  readonly names: ForecastNames;
  readonly base: ScenarioColumn;
  readonly scenarios: readonly ScenarioColumn[];
};

const worst = (column: ScenarioColumn, id: string) =>
  column.occupations
    .find((one) => one.id === id)
    ?.quarters.reduce((most, quarter) => (quarter.mean > most.mean ? quarter : most));

function ScenarioTable({ names, base, scenarios }: Columns) {
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const words = useChangeWords(names);
  const number = (value: number) => writeNumber(locale, value, 0);
  const columns = [base, ...scenarios];
  const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${number(Math.abs(value))}`;
  const against = (of: (column: ScenarioColumn) => number) =>
    columns.map((column) => (
      <td key={column.id} className="dt-number">
        {number(of(column))}
        {column === base ? null : (
          <span className="wf-against">
            {t('scenario.against', { change: signed(of(column) - of(base)) })}
          </span>
        )}
      </td>
    ));
  const occupations = base.occupations.filter(({ id }) =>
    columns.some((one) => (worst(one, id)?.mean ?? 0) > 0.5),
  );
  return (
    <Panel title={t('scenario.byOccupation')} actions={<SaveScenarios names={names} columns={columns} />}>
      <p className="dt-quiet dt-small">{t('scenario.byOccupationNote')}</p>
      {scenarios.length === 0 ? <p>{t('scenario.none')}</p> : null}
      <div className="wf-matrix-frame">
        <table className="wf-matrix wf-compare" aria-label={t('scenario.title')}>
          <thead>
            <tr>
              <th scope="col">
                <span className="dt-hidden">{t('gap.occupation')}</span>
              </th>
              {columns.map((column) => (
                <th key={column.id} scope="col" className="dt-number">
                  {column === base ? (
                    <span className="wf-column-name">{t('scenario.base')}</span>
                  ) : (
                    // Whoever named it wrote in their own language, which nobody asked for.
                    <span className="wf-column-name" lang="">
                      {column.name}
                    </span>
                  )}
                  {column.changes.map((change) => (
                    <span key={JSON.stringify(change)} className="wf-against">
                      {words(change)}
                    </span>
                  ))}
                  {column === base ? null : <RemoveScenario column={column} />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="wf-total">
              <th scope="row" title={t('scenario.shortageNote')}>
                {t('scenario.shortage')}
              </th>
              {against((column) => column.shortage)}
            </tr>
            <tr className="wf-total">
              <th scope="row">{t('scenario.peak')}</th>
              {against((column) => column.peak)}
            </tr>
            <tr className="wf-total">
              <th scope="row">{t('scenario.orders')}</th>
              {columns.map((column) => (
                <td key={column.id} className="dt-number">
                  {t('scenario.seats', { orders: column.orders, seats: column.seats })}
                </td>
              ))}
            </tr>
            {occupations.map(({ id }) => (
              <tr key={id}>
                <th scope="row">{nameIn(names, 'occupations', id, locale)}</th>
                {columns.map((column) => {
                  const quarter = worst(column, id);
                  const isShort = quarter !== undefined && quarter.mean > 0.5;
                  return (
                    <td key={column.id} className={`dt-number ${isShort ? '' : 'wf-enough'}`}>
                      {isShort ? (
                        <>
                          {number(quarter.mean)}
                          <span className="wf-against">
                            {number(quarter.p10)}–{number(quarter.p90)} · {quarter.quarter}
                          </span>
                        </>
                      ) : (
                        t('gap.enough')
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** Every occupation and quarter with the gap of each scenario beside the others, as a file. */
function SaveScenarios(props: {
  readonly names: ForecastNames;
  readonly columns: readonly ScenarioColumn[];
}) {
  const { names, columns } = props;
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const [base] = columns;
  const rows = (base?.occupations ?? []).flatMap(({ id, quarters }) =>
    quarters.map(({ quarter }) => ({ id, quarter })),
  );
  const gapOf = (column: ScenarioColumn, figure: 'mean' | 'p10' | 'p90') => (row: (typeof rows)[number]) => {
    const found = column.occupations.find(({ id }) => id === row.id);
    const gap = found?.quarters.find(({ quarter }) => quarter === row.quarter);
    return gap === undefined ? null : Math.round(gap[figure] * 10) / 10;
  };
  return (
    <SaveRows
      fileName={t('scenario.title')}
      rows={rows}
      columns={[
        [t('gap.occupation'), ({ id }) => nameIn(names, 'occupations', id, locale)],
        [t('gap.quarter'), ({ quarter }) => quarter],
        ...columns.flatMap((column) => {
          const name = column === base ? t('scenario.base') : column.name;
          return [
            [name, gapOf(column, 'mean')],
            [`${name} P10`, gapOf(column, 'p10')],
            [`${name} P90`, gapOf(column, 'p90')],
          ] as const;
        }),
      ]}
    />
  );
}

function RemoveScenario(props: { readonly column: ScenarioColumn }) {
  const t = usePhrases('workforce');
  const { id, name } = props.column;
  const remove = useWrite(workforce.forecasts.remove, {
    invalidates: ['workforce'],
    done: t('scenario.removed'),
  });
  return (
    <ConfirmButton
      type="text"
      size="small"
      title={t('scenario.remove', { name })}
      aria-label={t('scenario.remove', { name })}
      consequence={t('scenario.note')}
      onConfirm={() => remove.mutateAsync({ forecastId: id })}
    >
      ×
    </ConfirmButton>
  );
}

function ScenarioChart({ names, base, scenarios }: Columns) {
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const first = [...base.occupations].sort(
    (a, b) => (worst(base, b.id)?.mean ?? 0) - (worst(base, a.id)?.mean ?? 0),
  )[0];
  const [chosen, setChosen] = useState<string>();
  const id = chosen ?? first?.id ?? '';
  const valuesOf = (column: ScenarioColumn) =>
    column.occupations.find((one) => one.id === id)?.quarters ?? [];
  const quarters = valuesOf(base);
  return (
    <section className="wf-chart">
      <Select
        aria-label={t('gap.occupation')}
        className="wf-choice"
        value={id}
        onChange={setChosen}
        options={base.occupations.map((one) => ({
          value: one.id,
          label: nameIn(names, 'occupations', one.id, locale),
        }))}
      />
      <Chart
        title={t('scenario.chart', { occupation: nameIn(names, 'occupations', id, locale) })}
        summary={t('gap.chartSummary', {
          from: quarters[0]?.quarter ?? '',
          to: quarters.at(-1)?.quarter ?? '',
        })}
        data={{
          categories: quarters.map(({ quarter }) => quarter),
          categoryLabel: t('gap.quarter'),
          unit: t('gap.people'),
          series: [
            {
              name: t('scenario.base'),
              kind: 'band',
              side: 'enterprise',
              values: quarters.map(({ mean }) => mean),
              low: quarters.map(({ p10 }) => p10),
              high: quarters.map(({ p90 }) => p90),
            },
            ...scenarios.map((column, index) => ({
              name: column.name,
              kind: 'line' as const,
              shade: index + 1,
              // After the last colour they begin again, and are told apart by the stroke.
              isDashed: index >= 6,
              values: valuesOf(column).map(({ mean }) => mean),
            })),
          ],
        }}
      />
    </section>
  );
}
