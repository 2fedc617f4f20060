import type { Locale } from '@dualtrack/locales/browser';
import { wallClock } from './zone.ts';

/** A calendar day as `YYYY-MM-DD`, without a time zone. */
export type DayText = string;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, options);
    formats.set(key, found);
  }
  return found;
}

function dateOf(day: DayText): Date | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** How much of a day is written: `full` with weekday, `day` without, `short` without the year, for tight charts. */
export type DayStyle = 'full' | 'day' | 'short';

/**
 * A day in words: `2026年3月2日（周一）`, `Mon 2 Mar 2026`; style `day` leaves the weekday out, `short` the year too
 * (`3/2`, `2 Mar`). What is not a day comes back as it is.
 */
export function writeDay(locale: Locale, day: DayText, style: DayStyle = 'full'): string {
  const date = dateOf(day);
  if (!date) return day;
  const timeZone = 'UTC';
  if (locale === 'zh-CN') {
    if (style === 'short') return `${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
    const text = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
    if (style === 'day') return text;
    return `${text}（${format('zh-CN', { weekday: 'short', timeZone }).format(date)}）`;
  }
  const short = `${date.getUTCDate()} ${format('en', { month: 'short', timeZone }).format(date)}`;
  if (style === 'short') return short;
  const text = `${short} ${date.getUTCFullYear()}`;
  return style === 'day' ? text : `${format('en', { weekday: 'short', timeZone }).format(date)} ${text}`;
}

/** An instant (ISO 8601) in the deployment's time zone: `2026年3月2日 14:05`, `2 Mar 2026, 14:05`. */
export function writeMoment(locale: Locale, instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const { day, time } = wallClock(date);
  return locale === 'zh-CN'
    ? `${writeDay(locale, day, 'day')} ${time}`
    : `${writeDay(locale, day, 'day')}, ${time}`;
}
