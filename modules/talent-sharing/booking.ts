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
