import ical, { ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
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
  /** When what it says was last changed, and how often it was; programs that know it keep the newest. */
  revision?: { at: Date; sequence: number };
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
  const { uid, title, description, location, url, when, revision } = entry;
  // In a published calendar the stamp is when the entry was last changed, as far as that is known.
  const stamp = DateTime.fromJSDate(revision?.at ?? feed.now, { zone: 'utc' });
  const base = {
    id: uid,
    summary: title,
    stamp,
    description: description ?? null,
    location: location ?? null,
    url: url ?? null,
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(revision === undefined ? {} : { sequence: revision.sequence, created: null, lastModified: stamp }),
  };
  if ('from' in when) {
    // A whole-day entry ends on the morning after its last day.
    const end = DateTime.fromISO(when.to, { zone: 'utc' }).plus({ days: 1 });
    // Whoever has something on for weeks is not taken for busy all day and all night.
    const free = { transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE };
    return { ...base, ...free, allDay: true, start: DateTime.fromISO(when.from, { zone: 'utc' }), end };
  }
  const start = DateTime.fromJSDate(when.start, { zone: 'utc' });
  return { ...base, start, end: DateTime.fromJSDate(when.end, { zone: 'utc' }) };
}
