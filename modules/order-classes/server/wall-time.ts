import { DateTime } from 'luxon';

/** Day and time (`09:00`) that the clocks of a zone show at an instant. */
export function wallTime(instant: Date, zone: string): { day: string; time: string } {
  const shown = DateTime.fromJSDate(instant, { zone });
  return { day: shown.toFormat('yyyy-MM-dd'), time: shown.toFormat('HH:mm') };
}

/** The instant at which the clocks of a zone show a day and time. */
export function instantAt(day: string, time: string, zone: string): Date {
  return DateTime.fromISO(`${day}T${time}`, { zone }).toJSDate();
}
