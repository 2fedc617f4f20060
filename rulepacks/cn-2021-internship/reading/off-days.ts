import { addDays, type Day, dayNumber, daysBetween } from '@dualtrack/rules';
import { ANNOUNCED_CALENDARS } from './announced-calendars.ts';

/** The fact `calendar.isOffDay`: for one day, or by day. */
export type OffDayFact = boolean | Readonly<Record<string, boolean>> | undefined;

const calendars = Object.values(ANNOUNCED_CALENDARS);
const announcedOff = new Set(calendars.flatMap(({ off }) => off.flatMap(daysIn)));
const announcedWork = new Set(calendars.flatMap(({ worked }) => worked));

/**
 * Whether a day is off by the announced calendar; what was filed for that day goes first. `undefined`: nothing was
 * filed and the calendar of that year is not in this pack.
 */
export function isOffDay(day: Day, filed: OffDayFact): boolean | undefined {
  if (typeof filed === 'boolean') return filed;
  if (filed && Object.hasOwn(filed, day)) return filed[day];
  if (announcedOff.has(day)) return true;
  return Object.hasOwn(ANNOUNCED_CALENDARS, day.slice(0, 4)) ? false : undefined;
}

/** ISO number of the weekday of a day number: 1 = Monday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Whether the day is a Saturday or Sunday that is not worked in exchange for a holiday. */
export function isFreeWeekend(day: Day): boolean {
  return weekdayOf(dayNumber(day)) > 5 && !announcedWork.has(day);
}

function daysIn(interval: string): Day[] {
  const [first = interval, last = first] = interval.split('/');
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, ahead) => addDays(first, ahead));
}
