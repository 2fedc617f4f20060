import { isAbroad, specialDaysIn } from '@dualtrack/rotations/server';
import { type HeldAt, hasChineseHolidays, whyNotWeek } from '../held-at.ts';
import { type SessionTime, sessionTime, type TimeCode } from '../session-time.ts';
import type { TalentContext } from './asking.ts';
import { sessionOfClass, weekKind } from './class-week.ts';

/**
 * The time of a session that may be, by the clock of the place. Holidays of the country and of the place's region are
 * nobody's working days; where clock and region are not of one country, nobody knows whose holidays they are.
 */
export async function lawfulTime(
  ctx: TalentContext<TimeCode | 'session.past' | 'session.on-holiday'>,
  given: { on: string; at: string; minutes: number },
  place: { zone: string; region: string },
): Promise<SessionTime> {
  const time = sessionTime(given, place.zone);
  if (typeof time === 'string') throw ctx.refuse(time);
  if (time.startsAt <= ctx.now) throw ctx.refuse('session.past');
  const isKnown = isAbroad(place.region) !== hasChineseHolidays(place.zone);
  const special = isKnown ? specialDaysIn(given.on, given.on, place.region) : [];
  const off = special.find((day) => day.kind !== 'work');
  if (off !== undefined) throw ctx.refuse('session.on-holiday', { day: off.date, holiday: off.name });
  return time;
}

/** Refuses a session for a class whose week is for something else, or that has another one at that hour. */
export async function requireFreeClass(
  inner: TalentContext<'session.class-away' | 'session.class-booked'>,
  orderClass: { id: string; name: string },
  time: SessionTime & { on: string; heldAt: HeldAt },
): Promise<void> {
  const { id, name } = orderClass;
  const why = whyNotWeek(await weekKind(inner, inner.tenant, id, time.on), time.heldAt);
  if (why !== null) throw inner.refuse('session.class-away', { name, why });
  const other = await sessionOfClass(inner, id, time);
  if (other === undefined) return;
  const [startsAt, endsAt] = [other.startsAt.toISOString(), other.endsAt.toISOString()];
  throw inner.refuse('session.class-booked', { name, title: other.title, startsAt, endsAt });
}
