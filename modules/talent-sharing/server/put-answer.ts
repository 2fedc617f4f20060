import { notFound } from '@dualtrack/platform/errors';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { BookingFault } from '../booking.ts';
import { nextAnswer, stateByAnswers } from '../session.ts';
import type { Side } from '../side.ts';
import { ownerHome } from './asking.ts';
import { release, reserve } from './reserve.ts';
import type { TalentTables } from './tables.ts';

/** What somebody says for an expert. The caller has proven who they are. */
export type Said = {
  sessionId: string;
  expertId: string;
  said: 'accept' | 'decline';
  reason: string;
  /** Who looks after the expert's learners meanwhile; empty: nobody is named. */
  cover: string;
  by: string;
  side: Side;
  isExpert: boolean;
  isLead: boolean;
  /** The person who answers, who is told nothing of it; null for a link. */
  byPerson?: string | null;
};

/** Why an answer cannot be kept. `name`: the expert's, for the sentence. */
export type AnswerFault =
  | (BookingFault & { name: string })
  | { code: 'session.answered' | 'session.not-in-state' | 'session.begun' | 'session.no-reason' };

/**
 * Keeps an answer with the session locked. A final yes promises the hours in the expert's own home; with the last yes the
 * session stands; a no ends it and gives back what others had promised. The home is the session's; the context may
 * be anybody's who was granted it.
 */
export async function putAnswer(
  context: TransactionContext<TalentTables>,
  home: string,
  given: Said,
): Promise<AnswerFault | null> {
  const bilateral = given.side === 'enterprise' && context.tenant !== home ? context.tenant : null;
  const scope = { tenant: home, enterprise: bilateral };
  const { sessionId, expertId, said } = given;
  if (said === 'decline' && given.reason === '') return { code: 'session.no-reason' };
  const found = await context.within(scope, async ({ db }) => {
    const session = await db
      .selectFrom('talentSession')
      .selectAll()
      .where('id', '=', sessionId)
      .forUpdate()
      .executeTakeFirst();
    const expert = await db
      .selectFrom('sessionExpert')
      .selectAll()
      .where('sessionId', '=', sessionId)
      .where('expertId', '=', expertId)
      .where('side', '=', given.side)
      .executeTakeFirst();
    return session === undefined || expert === undefined ? undefined : { session, expert };
  });
  if (found === undefined) throw notFound('talent_session');
  const { session, expert } = found;
  if (session.state !== 'asked') return { code: 'session.not-in-state' };
  if (session.startsAt <= context.now) return { code: 'session.begun' };
  const owner = { home: ownerHome(session, given.side), side: given.side };
  const card = await context.within({ tenant: owner.home, enterprise: null }, ({ db }) =>
    db.selectFrom('expert').select(['name', 'needsApproval']).where('id', '=', expertId).executeTakeFirst(),
  );
  const needsApproval = card?.needsApproval ?? false;
  const next = nextAnswer(expert.answer, said, { ...given, needsApproval });
  if (next === null) return { code: 'session.answered' };
  if (next === 'accepted') {
    const booked = { ...session, home };
    const { minutes } = expert;
    const fault = await reserve(context, owner, expertId, booked, {
      minutes,
      cover: given.cover || expert.cover,
    });
    if (fault !== null) return fault;
  }
  await context.within(scope, async (inner) => {
    await inner.db
      .updateTable('sessionExpert')
      .set({
        ...{ answer: next, reason: given.reason, answeredBy: given.by, answeredAt: context.now },
        // A superior who approves leaves the name that the mentor gave.
        ...(given.cover === '' ? {} : { cover: given.cover }),
        // Who kept the name until a yes gives it with the yes.
        ...(next === 'accepted' && card !== undefined ? { name: card.name } : {}),
      })
      .where('sessionId', '=', sessionId)
      .where('expertId', '=', expertId)
      .execute();
    const all = await inner.db
      .selectFrom('sessionExpert')
      .select('answer')
      .where('sessionId', '=', sessionId)
      .execute();
    const state = stateByAnswers(all.map((one) => one.answer));
    await inner.db
      .updateTable('talentSession')
      .set({ state, changedAt: context.now })
      .where('id', '=', sessionId)
      .execute();
    const { enterpriseId } = session;
    if (state === 'declined') await inner.emit('talent.released', { sessionId, enterpriseId });
    if (state !== 'asked')
      await inner.emit('talent.settled', { sessionId, enterpriseId, but: given.byPerson ?? null });
  });
  return null;
}

/** Reaction: gives back what was promised to a session that will not be: hours in each expert's home, and the room. */
export async function onReleased(
  context: TransactionContext<TalentTables>,
  payload: { sessionId: string },
): Promise<void> {
  const rows = await context.db
    .selectFrom('sessionExpert')
    .select(['tenantId', 'enterpriseId', 'expertId', 'side'])
    .where('sessionId', '=', payload.sessionId)
    .execute();
  for (const row of rows) {
    const owner = { home: ownerHome(row, row.side), side: row.side };
    await release(context, owner, row.expertId, payload.sessionId);
  }
  const session = await context.db
    .selectFrom('talentSession')
    .select(['tenantId', 'enterpriseId', 'roomSide'])
    .where('id', '=', payload.sessionId)
    .executeTakeFirst();
  if (session === undefined || session.roomSide === null) return;
  await context.within({ tenant: ownerHome(session, session.roomSide), enterprise: null }, ({ db }) =>
    db.deleteFrom('roomReservation').where('sessionId', '=', payload.sessionId).execute(),
  );
}
