import { addDays, type Day, dayNumber } from '@dualtrack/rules';
import { ANNOUNCED_CALENDARS } from './announced-calendars.ts';

/** The fact `calendar.isOffDay`: for one day, or by day. */
export type OffDayFact = boolean | Readonly<Record<string, boolean>> | undefined;

// Days are kept as numbers here: a class has a million shifts, and each is looked up.
const calendars = Object.values(ANNOUNCED_CALENDARS);
const announcedOff = new Set(calendars.flatMap(({ off }) => off.flatMap(daysIn)));
const announcedWork = new Set(calendars.flatMap(({ worked }) => worked.map(dayNumber)));
const years = Object.keys(ANNOUNCED_CALENDARS).sort();
const firstKnown = dayNumber(`${years[0]}-01-01`);
const lastKnown = dayNumber(`${years.at(-1)}-12-31`);

/** The day of a day number. */
export function dayOf(number: number): Day {
  return addDays('1970-01-01', number);
}

/**
 * Whether a day (as its number) is off by the announced calendar; what was filed for that day goes first.
 * `undefined`: nothing was filed and the calendar of that year is not in this pack.
 */
export function isOffDay(number: number, filed: OffDayFact): boolean | undefined {
  if (filed !== undefined) {
    if (typeof filed === 'boolean') return filed;
    const day = dayOf(number);
    if (Object.hasOwn(filed, day)) return filed[day];
  }
  if (announcedOff.has(number)) return true;
  const known = (number >= firstKnown && number <= lastKnown) || announcedWork.has(number);
  return known ? false : undefined;
}

/** ISO number of the weekday of a day number: 1 = Monday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Whether the day is a Saturday or Sunday that is not worked in exchange for a holiday. */
export function isFreeWeekend(number: number): boolean {
  return weekdayOf(number) > 5 && !announcedWork.has(number);
}

function daysIn(interval: string): number[] {
  const [first = interval, last = first] = interval.split('/');
  const from = dayNumber(first);
  return Array.from({ length: dayNumber(last) - from + 1 }, (_, ahead) => from + ahead);
}
