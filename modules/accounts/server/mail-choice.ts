import { isUuid } from '@dualtrack/platform/ids';
import { type DocumentRoute, type Kernel, openOperation } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { type MailKind, mailKinds, mailReaders } from '../mail-kinds.ts';
import { type IdentityDb, identity } from './identity.ts';
import { mailStopPage } from './mail-stop-page.ts';
import { signedIn } from './session.ts';

/** Kinds that reach the person in any of their roles, and whether they are wanted. */
export const myMails = openOperation(contract.mails.mine, async (context) => {
  const actor = signedIn(context);
  return identity(context.kernel.pool, async (db) => {
    const memberships = await db
      .selectFrom('personMembership')
      .select('role')
      .where('personId', '=', actor.personId)
      .where('endedAt', 'is', null)
      .execute();
    const stopped = await db
      .selectFrom('mailStop')
      .select('kind')
      .where('personId', '=', actor.personId)
      .execute();
    const items = mailKinds
      .filter((kind) => memberships.some(({ role }) => mailReaders[kind].includes(role)))
      .map((kind) => ({ kind, isWanted: !stopped.some((one) => one.kind === kind) }));
    return { items };
  });
});

export const chooseMail = openOperation(contract.mails.choose, async (context, { kind, isWanted }) => {
  const { personId } = signedIn(context);
  await identity(context.kernel.pool, async (db) => {
    if (!isWanted) return stop(db, personId, kind, context.now);
    await db.deleteFrom('mailStop').where('personId', '=', personId).where('kind', '=', kind).execute();
  });
  return { ok: true as const };
});

async function stop(db: IdentityDb, personId: string, kind: MailKind, now: Date): Promise<void> {
  await db
    .insertInto('mailStop')
    .values({ personId, kind, stoppedAt: now })
    .onConflict((conflict) => conflict.columns(['personId', 'kind']).doNothing())
    .execute();
}

/** Whose key it is and which kind is meant; null where either is none. */
async function opened(db: IdentityDb, params: Record<string, string>) {
  const { key = '', kind: word } = params;
  const kind = mailKinds.find((one) => one === word);
  if (kind === undefined || !isUuid(key)) return null;
  const person = await db.selectFrom('person').select('id').where('mailKey', '=', key).executeTakeFirst();
  return person === undefined ? null : { personId: person.id, kind };
}

const path = '/mail-stop/:key/:kind';
const mediaType = 'text/html; charset=utf-8';

/**
 * The address in a mail, without a sign-in. Opened, it only asks, because mail programs open links on their own; posted
 * to, by its button or by the mail program's one click, it ends the kind. Doing so again changes nothing.
 */
export const mailStopDocuments: readonly DocumentRoute[] = [
  {
    path,
    async answer({ pool }: Kernel, { params, locale }) {
      const found = await identity(pool, (db) => opened(db, params));
      return found && { mediaType, body: mailStopPage(locale, found.kind, false) };
    },
  },
  {
    path,
    method: 'POST',
    async answer({ pool, clock }: Kernel, { params, locale }) {
      const kind = await identity(pool, async (db) => {
        const found = await opened(db, params);
        if (found !== null) await stop(db, found.personId, found.kind, clock.now());
        return found?.kind ?? null;
      });
      return kind && { mediaType, body: mailStopPage(locale, kind, true) };
    },
  },
];
