import type { RowOf } from '../../modules/organisations/import/index.ts';
import { schoolCode } from './parties.ts';
import { cohorts } from './school.ts';

type Week = RowOf<'calendar'>;

/** The Mondays from one day to another, both included. */
export function mondays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 7 * 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

const week = (weekStart: string, kind: Week['kind'], note: string | null, cohortId: string | null): Week => ({
  schoolCode,
  weekStart,
  kind,
  note,
  majorCode: null,
  cohortId,
});

/** Weeks that differ from teaching in the general calendar of 2025 to 2027. */
const exceptions: [from: string, to: string, kind: Week['kind'], note: string][] = [
  ['2025-09-29', '2025-09-29', 'holiday', '国庆中秋假期'],
  ['2026-01-12', '2026-01-12', 'exam', '期末考试'],
  ['2026-01-19', '2026-02-23', 'holiday', '寒假'],
  ['2026-06-29', '2026-06-29', 'exam', '期末考试'],
  ['2026-07-06', '2026-08-24', 'holiday', '暑假'],
  ['2026-09-28', '2026-09-28', 'holiday', '国庆假期'],
  ['2027-01-11', '2027-01-11', 'exam', '期末考试'],
  ['2027-01-18', '2027-02-15', 'holiday', '寒假'],
  ['2027-06-28', '2027-06-28', 'exam', '期末考试'],
];

const general = mondays('2025-09-01', '2027-06-28').map((weekStart) => {
  const [, , kind, note] = exceptions.find(([from, to]) => weekStart >= from && weekStart <= to) ?? [];
  return week(weekStart, kind ?? 'school', note ?? null, null);
});

/**
 * Weeks in which single classes are at the enterprise: the class of 2023 for its last internship, the classes
 * of 2025 for the rotation that the running cycle plans (eighteen weeks with a week back at school after nine).
 */
const atEnterprise = cohorts.flatMap(({ cohortId, entryYear }) => {
  if (entryYear === 2023) {
    return mondays('2026-03-02', '2026-06-22').map((day) => week(day, 'enterprise', '岗位实习', cohortId));
  }
  if (entryYear !== 2025) return [];
  return mondays('2027-02-22', '2027-06-28').map((day) =>
    day === '2027-05-03'
      ? week(day, 'school', '返校总结', cohortId)
      : week(day, 'enterprise', '订单班轮岗', cohortId),
  );
});

/** The dual calendar: the general weeks, then those of single classes. */
export const calendar: Week[] = [...general, ...atEnterprise];
