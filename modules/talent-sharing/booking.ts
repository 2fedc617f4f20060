import { fitsSlots, type LocalSpan } from './slots.ts';

/** What is looked at before somebody is booked. `used`: minutes promised by month; `busy`: promised instants. */
export type Bookable = {
  leftOn: string | null;
  slots: readonly string[];
  absences: readonly { from: string; to: string }[];
  monthlyHours: number;
  used: Readonly<Record<string, number>>;
  busy: readonly { startsAt: Date; endsAt: Date }[];
};
export type BookingTime = {
  on: string;
  month: string;
  startsAt: Date;
  endsAt: Date;
  local: LocalSpan;
  minutes: number;
};

/** Why somebody cannot be booked; sentences get the params. */
export type BookingFault =
  | { code: 'expert.left' | 'expert.away' | 'expert.no-slot' }
  | { code: 'expert.booked'; startsAt: string; endsAt: string }
  | { code: 'expert.on-stay'; from: string; to: string }
  | { code: 'expert.on-rotation'; learners: number; unit: string }
  | { code: 'expert.over-limit'; limit: number; hours: number };

/**
 * Why somebody cannot be booked at a time; null when they can. One session may begin when another ends. The limit of a
 * month counts the minutes that this person is asked for.
 */
export function whyNotBook(expert: Bookable, time: BookingTime): BookingFault | null {
  const { on, month, startsAt, endsAt, minutes } = time;
  if (expert.leftOn !== null && expert.leftOn <= on) return { code: 'expert.left' };
  if (expert.absences.some(({ from, to }) => from <= on && on <= to)) return { code: 'expert.away' };
  if (!fitsSlots(expert.slots, time.local)) return { code: 'expert.no-slot' };
  const taken = expert.busy.find((one) => one.startsAt < endsAt && startsAt < one.endsAt);
  if (taken !== undefined) {
    const [from, to] = [taken.startsAt.toISOString(), taken.endsAt.toISOString()];
    return { code: 'expert.booked', startsAt: from, endsAt: to };
  }
  const after = (expert.used[month] ?? 0) + minutes;
  if (after <= expert.monthlyHours * 60) return null;
  return { code: 'expert.over-limit', limit: expert.monthlyHours, hours: Math.round(after / 6) / 10 };
}

/** Working hours, as bases and rotations write them; an end before the start is on the next day. */
type Hours = { weekdays: readonly number[]; start: string; end: string };
const clockHours = (clock: string) => Number(clock.slice(0, 2)) + Number(clock.slice(3)) / 60;

/** Whether a span of a day lies, at least in part, in somebody's working hours; those of the night before count. */
export function meetsHours({ weekdays, start, end }: Hours, span: LocalSpan): boolean {
  const from = clockHours(start);
  const long = (clockHours(end) - from + 24) % 24 || 24;
  return [0, 1].some((daysAgo) => {
    const weekday = ((span.weekday - 1 - daysAgo + 7) % 7) + 1;
    const begin = from - daysAgo * 24;
    return weekdays.includes(weekday) && begin < span.to && span.from < begin + long;
  });
}
