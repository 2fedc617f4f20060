import { quarterAt } from '@dualtrack/forecast';
import {
  Chart,
  EmptyState,
  ErrorState,
  Figure,
  FigureStrip,
  Loading,
  oneOf,
  PageHeader,
  Panel,
  useAddressQuery,
  useLanguage,
  useNameOf,
  useOperation,
  usePhrases,
  useWrite,
  writeNumber,
} from '@dualtrack/ui';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { BackTestCaseView, Score } from '../../contract.ts';
import { workforce } from '../client.ts';
import { ForecastRuns } from '../parts/forecast-runs.tsx';
import { HistoryGrid } from '../parts/history-grid.tsx';
import '../workforce.css';

const figures = ['stock', 'gap'] as const;

/** Forecasts of earlier quarters against what happened, and the headcounts that judge them. */
export function BackTestPage() {
  const t = usePhrases('workforce');
  const nameOf = useNameOf();
  const [query, change] = useAddressQuery();
  const figure = oneOf(figures, query['figure']) ?? 'stock';
  const forecastId = query['forecast'];
  const input = { figure, ...(forecastId === undefined ? {} : { forecastId }) };
  const found = useOperation('workforce.backTests', workforce.backTests.get, input);
  const kept = useOperation('workforce.history', workforce.history.get, undefined);
  const make = useWrite(workforce.backTests.make, { invalidates: ['workforce'] });
  const [asOf, setAsOf] = useState<string>();
  const failed = found.error ?? kept.error;
  if (failed !== null) return <ErrorState error={failed} onRetry={() => void found.refetch()} />;
  if (found.data === undefined || kept.data === undefined) return <Loading />;
  const { score, byHorizon, cases, forecasts, quarters } = found.data;
  const origins = quarters.slice(1, -1);
  const last = quarters.at(-1);
  const year = last === undefined ? undefined : quarterAt(last, -4);
  const origin = asOf ?? (year !== undefined && origins.includes(year) ? year : origins[0]);
  return (
    <>
      <PageHeader
        title={t('backtest.title')}
        note={t('backtest.note')}
        crumbs={[{ label: t('gap.title'), to: '/demand' }]}
      />
      <div className="wf-split">
        <div className="wf-row">
          <Select
            aria-label={t('backtest.figure')}
            value={figure}
            onChange={(value: string) => change({ figure: value })}
            options={figures.map((value) => ({ value, label: t(`backtest.${value}`) }))}
          />
          <Select
            aria-label={t('backtest.forecast')}
            className="wf-choice"
            value={forecastId ?? ''}
            onChange={(value: string) => change({ forecast: value === '' ? undefined : value })}
            options={[
              { value: '', label: t('backtest.all') },
              ...forecasts.map((one) => ({
                value: one.id,
                label: t('backtest.from', {
                  start: one.startQuarter,
                  kind: one.kind === 'plan' ? t('backtest.kind.plan') : t('backtest.kind.back-test'),
                  cases: one.cases,
                }),
              })),
            ]}
          />
          {origin === undefined ? null : (
            <>
              <Button loading={make.isPending} onClick={() => make.mutate({ asOf: origin })}>
                {t('backtest.make')}
              </Button>
              <Select
                aria-label={t('backtest.make')}
                value={origin}
                onChange={setAsOf}
                options={origins.map((value) => ({ value, label: value }))}
              />
            </>
          )}
        </div>
        <ForecastRuns kind="back-test" />
        {score === null ? (
          <EmptyState title={t('backtest.none')}>{t('backtest.noneNote')}</EmptyState>
        ) : (
          <>
            <ScoreFigures score={score} />
            <ByHorizon rows={byHorizon} />
            <CaseChart key={`${figure} ${forecastId ?? ''}`} cases={cases} />
          </>
        )}
        {kept.data.occupations.length === 0 ? null : (
          <HistoryGrid
            occupations={kept.data.occupations.map(({ id, title, titleEn }) => {
              return { id, name: nameOf({ name: title, nameEn: titleEn }) };
            })}
            records={kept.data.records}
            today={new Date().toISOString().slice(0, 10)}
          />
        )}
      </div>
    </>
  );
}

