import { phrase } from '@dualtrack/locales';
import { calendarMediaType, writeCalendar } from '@dualtrack/platform/calendar';
import { notFound } from '@dualtrack/platform/errors';
import { noId } from '@dualtrack/platform/ids';
import { publicAddress } from '@dualtrack/platform/links';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { openSlots } from './book-interview.ts';
import { briefingEntry, windowsOf } from './class-dates.ts';
import { openBriefings } from './my-briefings.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();

/** A class's windows, the own interview and information session, to be put into the calendar of a phone. */
export const myCalendar = operation(contract.interviews.calendar, async (ctx, input) => {
  const application = await ctx.db
    .selectFrom('application')
    .select('id')
    .where('classId', '=', input.classId)
    .where('studentId', '=', ctx.actor.subjectId ?? noId)
    .executeTakeFirst();
  const briefings = (await openBriefings(ctx, input.classId)).filter((one) => one.isMine);
  if (application === undefined && briefings.length === 0) throw notFound('order-class');
  const row = await ctx.db
    .selectFrom('orderClass')
    .selectAll()
    .where('id', '=', input.classId)
    .executeTakeFirstOrThrow();
  const locale = ctx.locale === 'en' ? 'en' : 'zh-CN';
  const url = `${publicAddress(ctx.kernel)}/my-order-classes/${row.id}`;
  const mine = (await openSlots(ctx, row.id)).filter((slot) => slot.isMine);
  const entries = [
    ...windowsOf(row, locale, url),
    ...briefings.map((one) =>
      briefingEntry({ ...one, startsAt: new Date(one.startsAt) }, row.name, locale, url),
    ),
    ...mine.map(({ id, startsAt, minutes, place }) => ({
      uid: `interview-${id}@dualtrack`,
      title: phrase(locale, 'class-work', 'calendar.interview', { name: row.name }),
      when: { start: new Date(startsAt), end: new Date(Date.parse(startsAt) + minutes * 60_000) },
      location: place,
      url,
    })),
  ];
  return {
    fileName: 'dualtrack.ics',
    mediaType: calendarMediaType,
    text: writeCalendar({
      name: row.name,
      entries,
      now: ctx.now,
      language: locale === 'en' ? 'EN' : 'ZH',
    }),
  };
});
