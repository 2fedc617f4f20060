import type { Values } from './condition.ts';
import { addDays, type Day, dayNumber, isDay, mondayOf } from './day.ts';
import type { FiledShift } from './shifts.ts';

/**
 * Facts in a pack's own names, read off what the product records under its names: a birth date, the days of a
 * placement, the roster that a rotation plan came to. What is not recorded is left out.
 */
export type FromRecorded = (recorded: Values) => Values;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MOST_SHIFTS = 4_000;

/** The recorded values that are there, under other names. */
export function renamed(recorded: Values, names: Readonly<Record<string, string>>): Values {
  return Object.fromEntries(
    Object.entries(names).flatMap(([theirs, ours]) =>
      recorded[ours] === undefined || recorded[ours] === null ? [] : [[theirs, recorded[ours]]],
    ),
  );
}

/**
 * Single shifts of a recorded roster (`placement.roster`): its weekly patterns written out, without the days off that
 * are named. Of a break it is recorded how long it is, not when. Undefined where the roster is none, has another form,
 * or skips days off that nobody has named: what is not known is not guessed.
 */
export function shiftsOfRoster(roster: unknown, daysOff: unknown): FiledShift[] | undefined {
  if (!Array.isArray(roster) || roster.length === 0) return undefined;
  const off = Array.isArray(daysOff) ? new Set<unknown>(daysOff) : undefined;
  const shifts: FiledShift[] = [];
  for (const entry of roster) {
    const times = timesOf(entry);
    const days = times === undefined ? undefined : daysOf(entry, off);
    if (times === undefined || days === undefined) return undefined;
    shifts.push(...days.map((date) => ({ date, ...times })));
    if (shifts.length > MOST_SHIFTS) return undefined;
  }
  return shifts;
}

function timesOf(entry: unknown): Omit<FiledShift, 'date'> | undefined {
  const { start, end, breakMinutes = 0 } = isRecord(entry) ? entry : {};
  if (typeof start !== 'string' || typeof end !== 'string' || typeof breakMinutes !== 'number')
    return undefined;
  if (!TIME.test(start) || !TIME.test(end)) return undefined;
  return { start, end, breaks: breakMinutes > 0 ? [{ minutes: breakMinutes }] : [] };
}

function daysOf(entry: unknown, off: ReadonlySet<unknown> | undefined): Day[] | undefined {
  if (!isRecord(entry)) return undefined;
  const { date, from, to, weekdays, skipsOffDays } = entry;
  if (isCalendarDay(date)) return [date];
  if (!isCalendarDay(from) || !isCalendarDay(to) || !Array.isArray(weekdays)) return undefined;
  if (skipsOffDays === true && off === undefined) return undefined;
  const days: Day[] = [];
  for (let day = from; day <= to && days.length <= MOST_SHIFTS; day = addDays(day, 1)) {
    const number = dayNumber(day);
    const isWorked = weekdays.includes(number - mondayOf(number) + 1);
    if (isWorked && !(skipsOffDays === true && off?.has(day))) days.push(day);
  }
  return days;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isCalendarDay = (value: unknown): value is Day => typeof value === 'string' && isDay(value);
