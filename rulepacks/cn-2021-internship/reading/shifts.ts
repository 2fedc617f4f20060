import { addDays, type Day, dayNumber, instantMinutes, mondayOf } from '@dualtrack/rules';
import { UTC_OFFSET_MINUTES } from '../facts/forms.ts';
import { isOffDay, type OffDayFact, weekdayOf } from './off-days.ts';

const MINUTES_A_DAY = 1440;

/** Time worked in one go: minutes are counted from midnight of its day and may run into the next. */
export interface Shift {
  readonly day: Day;
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
export function shiftOf(day: Day, { start, end, breakMinutes = 0 }: Times): Shift {
  const from = minuteOfDay(start);
  const to = minuteOfDay(end);
  const until = to > from ? to : to + MINUTES_A_DAY;
  return { day, start: from, end: until, worked: Math.max(0, until - from - breakMinutes) };
}

const expanded = new WeakMap<Roster, { readonly offDays: OffDayFact; readonly shifts: readonly Shift[] }>();

/** All shifts of a roster, patterns written out. The same roster is asked by several rules, so it is kept. */
export function shiftsOf(roster: Roster, offDays: OffDayFact): readonly Shift[] {
  const kept = expanded.get(roster);
  if (kept && kept.offDays === offDays) return kept.shifts;
  const shifts = roster.flatMap((entry) =>
    'date' in entry ? [shiftOf(entry.date, entry)] : patternShifts(entry, offDays),
  );
  expanded.set(roster, { offDays, shifts });
  return shifts;
}

function patternShifts(pattern: WeeklyPattern, offDays: OffDayFact): Shift[] {
  const first = dayNumber(pattern.from);
  const days = dayNumber(pattern.to) - first;
  const like = shiftOf(pattern.from, pattern);
  const shifts: Shift[] = [];
  for (let ahead = 0; ahead <= days; ahead += 1) {
    if (!pattern.weekdays.includes(weekdayOf(first + ahead))) continue;
    const day = addDays(pattern.from, ahead);
    if (pattern.skipsOffDays && isOffDay(day, offDays)) continue;
    shifts.push({ ...like, day });
  }
  return shifts;
}

/** Minutes since midnight of a written time of day, or of an instant as clocks in China show it. */
export function minuteOfDay(written: string): number {
  if (written.length === 5) return Number(written.slice(0, 2)) * 60 + Number(written.slice(3, 5));
  const minutes = (instantMinutes(written, UTC_OFFSET_MINUTES) ?? 0) + UTC_OFFSET_MINUTES;
  return ((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
}

/** The most minutes worked on any one day. */
export function longestDay(shifts: readonly Shift[]): number {
  return largestSum(shifts, ({ day }) => day);
}

/** The most minutes worked in any one week, Monday to Sunday. */
export function longestWeek(shifts: readonly Shift[]): number {
  return largestSum(shifts, ({ day }) => mondayOf(dayNumber(day)));
}

function largestSum<K>(shifts: readonly Shift[], keyOf: (shift: Shift) => K): number {
  const sums = new Map<K, number>();
  let largest = 0;
  for (const shift of shifts) {
    const key = keyOf(shift);
    const sum = (sums.get(key) ?? 0) + shift.worked;
    sums.set(key, sum);
    largest = Math.max(largest, sum);
  }
  return largest;
}

/** Whether a shift touches the night between two times of day, this one's or the next day's. */
export function touchesNight({ start, end }: Shift, nightFrom: number, nightTo: number): boolean {
  const length = nightTo > nightFrom ? nightTo - nightFrom : nightTo + MINUTES_A_DAY - nightFrom;
  return [-1, 0, 1].some((days) => {
    const from = nightFrom + days * MINUTES_A_DAY;
    return start < from + length && end > from;
  });
}

/** The fewest days without a shift in any seven days in a row that begin with a shift. */
export function fewestRestDays(shifts: readonly Shift[]): number {
  const days = [...new Set(shifts.map(({ day }) => dayNumber(day)))].sort((a, b) => a - b);
  let most = 0;
  let first = 0;
  for (const [index, day] of days.entries()) {
    while ((days[first] ?? day) <= day - 7) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return 7 - most;
}
