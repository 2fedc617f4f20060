import { Day, DayRange, useLanguage, usePhrases, writeDay } from '@dualtrack/ui';
import type { ApplicationWindow } from '../../application-window.ts';

/** The days on which students choose, as a fact of a class. */
export function useWindowFact() {
  const t = usePhrases('order-classes');
  const { locale } = useLanguage();
  return ({ applicationsFrom: from, applicationsUntil: until }: ApplicationWindow) => {
    if (from !== null && until !== null)
      return { label: t('fact.window'), value: <DayRange from={from} to={until} /> };
    if (from !== null)
      return { label: t('fact.window'), value: t('fact.windowFrom', { from: writeDay(locale, from) }) };
    return { label: t('fact.until'), value: until === null ? t('fact.noUntil') : <Day day={until} /> };
  };
}
