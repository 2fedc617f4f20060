import ical, { ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';

/**
 * One entry of a calendar feed. `when` is either whole days (both ends included) or an interval of instants.
 * `uid` stays the same for the life of the thing, so that a changed entry replaces the old one in the reader's calendar.
 */
export type CalendarEntry = {
  uid: string;
  title: string;
  when: { from: string; to: string } | { start: Date; end: Date };
  description?: string;
  location?: string;
  /** Address in the product that shows the thing. */
  url?: string;
  isCancelled?: boolean;
};

/** A feed as a person subscribes to it. */
export type CalendarFeed = {
  name: string;
  entries: readonly CalendarEntry[];
  /** When the feed was written. */
  now: Date;
  language: string;
};

/** Media type of a feed. */
export const calendarMediaType = 'text/calendar; charset=utf-8';

/**
 * Writes a feed as iCalendar text (RFC 5545, with the names of RFC 7986). Instants are written in UTC, which every
 * calendar shows in its reader's own zone; no entry repeats, so no zone has to be defined in the file.
 */
export function writeCalendar(feed: CalendarFeed): string {
  const calendar = ical({
    name: feed.name,
    prodId: { company: 'Dualtrack', product: 'Dualtrack', language: feed.language },
    ttl: 3_600,
  });
  for (const entry of feed.entries) calendar.createEvent(eventOf(entry, feed));
  // RFC 5545 ends every line, the last too; the generator leaves that one open.
  return `${calendar.toString().trimEnd()}\r\n`;
}

function eventOf(entry: CalendarEntry, feed: CalendarFeed) {
  const { uid, title, description, location, url, when } = entry;
  const stamp = DateTime.fromJSDate(feed.now, { zone: 'utc' });
  const base = {
    id: uid,
    summary: title,
    stamp,
    description: description ?? null,
    location: location ?? null,
    url: url ?? null,
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  };
  if ('from' in when) {
    // A whole-day entry ends on the morning after its last day.
    const end = DateTime.fromISO(when.to, { zone: 'utc' }).plus({ days: 1 });
    return { ...base, allDay: true, start: DateTime.fromISO(when.from, { zone: 'utc' }), end };
  }
  const start = DateTime.fromJSDate(when.start, { zone: 'utc' });
  return { ...base, start, end: DateTime.fromJSDate(when.end, { zone: 'utc' }) };
}
