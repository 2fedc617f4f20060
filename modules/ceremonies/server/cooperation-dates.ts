import type { CalendarAsked } from '@dualtrack/agreements/server';
import { phrase } from '@dualtrack/locales';
import type { CalendarEntry } from '@dualtrack/platform/calendar';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { DateTime } from 'luxon';
import { ownDb } from './own-db.ts';
import { partyNames } from './parties.ts';

/** How many minutes the agenda of each ceremony takes. */
async function agendaLengths(
  context: TransactionContext<never>,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await ownDb(context)
    .selectFrom('agendaItem')
    .select((eb) => ['ceremonyId', eb.fn.sum<string>('minutes').as('minutes')])
    .where('ceremonyId', 'in', [...ids])
    .groupBy('ceremonyId')
    .execute();
  return new Map(rows.map((row) => [row.ceremonyId, Number(row.minutes ?? 0)]));
}

/** Ceremonies at which somebody of a side is a guest. */
async function ceremoniesOfGuest(
  context: TransactionContext<never>,
  side: CalendarAsked['side'],
  isNamed: (name: string) => boolean,
): Promise<string[]> {
  const rows = await ownDb(context)
    .selectFrom('ceremonyGuest')
    .select(['ceremonyId', 'name', 'nameEn'])
    .where('side', '=', side)
    .where('isGroup', '=', false)
    .execute();
  return rows.filter((row) => isNamed(row.name) || isNamed(row.nameEn)).map((row) => row.ceremonyId);
}

/** Names written with other spaces or composed otherwise are one name; nobody has no name. */
function isSameName(left: string, right: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
  return left !== '' && plain(left) === plain(right);
}

/** From its hour for as long as its agenda takes, where the hour is known; otherwise the whole day. */
function whenOf(
  row: { heldOn: string; beginsAt: string },
  minutes: number,
  zone: string,
): CalendarEntry['when'] {
  const start = DateTime.fromISO(`${row.heldOn}T${row.beginsAt}`, { zone });
  if (row.beginsAt === '' || !start.isValid) return { from: row.heldOn, to: row.heldOn };
  return { start: start.toJSDate(), end: start.plus({ minutes: minutes || 60 }).toJSDate() };
}

/** What this room puts into calendar feeds: ceremonies, meetings, and what the reader's side has agreed to do; for a person,
 * those at which they are, that they called, and what they are to do. */
export async function cooperationDates(
  context: TransactionContext<never>,
  asked: CalendarAsked,
): Promise<CalendarEntry[]> {
  const { agreementId, address, locale, side, person } = asked;
  const tongue = locale === 'en' ? 'en' : 'zh-CN';
  const pick = (zh: string, en: string) => (tongue === 'en' ? en || zh : zh || en);
  const db = ownDb(context);
  let ceremonies = db.selectFrom('ceremony').selectAll().where('origin', '=', 'platform');
  let meetings = db.selectFrom('meeting').selectAll();
  let tasks = db
    .selectFrom('followUp')
    .select(['id', 'kind', 'title', 'dueOn', 'owner', 'ceremonyId', 'meetingId'])
    .where('state', '=', 'open')
    .where('dueOn', 'is not', null)
    .where('side', '=', side);
  if (agreementId !== null) {
    ceremonies = ceremonies.where('agreementId', '=', agreementId);
    meetings = meetings.where('agreementId', '=', agreementId);
    tasks = tasks.where('agreementId', '=', agreementId);
  }
  const isNamed = (name: string) => person === null || isSameName(name, person.name);
  const all = await ceremonies.orderBy('heldOn', 'desc').limit(500).execute();
  const guestOf = person === null ? [] : await ceremoniesOfGuest(context, side, isNamed);
  const found = all.filter((row) => person === null || isNamed(row.createdBy) || guestOf.includes(row.id));
  const namesOf = await partyNames(context, found);
  const lengths = await agendaLengths(
    context,
    found.map((row) => row.id),
  );
  const zone = context.kernel.config.timeZone;
  const held = (await meetings.orderBy('startsAt', 'desc').limit(1_000).execute()).filter(
    (row) => isNamed(row.createdBy) || row.attendees.some((one) => one.side === side && isNamed(one.name)),
  );
  // What nobody is named for is for the office of the side.
  const open = (await tasks.orderBy('dueOn').limit(500).execute()).filter(
    (row) => isNamed(row.owner) || (row.owner === '' && person?.isOffice === true),
  );
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
        when: whenOf(row, lengths.get(row.id) ?? 0, zone),
        location: pick(row.place, row.placeEn),
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
                  ? `${address}/ceremonies/${row.ceremonyId}?tab=${row.kind === 'checklist' ? 'checklist' : 'minutes'}`
                  : `${address}/meetings/${row.meetingId}`,
            },
          ],
    ),
  ];
}
