import { DateTime } from 'luxon';
import type { LocalSpan } from './slots.ts';

export const timeCodes = ['session.no-such-time', 'session.time-twice', 'session.over-midnight'] as const;
export type TimeCode = (typeof timeCodes)[number];

/** A session in instants and as its clock on the wall shows it. `days`: the calendar days that it touches. */
export type SessionTime = { startsAt: Date; endsAt: Date; local: LocalSpan; month: string };

/**
 * The instants of a session that begins on a day at an hour of a zone's clock and takes so many minutes. An hour that the
 * change to summer time leaves out, or the change back has twice, is refused rather than guessed; minutes are minutes
 * that pass, so that a lecture over the change is as long as it says.
 */
export function sessionTime(
  given: { on: string; at: string; minutes: number },
  zone: string,
): SessionTime | TimeCode {
  const { on, at, minutes } = given;
  const start = DateTime.fromISO(`${on}T${at}`, { zone });
  if (!start.isValid || start.toFormat('yyyy-MM-dd HH:mm') !== `${on} ${at}`) return 'session.no-such-time';
  if (start.getPossibleOffsets().length > 1) return 'session.time-twice';
  const end = start.plus({ milliseconds: minutes * 60_000 });
  const isMidnight = end.hour === 0 && end.minute === 0;
  if (!end.hasSame(start, 'day') && !(isMidnight && end.minus({ minutes: 1 }).hasSame(start, 'day')))
    return 'session.over-midnight';
  return {
    startsAt: start.toJSDate(),
    endsAt: end.toJSDate(),
    local: {
      weekday: start.weekday,
      from: start.hour + start.minute / 60,
      to: isMidnight ? 24 : end.hour + end.minute / 60,
    },
    month: on.slice(0, 7),
  };
}

/** How a clock of a zone shows two instants. A session that passes midnight there ends after 24. */
export function localSpan(startsAt: Date, endsAt: Date, zone: string): LocalSpan & { on: string } {
  const start = DateTime.fromJSDate(startsAt, { zone });
  const end = DateTime.fromJSDate(endsAt, { zone });
  const days = Math.round(end.startOf('day').diff(start.startOf('day'), 'days').days);
  return {
    on: start.toFormat('yyyy-MM-dd'),
    weekday: start.weekday,
    from: start.hour + start.minute / 60,
    to: days * 24 + end.hour + end.minute / 60,
  };
}
