import { Chart, Panel, usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { TrendDay } from '../../shapes.ts';
import '../compliance.css';

/** How many verdicts were breached and unknown, day by day. */
export function TrendPanel(props: { readonly items: readonly TrendDay[] }) {
  const t = usePhrases('compliance');
  const [isOpen, setOpen] = useState(false);
  // A year of days is too dense to read: every seventh, counted back from the last.
  const { length } = props.items;
  const items = props.items.filter((_, at) => length < 100 || (length - 1 - at) % 7 === 0);
  const of = (name: 'breached' | 'unknown' | 'blocking') =>
    items.map((one) => (one.classes === 0 ? null : one[name]));
  if (items.every((one) => one.classes === 0)) return null;
  // The chart's program is as large as the page: it is loaded by whoever asks for it.
  if (!isOpen) {
    return (
      <Panel
        title={t('trend.title')}
        actions={<Button onClick={() => setOpen(true)}>{t('trend.open')}</Button>}
      >
        <p className="dt-quiet">{t('trend.summary', { count: length })}</p>
      </Panel>
    );
  }
  return (
    <section className="cp-trend">
      <Chart
        title={t('trend.title')}
        summary={t('trend.summary', { count: length })}
        data={{
          categories: items.map((one) => one.day),
          categoryLabel: t('trend.day'),
          unit: t('trend.unit'),
          series: [
            { name: t('outcome.breached'), kind: 'line', side: 'enterprise', values: of('breached') },
            { name: t('outcome.unknown'), kind: 'line', values: of('unknown'), isDashed: true },
          ],
        }}
      />
    </section>
  );
}
