import { addDays, type Day, dayNumber, isDay } from './day.ts';

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/;
const MINUTES_A_DAY = 1440;

/**
 * Minutes since 1970-01-01T00:00Z of an ISO 8601 instant such as `2026-03-02T08:30+08:00`; `undefined` when it is
 * none. A text without offset is taken as local time at `utcOffsetMinutes`. Seconds are cut off.
 */
export function instantMinutes(text: string, utcOffsetMinutes = 0): number | undefined {
  const match = INSTANT.exec(text);
  if (!match) return undefined;
  const [, day = '', hour = '', minute = '', second = '0', zone] = match;
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const offset = zone === undefined ? utcOffsetMinutes : zoneMinutes(zone);
  return dayNumber(day) * MINUTES_A_DAY + Number(hour) * 60 + Number(minute) - offset;
}

/** The calendar day on which an instant falls at the given offset; `undefined` when the text is no instant. */
export function dayOfInstant(text: string, utcOffsetMinutes: number): Day | undefined {
  const minutes = instantMinutes(text, utcOffsetMinutes);
  if (minutes === undefined) return undefined;
  return addDays('1970-01-01', Math.floor((minutes + utcOffsetMinutes) / MINUTES_A_DAY));
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}
