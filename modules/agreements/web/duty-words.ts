import { type Tone, useLanguage, useNameOf, usePhrases, writeMoney, writeNumber } from '@dualtrack/ui';
import type { Standing } from '../due.ts';
import { type Metric, metricHead, metricNames } from '../metric.ts';

/** What a standing means for the reader. */
export function toneOfStanding(standing: Standing): Tone {
  if (standing === 'met' || standing === 'met-late') return 'done';
  if (standing === 'missed') return 'danger';
  if (standing === 'at-risk' || standing === 'unconfirmed') return 'soon';
  if (standing === 'disputed') return 'danger';
  return standing === 'on-track' ? 'now' : 'plain';
}

/** Names and quantities of duties in the page's language. */
export function useDutyWords() {
  const t = usePhrases('obligations');
  const { locale } = useLanguage();
  const nameOf = useNameOf();
  const amount = (metric: Metric, count: number): string => {
    const { unit } = metricHead(metric);
    if (unit === 'fen') return writeMoney(locale, { amount: count, currency: 'CNY' });
    return unit === 'per-mille' ? `${writeNumber(locale, count / 10)}%` : t(`unit.${unit}`, { count });
  };
  return {
    /** The duty's own name, or that of what it counts. */
    name: (duty: { metric: Metric; title: string; titleEn: string }) =>
      duty.title || duty.titleEn
        ? nameOf({ name: duty.title || duty.titleEn, nameEn: duty.titleEn })
        : t(`metric.${duty.metric}`),
    metric: (metric: string) => {
      const known = metricNames.find((one) => one === metric);
      return known === undefined ? metric : t(`metric.${known}`);
    },
    amount,
    /** What has been counted: a sum in its unit, or part and whole of a share. */
    achieved: (metric: Metric, due: { achieved: number; whole: number }) =>
      metricHead(metric).measure === 'share'
        ? due.whole === 0
          ? '—'
          : `${writeNumber(locale, (100 * due.achieved) / due.whole)}% (${due.achieved}/${due.whole})`
        : amount(metric, due.achieved),
  };
}
