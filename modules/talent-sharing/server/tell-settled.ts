import { mailAddressesOf, sendNotice } from '@dualtrack/accounts/server';
import { phrase } from '@dualtrack/locales';
import { publicAddress } from '@dualtrack/platform/links';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import { atOwner, ownerHome } from './asking.ts';
import { type CardReader, cardReader } from './card-reader.ts';
import type { TalentTables } from './tables.ts';

/** Told in the session's home when it stands, is declined or is called off. `but`: whose act it was. */
export type Settled = { sessionId: string; enterpriseId: string; but: string | null };

type Session = Selectable<TalentTables['talentSession']>;
const told = ['planned', 'declined', 'cancelled'] as const;

/**
 * Reaction: who asked hears the answer; that a session is called off is told to everybody who would have come, whatever
 * mails they turned off, so that nobody travels in vain. A mail that cannot go changes nothing else.
 */
export async function onSettled(
  context: TransactionContext<TalentTables>,
  { sessionId, but }: Settled,
): Promise<void> {
  const session = await context.db
    .selectFrom('talentSession')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirst();
  const state = told.find((one) => one === session?.state);
  if (session === undefined || state === undefined) return;
  const readers =
    state === 'cancelled'
      ? await everybody(context, session, but)
      : await mailAddressesOf(
          context,
          [session.byPerson].filter((one) => one !== but),
          'talents',
        );
  const link = `${publicAddress(context.kernel)}/talent-sessions/${session.id}`;
  for (const to of new Map(readers.map((one) => [one.address, one])).values()) {
    const when = new Intl.DateTimeFormat(to.locale, {
      timeZone: session.zone || context.kernel.config.timeZone,
      ...{ dateStyle: 'full', timeStyle: 'short' },
    }).format(session.startsAt);
    const params = { title: session.title, when, link };
    await sendNotice(
      context.kernel,
      to,
      {
        subject: phrase(to.locale, 'talent-booking', `mail.${state}`, params),
        text: phrase(to.locale, 'talent-booking', `mail.${state}Text`, params),
      },
      'session notice',
    );
  }
}

/** Who asked, who has a seat, and the experts who had not said no. */
async function everybody(
  context: TransactionContext<TalentTables>,
  session: Session,
  but: string | null,
): Promise<CardReader[]> {
  const seats = await context.db
    .selectFrom('sessionSeat')
    .select('personId')
    .where('sessionId', '=', session.id)
    .execute();
  const people = [session.byPerson, ...seats.map((one) => one.personId)].filter((one) => one !== but);
  const experts = await context.db
    .selectFrom('sessionExpert')
    .select(['expertId', 'side'])
    .where('sessionId', '=', session.id)
    .where('answer', '!=', 'declined')
    .execute();
  const readers: CardReader[] = await mailAddressesOf(context, people);
  for (const { expertId, side } of experts) {
    const card = await atOwner(context, ownerHome(session, side), ({ db }) =>
      db
        .selectFrom('expert')
        .select(['mail', 'personId'])
        .where('id', '=', expertId)
        .where('leftOn', 'is', null)
        .executeTakeFirst(),
    );
    if (card === undefined || (card.personId !== null && card.personId === but)) continue;
    const to = await cardReader(context, card, true);
    if (to !== null) readers.push({ ...to, stopPath: null });
  }
  return readers;
}
