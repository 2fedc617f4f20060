import { addDays, type Day } from '@dualtrack/rules';
import type { TallyShape } from './shapes.ts';

/** Outcomes of a class on the day of one of its checks. */
export type ClassDay = TallyShape & { classId: string; onDay: Day; isOver?: boolean };

/**
 * Sums of each day from `from` to `to` over what stood on it: of each class its latest check up to that day. A class
 * counts until the day on which it is over. Several checks of a day: the last one given counts.
 */
export function trendOf(
  checks: readonly ClassDay[],
  from: Day,
  to: Day,
): (TallyShape & { day: Day; classes: number })[] {
  const byDay = new Map<Day, ClassDay[]>();
  const standing = new Map<string, ClassDay>();
  for (const check of checks.toSorted((one, other) =>
    one.onDay < other.onDay ? -1 : one.onDay > other.onDay ? 1 : 0,
  )) {
    if (check.onDay < from) standing.set(check.classId, check);
    else byDay.set(check.onDay, [...(byDay.get(check.onDay) ?? []), check]);
  }
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    for (const check of byDay.get(day) ?? []) standing.set(check.classId, check);
    const running = [...standing.values()].filter((one) => one.isOver !== true);
    const sum = { breached: 0, blocking: 0, unknown: 0, met: 0, excused: 0 };
    for (const one of running) {
      for (const name of ['breached', 'blocking', 'unknown', 'met', 'excused'] as const)
        sum[name] += one[name];
    }
    days.push({ day, classes: running.length, ...sum });
  }
  return days;
}
