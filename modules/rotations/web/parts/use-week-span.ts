import { useLanguage, usePhrases, writeDay } from '@dualtrack/ui';
import { dayAfter, daysBetween } from '../../week.ts';

/** Says a row of weeks, given as its first and last Monday. */
export function useWeekSpan(): (first: string, last: string) => string {
  const t = usePhrases('rotation-changes');
  const { locale } = useLanguage();
  const day = (one: string) => writeDay(locale, one, 'short');
  return (first, last) =>
    first === last
      ? t('misfit.week', { day: day(first) })
      : t('misfit.weeks', {
          count: daysBetween(first, last) / 7 + 1,
          ...{ from: day(first), to: day(dayAfter(last, 6)) },
        });
}
