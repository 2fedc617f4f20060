import { addCalendarSource, type CalendarAsked } from '@dualtrack/agreements/server';
import { type Locale, phrase } from '@dualtrack/locales';
import type { CalendarEntry } from '@dualtrack/platform/calendar';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { lastAppealDay } from '../appeal.ts';
import { ownDb } from './class-doors.ts';

type ClassRow = {
  id: string;
  name: string;
  applicationsFrom: string | null;
  applicationsUntil: string | null;
  startsOn: string;
  endsOn: string;
  exitFrom: string | null;
  exitUntil: string | null;
  publishedOn: string | null;
  appealDays: number;
};

type BriefingRow = {
  id: string;
  startsAt: Date;
  minutes: number;
  place: string;
  link: string;
  isCancelled: boolean;
};

/** An information session as a calendar shows it; a cancelled one says so to calendars that have it already. */
export function briefingEntry(row: BriefingRow, name: string, locale: Locale, url: string): CalendarEntry {
  return {
    uid: `briefing-${row.id}@dualtrack`,
    title: phrase(locale, 'recruitment', 'calendar.briefing', { name }),
    when: { start: row.startsAt, end: new Date(row.startsAt.getTime() + row.minutes * 60_000) },
    location: row.place || row.link,
    ...(row.link === '' ? {} : { description: row.link }),
    url,
    isCancelled: row.isCancelled,
  };
}

/** The windows of one class: first and last day for choices, last one for appeals, exit window, and the class itself. */
export function windowsOf(row: ClassRow, locale: Locale, url: string): CalendarEntry[] {
  const { id, name, applicationsFrom, applicationsUntil, startsOn, endsOn, exitFrom, exitUntil } = row;
  const one = (
    kind: 'from' | 'until' | 'exit' | 'begins' | 'ends',
    from: string,
    to: string,
  ): CalendarEntry => ({
    uid: `class-${kind}-${id}@dualtrack`,
    title: phrase(locale, 'class-work', `calendar.${kind}`, { name }),
    when: { from, to },
    url,
  });
  const appealUntil = lastAppealDay(row.publishedOn, row.appealDays);
  return [
    ...(applicationsFrom === null ? [] : [one('from', applicationsFrom, applicationsFrom)]),
    ...(applicationsUntil === null ? [] : [one('until', applicationsUntil, applicationsUntil)]),
    ...(appealUntil === null
      ? []
      : [
          {
            ...one('until', appealUntil, appealUntil),
            uid: `class-appeal-${id}@dualtrack`,
            title: phrase(locale, 'recruitment', 'calendar.appeal', { name }),
          },
        ]),
    one('begins', startsOn, startsOn),
    ...(exitFrom === null || exitUntil === null ? [] : [one('exit', exitFrom, exitUntil)]),
    one('ends', endsOn, endsOn),
  ];
}

/** What this room puts into the calendar feeds of both sides: windows, information sessions, interviews without names. */
async function classDates(
  context: TransactionContext<never>,
  asked: CalendarAsked,
): Promise<CalendarEntry[]> {
  const { agreementId, address, side } = asked;
  const locale: Locale = asked.locale === 'en' ? 'en' : 'zh-CN';
  const db = ownDb(context);
  let query = db.selectFrom('orderClass').selectAll().orderBy('startsOn', 'desc').limit(200);
  if (side === 'enterprise') query = query.where('state', '!=', 'draft');
  if (agreementId !== null) query = query.where('agreementId', '=', agreementId);
  const classes = await query.execute();
  if (classes.length === 0) return [];
  const slots = await db
    .selectFrom('interviewSlot')
    .selectAll()
    .where(
      'classId',
      'in',
      classes.map(({ id }) => id),
    )
    .orderBy('startsAt', 'desc')
    .limit(1_000)
    .execute();
  const briefings = await db
    .selectFrom('classBriefing')
    .selectAll()
    .where(
      'classId',
      'in',
      classes.map(({ id }) => id),
    )
    .orderBy('startsAt', 'desc')
    .limit(500)
    .execute();
  const nameOf = (classId: string) => classes.find(({ id }) => id === classId)?.name ?? '';
  const url = (classId: string) => `${address}/order-classes/${classId}`;
  return [
    ...classes.flatMap((row) => windowsOf(row, locale, url(row.id))),
    ...briefings.map((row) =>
      briefingEntry(row, nameOf(row.classId), locale, `${url(row.classId)}?tab=briefings`),
    ),
    ...slots.map((slot) => ({
      uid: `interview-${slot.id}@dualtrack`,
      title: phrase(locale, 'class-work', 'calendar.interview', {
        name: nameOf(slot.classId),
      }),
      when: { start: slot.startsAt, end: new Date(slot.startsAt.getTime() + slot.minutes * 60_000) },
      location: slot.place,
      url: `${url(slot.classId)}?tab=interviews`,
    })),
  ];
}

/** Adds the dates of classes to the calendar feeds of both sides. */
export function addClassDates(): void {
  addCalendarSource(classDates);
}
