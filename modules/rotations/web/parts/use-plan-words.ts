import { useLanguage, useNameOf, writeDay } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import { weekAfter } from '../../week.ts';
import { useListOf } from './use-list-of.ts';

const namesShown = 6;

/** Names of what a plan speaks of by id, in the reader's language; empty where there is no such thing. */
export function usePlanWords(plan: PlanDetail) {
  const nameOf = useNameOf();
  const listOf = useListOf();
  const { locale } = useLanguage();
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const unit = (id: unknown) => {
    const found = plan.balance.find((one) => one.unitId === id);
    return found === undefined ? '' : nameOf({ name: found.unitName, nameEn: found.unitNameEn });
  };
  const student = (id: unknown) => plan.learners.find((one) => one.placementId === id)?.studentName ?? '';
  return {
    unit,
    units: (ids: readonly unknown[]) => listOf(ids.map(unit)),
    student,
    /** The first few, and an ellipsis where there are more. */
    students: (ids: readonly unknown[]) =>
      listOf(ids.slice(0, namesShown).map(student)) + (ids.length > namesShown ? '…' : ''),
    /** A site by its id, or by a place of a search, which begins with it. */
    site: (place: unknown) => {
      const found = plan.stations.find((one) => one.siteId === String(place).split('/')[0]);
      return found === undefined ? '' : nameOf({ name: found.siteName, nameEn: found.siteNameEn });
    },
    day: (monday: string) => writeDay(locale, monday, 'short'),
    week: (period: number) => writeDay(locale, weekAfter(plan.firstWeek, period), 'short'),
    /** The month or months from one week to another, such as 2027年5月. */
    months: (from: string, to: string) =>
      month.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)),
  };
}
