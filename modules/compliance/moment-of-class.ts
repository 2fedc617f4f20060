import type { Moment } from '@dualtrack/rules';

/**
 * How late in its life a class stands, for a check that nobody asked at a certain moment: duties that fall due later
 * are not asked yet.
 */
export function momentOfClass(
  dates: { startsOn: string | null; endsOn: string | null; isOver: boolean },
  on: string,
): Moment {
  if (dates.isOver || (dates.endsOn !== null && dates.endsOn < on)) return 'at_end';
  return dates.startsOn !== null && dates.startsOn <= on ? 'continuous' : 'before_start';
}
