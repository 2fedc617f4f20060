import { type Day, dayNumber, instantMinutes, mondayOf } from '@dualtrack/rules';
import { UTC_OFFSET_MINUTES } from '../facts/forms.ts';
import { isOffDay, type OffDayFact, weekdayOf } from './off-days.ts';

const MINUTES_A_DAY = 1440;

/** Time worked in one go: minutes count from midnight of its day (a day number) and may run into the next. */
export interface Shift {
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly worked: number;
}

interface Times {
  readonly start: string;
  readonly end: string;
  readonly breakMinutes?: number | undefined;
}

interface SingleShift extends Times {
  readonly date: Day;
}

interface WeeklyPattern extends Times {
  readonly from: Day;
  readonly to: Day;
  readonly weekdays: readonly number[];
  readonly skipsOffDays?: boolean | undefined;
}

/** The fact `placement.roster`. */
export type Roster = readonly (SingleShift | WeeklyPattern)[];

/** One shift from its written times; an end that is not after the start is on the next day. */
export function shiftOf(day: number, { start, end, breakMinutes = 0 }: Times): Shift {
  const from = minuteOfDay(start);
  const to = minuteOfDay(end);
  const until = to > from ? to : to + MINUTES_A_DAY;
  return { day, start: from, end: until, worked: Math.max(0, until - from - breakMinutes) };
}

const expanded = new WeakMap<Roster, { readonly offDays: OffDayFact; readonly shifts: readonly Shift[] }>();

/** All shifts of a roster by day, patterns written out. The same roster is asked by several rules, so it is kept. */
export function shiftsOf(roster: Roster, offDays: OffDayFact): readonly Shift[] {
  const kept = expanded.get(roster);
  if (kept && kept.offDays === offDays) return kept.shifts;
  const shifts = inOrder(
    roster.flatMap((entry) =>
      'date' in entry ? [shiftOf(dayNumber(entry.date), entry)] : patternShifts(entry, offDays),
    ),
  );
  expanded.set(roster, { offDays, shifts });
  return shifts;
}

function patternShifts(pattern: WeeklyPattern, offDays: OffDayFact): Shift[] {
  const last = dayNumber(pattern.to);
  const { start, end, worked } = shiftOf(0, pattern);
  const shifts: Shift[] = [];
  for (let day = dayNumber(pattern.from); day <= last; day += 1) {
    if (!pattern.weekdays.includes(weekdayOf(day))) continue;
    if (pattern.skipsOffDays && isOffDay(day, offDays)) continue;
    shifts.push({ day, start, end, worked });
  }
  return shifts;
}

/** Minutes since midnight of a written time of day, or of an instant as clocks in China show it. */
export function minuteOfDay(written: string): number {
  if (written.length === 5) return Number(written.slice(0, 2)) * 60 + Number(written.slice(3, 5));
  const minutes = (instantMinutes(written, UTC_OFFSET_MINUTES) ?? 0) + UTC_OFFSET_MINUTES;
  return ((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
}

/** The shifts by day. */
export function inOrder(shifts: Shift[]): readonly Shift[] {
  return shifts.sort((a, b) => a.day - b.day);
}

/** The most minutes worked on any one day; the shifts are in order. */
export function longestDay(shifts: readonly Shift[]): number {
  return largestSum(shifts, ({ day }) => day);
}

/** The most minutes worked in any one week, Monday to Sunday; the shifts are in order. */
export function longestWeek(shifts: readonly Shift[]): number {
  return largestSum(shifts, ({ day }) => mondayOf(day));
}

function largestSum(shifts: readonly Shift[], keyOf: (shift: Shift) => number): number {
  let key = Number.NaN;
  let sum = 0;
  let largest = 0;
  for (const shift of shifts) {
    const next = keyOf(shift);
    sum = next === key ? sum + shift.worked : shift.worked;
    key = next;
    if (sum > largest) largest = sum;
  }
  return largest;
}

/** Whether a shift touches the night between two times of day, this one's or the next day's. */
export function touchesNight({ start, end }: Shift, nightFrom: number, nightTo: number): boolean {
  const length = nightTo > nightFrom ? nightTo - nightFrom : nightTo + MINUTES_A_DAY - nightFrom;
  for (let from = nightFrom - MINUTES_A_DAY; from <= nightFrom + MINUTES_A_DAY; from += MINUTES_A_DAY) {
    if (start < from + length && end > from) return true;
  }
  return false;
}

/** The fewest days without a shift in any seven days in a row; the shifts are in order. */
export function fewestRestDays(shifts: readonly Shift[]): number {
  const days: number[] = [];
  let most = 0;
  let first = 0;
  for (const { day } of shifts) {
    if (day === days.at(-1)) continue;
    days.push(day);
    while ((days[first] ?? day) <= day - 7) first += 1;
    most = Math.max(most, days.length - first);
  }
  return 7 - most;
}