function ScoreFigures(props: { readonly score: Score }) {
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const { score } = props;
  const skill = ({ skill: value }: Score['trend']) => (value === null ? null : value * 100);
  const loss = ({ pinball }: Score['trend']) =>
    t('backtest.skillNote', { loss: writeNumber(locale, pinball, 2) });
  return (
    <>
      <FigureStrip>
        <Figure
          label={t('backtest.coverage')}
          value={score.coverage * 100}
          unit="%"
          decimals={0}
          definition={t('backtest.coverageNote')}
        />
        <Figure
          label={t('backtest.pinball')}
          value={score.pinball}
          decimals={2}
          definition={t('backtest.pinballNote')}
        />
        <Figure
          label={t('backtest.bias')}
          value={score.bias}
          decimals={1}
          definition={t('backtest.biasNote')}
        />
        <Figure
          label={t('backtest.skillLast')}
          value={skill(score.lastValue)}
          unit="%"
          decimals={0}
          definition={loss(score.lastValue)}
        />
        <Figure
          label={t('backtest.skillTrend')}
          value={skill(score.trend)}
          unit="%"
          decimals={0}
          definition={loss(score.trend)}
        />
      </FigureStrip>
      <p className="dt-quiet dt-small">
        {t('backtest.cases')} {score.cases}
      </p>
    </>
  );
}

function ByHorizon(props: { readonly rows: readonly { horizon: number; score: Score }[] }) {
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const percent = (share: number | null) =>
    share === null ? '—' : `${writeNumber(locale, share * 100, 0)}%`;
  return (
    <Panel title={t('backtest.byHorizon')}>
      <div className="wf-matrix-frame">
        <table className="wf-matrix" aria-label={t('backtest.byHorizon')}>
          <thead>
            <tr>
              <th scope="col">{t('backtest.ahead')}</th>
              {(['cases', 'coverage', 'pinball', 'last', 'trend'] as const).map((key) => (
                <th key={key} scope="col" className="dt-number">
                  {key === 'last'
                    ? t('backtest.skillLast')
                    : key === 'trend'
                      ? t('backtest.skillTrend')
                      : t(`backtest.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map(({ horizon, score }) => (
              <tr key={horizon}>
                <th scope="row">{horizon}</th>
                <td className="dt-number">{score.cases}</td>
                <td className="dt-number">{percent(score.coverage)}</td>
                <td className="dt-number">{writeNumber(locale, score.pinball, 2)}</td>
                <td className="dt-number">{percent(score.lastValue.skill)}</td>
                <td className="dt-number">{percent(score.trend.skill)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function CaseChart(props: { readonly cases: readonly BackTestCaseView[] }) {
  const t = usePhrases('workforce');
  const nameOf = useNameOf();
  const occupations = [...new Map(props.cases.map((one) => [one.occupation, one])).values()].sort(
    (a, b) => b.actual - a.actual,
  );
  const [chosen, setChosen] = useState(occupations[0]?.occupation ?? '');
  const own = props.cases.filter(({ occupation }) => occupation === chosen);
  // Of several forecasts of a quarter the one that looked furthest ahead is shown: it had the hardest task.
  const quarters = [...new Set(own.map(({ quarter }) => quarter))].sort();
  const shown = quarters.flatMap((quarter) => {
    const one = own.filter((entry) => entry.quarter === quarter).sort((a, b) => b.horizon - a.horizon)[0];
    return one === undefined ? [] : [one];
  });
  const title = shown[0];
  return (
    <section className="wf-chart">
      <Select
        aria-label={t('gap.occupation')}
        className="wf-choice"
        value={chosen}
        onChange={setChosen}
        options={occupations.map((one) => ({
          value: one.occupation,
          label: nameOf({ name: one.title, nameEn: one.titleEn }),
        }))}
      />
      <Chart
        title={t('backtest.caseTitle', {
          occupation: title === undefined ? '' : nameOf({ name: title.title, nameEn: title.titleEn }),
        })}
        summary={t('gap.chartSummary', { from: quarters[0] ?? '', to: quarters.at(-1) ?? '' })}
        data={{
          categories: quarters,
          categoryLabel: t('gap.quarter'),
          unit: t('gap.people'),
          isClose: true,
          series: [
            {
              name: t('backtest.said'),
              kind: 'band',
              side: 'enterprise',
              values: shown.map(({ p50 }) => p50),
              low: shown.map(({ p10 }) => p10),
              high: shown.map(({ p90 }) => p90),
            },
            {
              name: t('backtest.actual'),
              kind: 'line',
              side: 'student',
              values: shown.map(({ actual }) => actual),
            },
            {
              name: t('backtest.last'),
              kind: 'line',
              shade: 1,
              isDashed: true,
              values: shown.map(({ last }) => last),
            },
            {
              name: t('backtest.trend'),
              kind: 'line',
              shade: 6,
              isDotted: true,
              values: shown.map(({ trend }) => trend),
            },
          ],
        }}
      />
    </section>
  );
}
