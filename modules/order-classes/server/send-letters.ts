import { type MailAddress, mailAddressesOf, noticeMail } from '@dualtrack/accounts/server';
import { type Locale, phrase } from '@dualtrack/locales';
import { publicAddress } from '@dualtrack/platform/links';
import type { Mail } from '@dualtrack/platform/mail';
import { asSystem, type Kernel, reaction, type TransactionContext } from '@dualtrack/platform/operation';
import { isBinding } from '../binding-notice.ts';
import { type NoticeKind, tabOf } from '../notice.ts';
import { ownDb } from './class-doors.ts';
import type { OrderClassesTables } from './tables.ts';

type Letter = { id: string } & Mail;
const atOnce = 10;

/** Letters of notices that have just been kept. */
export const onLettersDue = reaction<OrderClassesTables, { classId: string }>(async (context) => {
  await sendLetters(context.kernel, context.tenant);
});

/**
 * Writes to everybody in a school's home who has a notice and has not been written to. A letter is marked before it
 * goes: a few may be lost with a server, but nobody is written to twice, also when two servers or a second delivery do this at once.
 * Returns how many went out.
 */
export async function sendLetters(kernel: Kernel, home: string): Promise<number> {
  let sent = 0;
  for (;;) {
    const letters = await asSystem<OrderClassesTables, Letter[] | null>(kernel, home, claimLetters);
    if (letters === null) return sent;
    for (const { id, ...mail } of letters) {
      try {
        await kernel.mailer.send(mail);
        sent += 1;
      } catch (error) {
        // The notice on the home is kept even where the mail server is down.
        kernel.log.error({ err: error }, 'class notice not sent');
        await asSystem<OrderClassesTables, void>(kernel, home, async (context) => {
          await ownDb(context)
            .updateTable('classNotice')
            .set({ mail: 'failed' })
            .where('id', '=', id)
            .execute();
        });
      }
    }
  }
}

/** The next letters, marked as sent; null when none waits. */
async function claimLetters(context: TransactionContext<OrderClassesTables>): Promise<Letter[] | null> {
  const db = ownDb(context);
  const rows = await db
    .selectFrom('classNotice')
    .selectAll()
    .where('mail', '=', 'waiting')
    .orderBy('createdAt')
    .orderBy('id')
    .limit(atOnce)
    .forUpdate()
    .skipLocked()
    .execute();
  if (rows.length === 0) return null;
  const people = rows.map((row) => row.personId);
  // What binds or frees somebody is written to everybody; the rest to those who want it.
  const binding = await mailAddressesOf(context, people);
  const wanted = await mailAddressesOf(context, people, 'classes');
  const addressOf = (kind: NoticeKind, personId: string): MailAddress | undefined =>
    (isBinding(kind) ? binding : wanted).find((one) => one.personId === personId);
  const classes = await db
    .selectFrom('orderClass')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      rows.map((row) => row.classId),
    )
    .execute();
  const letters = rows.flatMap(({ id, personId, classId, kind, audience, onDay, at }): Letter[] => {
    const to = addressOf(kind, personId);
    const name = classes.find((one) => one.id === classId)?.name ?? '';
    if (to === undefined) return [];
    const { locale } = to;
    const when = whenWords(locale, onDay, at, context.kernel.config.timeZone);
    const params = { name: to.name, class: name, when };
    const link = `${publicAddress(context.kernel)}${pathOf(classId, kind, audience)}`;
    const title = phrase(locale, 'recruitment', `notice.${kind}`, params);
    const body = phrase(locale, 'class-letters', `text.${kind}`, params);
    const text = phrase(locale, 'class-letters', 'letter', { ...params, body, link });
    return [{ id, ...noticeMail(context.kernel, to, { subject: title, text }) }];
  });
  const isWritten = new Set(letters.map(({ id }) => id));
  for (const mail of ['sent', 'none'] as const) {
    const ids = rows.flatMap(({ id }) => (isWritten.has(id) === (mail === 'sent') ? [id] : []));
    if (ids.length > 0) await db.updateTable('classNotice').set({ mail }).where('id', 'in', ids).execute();
  }
  return letters;
}

function pathOf(classId: string, kind: NoticeKind, audience: string): string {
  if (audience === 'student' || audience === 'guardian') return `/my-order-classes/${classId}`;
  const tab = tabOf(kind);
  return `/order-classes/${classId}${tab === undefined ? '' : `?tab=${tab}`}`;
}

/** The day or time a notice names, in the reader's words and the deployment's time zone; empty without one. */
function whenWords(locale: Locale, onDay: string | null, at: Date | null, timeZone: string): string {
  if (at !== null)
    return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at);
  if (onDay === null) return '';
  const noon = new Date(`${onDay}T12:00:00Z`);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(noon);
}
