import type { ForecastResult } from '@dualtrack/forecast';
import { Chart, useLanguage, usePhrases } from '@dualtrack/ui';
import type { ForecastNames } from '../../contract.ts';
import { nameIn } from './names.ts';

/** The gap of one occupation as a fan, beside what it is the difference of. */
export function GapChart(props: {
  readonly names: ForecastNames;
  readonly result: ForecastResult;
  readonly occupation: string;
}) {
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const one = props.result.occupations.find((entry) => entry.id === props.occupation);
  if (one === undefined) return null;
  const { quarters } = one;
  const title = t('gap.chart', { occupation: nameIn(props.names, 'occupations', one.id, locale) });
  return (
    <section className="wf-chart">
      <Chart
        title={title}
        summary={t('gap.chartSummary', {
          from: quarters[0]?.quarter ?? '',
          to: quarters.at(-1)?.quarter ?? '',
        })}
        data={{
          categories: quarters.map((figures) => figures.quarter),
          categoryLabel: t('gap.quarter'),
          unit: t('gap.people'),
          series: [
            {
              name: t('gap.gap'),
              kind: 'band',
              side: 'enterprise',
              values: quarters.map((figures) => figures.gap.mean),
              low: quarters.map((figures) => figures.gap.p10),
              high: quarters.map((figures) => figures.gap.p90),
            },
            {
              name: t('gap.demand'),
              kind: 'line',
              shade: 1,
              values: quarters.map((figures) => figures.demand.mean),
            },
            {
              name: t('gap.stock'),
              kind: 'line',
              isDashed: true,
              shade: 3,
              values: quarters.map((figures) => figures.stock.mean),
            },
          ],
        }}
      />
    </section>
  );
}
