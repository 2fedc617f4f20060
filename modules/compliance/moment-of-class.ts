import { MOMENTS, type Moment } from '@dualtrack/rules';

// Keys of a constant table: exactly the names of the type.
const names = Object.keys(MOMENTS) as Moment[];

type Dates = { startsOn: string | null; endsOn: string | null; isOver: boolean };

/**
 * How late in its life a class stands, for a check that nobody asked at a certain moment: duties that fall due later
 * are not asked yet.
 */
export function momentOfClass(dates: Dates, on: string): Moment {
  if (dates.isOver || (dates.endsOn !== null && dates.endsOn < on)) return 'at_end';
  return dates.startsOn !== null && dates.startsOn <= on ? 'continuous' : 'before_start';
}

/**
 * The moment of a check that follows an entry: the one that was asked last, so that what changes is the entry's doing;
 * a class that has begun or ended since is asked what is due now.
 */
export function momentAgain(
  dates: Dates,
  last: { moment: string | null; onDay: string } | undefined,
  on: string,
): Moment {
  const due = momentOfClass(dates, on);
  if (last === undefined || dates.isOver) return due;
  const asked = names.find((one) => one === last.moment);
  return asked !== undefined && momentOfClass(dates, last.onDay) === due ? asked : due;
}
