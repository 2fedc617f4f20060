import { findPhrase, type Locale, phrase } from '@dualtrack/locales';
import type { CalendarEntry } from '@dualtrack/platform/calendar';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { addDays } from '../due.ts';
import { type Debtor, isOwnDuty } from '../obligation.ts';
import type { Party } from '../shapes.ts';
import { isSameName, slotsOfPerson } from '../sign-slots.ts';
import { ownDb } from './own-db.ts';

/** Who reads their own dates. Nobody is named for a duty: the office of a side answers for what the side owes. */
export type FeedPerson = { name: string; isOffice: boolean };

/** Whose days are wanted: all agreements of a side, or one of them. */
export type FeedSubject = {
  side: 'school' | 'enterprise';
  agreementId: string | null;
  /** Whose own dates; null: all of the side or of the agreement. */
  person: FeedPerson | null;
  locale: Locale;
  /** Address of the product, without a slash at its end. */
  address: string;
};

/** Days that have passed for so long are left out. */
const lookBackDays = 120;
const mostEntries = 3_000;

/** Everything dated of the agreements that the context sees: due days, last days, signings and meetings. */
export async function calendarEntries<Tables>(
  context: TransactionContext<Tables>,
  subject: FeedSubject,
): Promise<CalendarEntry[]> {
  const { person } = subject;
  if (person !== null) {
    return [
      ...(person.isOffice ? await dueEntries(context, subject) : []),
      ...(await signingEntries(context, subject)),
    ];
  }
  return [
    ...(await dueEntries(context, subject)),
    ...(await termEntries(context, subject)),
    ...(await signingEntries(context, subject)),
    ...(await appointmentEntries(context, subject)),
  ];
}

const inLanguage = (locale: Locale, zh: string, en: string) => (locale === 'en' ? en || zh : zh || en);

async function dueEntries<Tables>(context: TransactionContext<Tables>, subject: FeedSubject) {
  const { locale, address, side, agreementId } = subject;
  let query = ownDb(context)
    .selectFrom('obligationDue as d')
    .innerJoin('obligation as o', (join) =>
      join.onRef('o.tenantId', '=', 'd.tenantId').onRef('o.id', '=', 'd.obligationId'),
    )
    .innerJoin('agreement as a', (join) =>
      join.onRef('a.tenantId', '=', 'd.tenantId').onRef('a.id', '=', 'd.agreementId'),
    )
    .select([
      'd.obligationId',
      'd.dueKey',
      'd.dueOn',
      'd.isMet',
      'o.metric',
      'o.title',
      'o.titleEn',
      'o.owedBy',
    ])
    .select(['a.id as agreementId', 'a.title as agreementTitle', 'a.titleEn as agreementTitleEn'])
    .where('d.isVoid', '=', false)
    .where('d.dueOn', '>=', addDays(context.today, -lookBackDays))
    .orderBy('d.dueOn')
    .limit(mostEntries);
  if (agreementId !== null) query = query.where('a.id', '=', agreementId);
  else {
    const own: Debtor[] = [side, 'both'];
    query = query.where('o.owedBy', 'in', own);
  }
  const rows = await query.execute();
  return rows.map((row): CalendarEntry => {
    const name =
      inLanguage(locale, row.title, row.titleEn) ||
      (findPhrase(locale, 'obligations', `metric.${row.metric}`) ?? '');
    const title = phrase(locale, 'obligations', row.isMet ? 'feed.met' : 'feed.due', { name });
    const who = phrase(locale, 'obligations', isOwnDuty(row.owedBy, side) ? 'feed.own' : 'feed.other');
    return {
      uid: `due-${row.obligationId}-${row.dueKey}`,
      title,
      when: { from: row.dueOn, to: row.dueOn },
      description: `${inLanguage(locale, row.agreementTitle, row.agreementTitleEn)}\n${who}`,
      url: `${address}/agreements/${row.agreementId}?tab=obligations`,
    };
  });
}

