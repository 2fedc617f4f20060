import type { CalendarAsked } from '@dualtrack/agreements/server';
import { phrase } from '@dualtrack/locales';
import type { CalendarEntry } from '@dualtrack/platform/calendar';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './own-db.ts';
import { partyNames } from './parties.ts';

/** What this room puts into calendar feeds: ceremonies, meetings, and what the reader's side has agreed to do. */
export async function cooperationDates(
  context: TransactionContext<never>,
  asked: CalendarAsked,
): Promise<CalendarEntry[]> {
  const { agreementId, address, locale, side } = asked;
  const tongue = locale === 'en' ? 'en' : 'zh-CN';
  const pick = (zh: string, en: string) => (tongue === 'en' ? en || zh : zh || en);
  const db = ownDb(context);
  let ceremonies = db.selectFrom('ceremony').selectAll().where('origin', '=', 'platform');
  let meetings = db.selectFrom('meeting').selectAll();
  let tasks = db
    .selectFrom('followUp')
    .select(['id', 'title', 'dueOn', 'owner', 'ceremonyId', 'meetingId'])
    .where('state', '=', 'open')
    .where('dueOn', 'is not', null)
    .where('side', '=', side);
  if (agreementId !== null) {
    ceremonies = ceremonies.where('agreementId', '=', agreementId);
    meetings = meetings.where('agreementId', '=', agreementId);
    tasks = tasks.where('agreementId', '=', agreementId);
  }
  const found = await ceremonies.orderBy('heldOn', 'desc').limit(500).execute();
  const namesOf = await partyNames(context, found);
  const held = await meetings.orderBy('startsAt', 'desc').limit(1_000).execute();
  const open = await tasks.orderBy('dueOn').limit(500).execute();
  return [
    ...found.map((row) => {
      const names = namesOf(row.tenantId, row.enterpriseId);
      const sides = {
        school: pick(names.school, names.schoolEn),
        enterprise: pick(names.enterprise, names.enterpriseEn),
      };
      return {
        uid: `ceremony-${row.id}@dualtrack`,
        title: pick(row.title, row.titleEn) || phrase(tongue, 'ceremonies', 'ceremony.untitled', sides),
        when: { from: row.heldOn, to: row.heldOn },
        location: [pick(row.place, row.placeEn), row.beginsAt].filter((one) => one !== '').join(' '),
        url: `${address}/ceremonies/${row.id}`,
        isCancelled: row.state === 'cancelled',
      };
    }),
    ...held.map((row) => ({
      uid: `meeting-${row.id}@dualtrack`,
      title: row.title,
      when: { start: row.startsAt, end: new Date(row.startsAt.getTime() + row.lengthMinutes * 60_000) },
      location: row.place,
      description: row.agenda.join('\n'),
      url: `${address}/meetings/${row.id}`,
      isCancelled: row.state === 'cancelled',
    })),
    ...open.flatMap((row) =>
      row.dueOn === null
        ? []
        : [
            {
              uid: `follow-up-${row.id}@dualtrack`,
              title: row.owner === '' ? row.title : `${row.title} (${row.owner})`,
              when: { from: row.dueOn, to: row.dueOn },
              url:
                row.meetingId === null
                  ? `${address}/ceremonies/${row.ceremonyId}?tab=minutes`
                  : `${address}/meetings/${row.meetingId}`,
            },
          ],
    ),
  ];
}
