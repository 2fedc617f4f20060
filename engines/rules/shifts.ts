import { type Day, dayNumber, mondayOf } from './day.ts';

/** A shift as it is filed. */
export interface FiledShift {
  readonly date: Day;
  readonly start: string;
  readonly end: string;
  readonly breaks: readonly { readonly afterMinutes?: number | undefined; readonly minutes: number }[];
}

/** A shift in minutes since 1970: work without breaks, and the longest stretch without one. */
export interface Shift {
  readonly day: number;
  readonly from: number;
  readonly to: number;
  readonly worked: number;
  readonly rest: number;
  /** Undefined where it is not known when a break was. */
  readonly longestStretch: number | undefined;
}

const MINUTES_A_DAY = 1_440;

/** Minutes from midnight of a time of day. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/**
 * Shifts in order of their start; one whose end is not after its start ends on the next day. A break counts as one only
 * from `shortestBreak` minutes on, and only within the shift.
 */
export function shiftsOf(filed: readonly FiledShift[], shortestBreak: number): Shift[] {
  return filed.map((one) => shiftOf(one, shortestBreak)).toSorted((one, other) => one.from - other.from);
}

function shiftOf({ date, start, end, breaks }: FiledShift, shortestBreak: number): Shift {
  const day = dayNumber(date);
  const from = day * MINUTES_A_DAY + minutesOf(start);
  const length = (minutesOf(end) - minutesOf(start) + MINUTES_A_DAY - 1) % MINUTES_A_DAY;
  const to = from + length + 1;
  // A shorter pause is no break, nor is time before or after work; the minutes stay in the shift.
  const real = breaks
    .filter(({ afterMinutes = 0, minutes }) => minutes >= shortestBreak && afterMinutes + minutes < to - from)
    .toSorted((one, other) => (one.afterMinutes ?? 0) - (other.afterMinutes ?? 0));
  const rest = real.reduce((sum, { minutes }) => sum + minutes, 0);
  return { day, from, to, worked: to - from - rest, rest, longestStretch: stretchOf(real, to - from) };
}

function stretchOf(breaks: FiledShift['breaks'], length: number): number | undefined {
  let longest = 0;
  let since = 0;
  for (const { afterMinutes, minutes } of [...breaks, { afterMinutes: length, minutes: 0 }]) {
    if (afterMinutes === undefined) return undefined;
    longest = Math.max(longest, afterMinutes - since);
    since = afterMinutes + minutes;
  }
  return longest;
}

/**
 * Whether nobody works longer than `most` minutes without a break; undefined where that hangs on breaks of which it is
 * not known when they were. Who works no longer than that at all needs none.
 */
export function hasNoLongStretch(shifts: readonly Shift[], most: number): boolean | undefined {
  if (shifts.some(({ longestStretch = 0 }) => longestStretch > most)) return false;
  const isOpen = shifts.some(({ longestStretch, worked }) => longestStretch === undefined && worked > most);
  return isOpen ? undefined : true;
}

/** Shifts by the Monday of their week, as day numbers. */
export function byWeek(shifts: readonly Shift[]): ReadonlyMap<number, readonly Shift[]> {
  return Map.groupBy(shifts, ({ day }) => mondayOf(day));
}

/** Any week; a longer shift has its breaks in time. */
const MONDAY = [
  '2026-03-09',
  '2026-03-10',
  '2026-03-11',
  '2026-03-12',
  '2026-03-13',
  '2026-03-14',
  '2026-03-15',
];
const BREAK = 30;

/** What "so many hours a day, so many days a week" comes to as shifts of one week, with half an hour's break every three hours. */
export function weekOfShifts(hoursADay: number, days: number, start = '06:00'): FiledShift[] {
  const minutes = Math.round(hoursADay * 60);
  const breaks = Array.from({ length: Math.max(0, Math.ceil(minutes / 180) - 1) }, (_, index) => ({
    afterMinutes: 180 + index * (180 + BREAK),
    minutes: BREAK,
  }));
  const end = Math.min(minutesOf(start) + minutes + breaks.length * BREAK, MINUTES_A_DAY - 1);
  const clock = `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
  return MONDAY.slice(0, days).map((date) => ({ date, start, end: clock, breaks }));
}