async function termEntries<Tables>(context: TransactionContext<Tables>, subject: FeedSubject) {
  const { locale, address, agreementId } = subject;
  let query = ownDb(context)
    .selectFrom('agreement')
    .select(['id', 'title', 'titleEn', 'number', 'validTo'])
    .where('state', 'in', ['in-force', 'suspended', 'registered'])
    .where('kind', '!=', 'amendment')
    .where('validTo', 'is not', null)
    .orderBy('validTo')
    .limit(mostEntries);
  if (agreementId !== null) query = query.where('id', '=', agreementId);
  const rows = await query.execute();
  return rows.flatMap(({ id, title, titleEn, number, validTo }): CalendarEntry[] => {
    if (validTo === null) return [];
    const name = inLanguage(locale, title, titleEn) || number;
    return [
      {
        uid: `term-${id}`,
        title: phrase(locale, 'obligations', 'feed.lastDay', { name }),
        when: { from: validTo, to: validTo },
        description: number,
        url: `${address}/agreements/${id}`,
      },
    ];
  });
}

/** Whether somebody is still to sign a paper: named in its plan, or where none is kept as its side's signatory. */
async function signsOf<Tables>(
  context: TransactionContext<Tables>,
  ids: readonly string[],
  subject: FeedSubject,
) {
  const { person, side } = subject;
  if (person === null || ids.length === 0) return () => true;
  const slots = await ownDb(context)
    .selectFrom('signatureSlot as s')
    .leftJoin('agreementSignature as g', (join) =>
      join.onRef('g.tenantId', '=', 's.tenantId').onRef('g.slotId', '=', 's.id'),
    )
    .select(['s.agreementId', 's.side', 's.name', 's.channel', 's.declinedAt', 'g.slotId'])
    .where('s.agreementId', 'in', [...ids])
    .execute();
  return (row: { id: string; parties: readonly Party[] }) => {
    const planned = slots.filter((slot) => slot.agreementId === row.id);
    if (planned.length === 0) {
      return row.parties.some((one) => one.side === side && isSameName(one.signer, person.name));
    }
    const own = slotsOfPerson(planned, { side, name: person.name });
    return own.some((slot) => slot.slotId === null && slot.declinedAt === null);
  };
}

/** Days by which papers that are being signed should be signed. */
async function signingEntries<Tables>(context: TransactionContext<Tables>, subject: FeedSubject) {
  const { locale, address, agreementId } = subject;
  let query = ownDb(context)
    .selectFrom('signingPlan as p')
    .innerJoin('agreement as a', (join) =>
      join.onRef('a.tenantId', '=', 'p.tenantId').onRef('a.id', '=', 'p.agreementId'),
    )
    .select(['a.id', 'a.title', 'a.titleEn', 'a.number', 'a.parties', 'p.dueOn'])
    .where('a.state', '=', 'signing')
    .where('p.dueOn', 'is not', null)
    .orderBy('p.dueOn')
    .limit(mostEntries);
  if (agreementId !== null) query = query.where('a.id', '=', agreementId);
  const rows = await query.execute();
  const isOwn = await signsOf(
    context,
    rows.map((row) => row.id),
    subject,
  );
  return rows.filter(isOwn).flatMap(({ id, title, titleEn, number, dueOn }): CalendarEntry[] => {
    if (dueOn === null) return [];
    const name = inLanguage(locale, title, titleEn) || number;
    return [
      {
        uid: `signing-${id}`,
        title: phrase(locale, 'obligations', 'feed.signing', { name }),
        when: { from: dueOn, to: dueOn },
        url: `${address}/agreements/${id}?tab=signing`,
      },
    ];
  });
}

async function appointmentEntries<Tables>(context: TransactionContext<Tables>, subject: FeedSubject) {
  const { locale, address, agreementId } = subject;
  let query = ownDb(context)
    .selectFrom('agreementAppointment')
    .selectAll()
    .where('startsAt', '>=', new Date(context.now.getTime() - lookBackDays * 86_400_000))
    .orderBy('startsAt')
    .limit(mostEntries);
  if (agreementId !== null) query = query.where('agreementId', '=', agreementId);
  const rows = await query.execute();
  return rows.map(
    (row): CalendarEntry => ({
      uid: `${row.sourceModule}-${row.sourceRecord}`,
      title: inLanguage(locale, row.title, row.titleEn),
      when: { start: row.startsAt, end: row.endsAt },
      location: row.place,
      url: `${address}${row.path}`,
      isCancelled: row.isCancelled,
    }),
  );
}
