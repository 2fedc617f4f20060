import { notFound } from '@dualtrack/platform/errors';
import { noId } from '@dualtrack/platform/ids';
import { likePattern, listPage, operationsOn } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import { contract, type SessionDetail, type SessionRow } from '../contract.ts';
import { isLateCancel, sessionActions, whyNotSession } from '../session.ts';
import { type Side, sides } from '../side.ts';
import { askingOf, ownExpertIds, sideOf, type TalentContext } from './asking.ts';
import { partyNames } from './parties.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();
export type SessionRecord = Selectable<TalentTables['talentSession']>;

/** Sides that have attested a session. */
export function attestedSides(row: Pick<SessionRecord, 'schoolAttestedAt' | 'enterpriseAttestedAt'>): Side[] {
  return sides.filter((side) => row[`${side}AttestedAt`] !== null);
}

/** What the state table looks at. */
export const factsOf = (row: SessionRecord, now: Date) => ({ ...row, now, attested: attestedSides(row) });

async function rowsOf(ctx: TalentContext, rows: readonly SessionRecord[]): Promise<SessionRow[]> {
  const ids = [...rows.map((row) => row.id), noId];
  const experts = await ctx.db
    .selectFrom('sessionExpert')
    .selectAll()
    .where('sessionId', 'in', ids)
    .orderBy('isLeading', 'desc')
    .orderBy('name')
    .execute();
  const seats = await ctx.db
    .selectFrom('sessionSeat')
    .select((eb) => ['sessionId', 'isWaiting', eb.fn.countAll<string>().as('count')])
    .where('sessionId', 'in', ids)
    .groupBy(['sessionId', 'isWaiting'])
    .execute();
  const namesOf = await partyNames(ctx, rows);
  const asking = await askingOf(ctx);
  const count = (id: string, isWaiting: boolean) =>
    Number(seats.find((one) => one.sessionId === id && one.isWaiting === isWaiting)?.count ?? 0);
  return rows.map((row) => ({
    ...row,
    ...namesOf(row),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    seated: count(row.id, false),
    waiting: count(row.id, true),
    experts: experts
      .filter((one) => one.sessionId === row.id)
      .map((one) => {
        const { isLead, isExpert, side } = asking.of([one.expertId]);
        const isOpen = row.state === 'asked' && (one.answer === 'waiting' || one.answer === 'to-approve');
        const mayAnswer = isOpen && one.side === side && (isLead || (isExpert && one.answer === 'waiting'));
        return { ...one, mayAnswer, isMine: isExpert };
      }),
  }));
}

/** One session as both sides see it. @throws thing.not-found */
export async function sessionView(ctx: TalentContext, sessionId: string): Promise<SessionDetail> {
  const row = await ctx.db
    .selectFrom('talentSession')
    .selectAll()
    .where('id', '=', sessionId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('talent_session');
  const [view] = await rowsOf(ctx, [row]);
  if (view === undefined) throw notFound('talent_session');
  const people = await ctx.db
    .selectFrom('sessionSeat')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('isWaiting')
    .orderBy('takenAt')
    .orderBy('personId')
    .execute();
  const feedback = await ctx.db
    .selectFrom('sessionFeedback')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('side')
    .execute();
  const who = (await askingOf(ctx)).of(view.experts.map((one) => one.expertId));
  const asking = { ...who, isPart: who.isExpert || row.byPerson === ctx.actor.personId };
  const facts = factsOf(row, ctx.now);
  const attested = (side: Side) => {
    const at = row[`${side}AttestedAt`];
    return at === null ? null : { by: row[`${side}AttestedBy`], at: at.toISOString() };
  };
  return {
    ...row,
    ...view,
    attested: { school: attested('school'), enterprise: attested('enterprise') },
    people: people.map((one) => ({ ...one, isMine: one.personId === ctx.actor.personId })),
    feedback: feedback.map((one) => ({ ...one, by: one.byName })),
    isLate: isLateCancel(facts),
    abilities: Object.fromEntries(
      sessionActions.map((action) => [action, whyNotSession(facts, asking, action)]),
      // Every action is there, because the list of actions was mapped.
    ) as SessionDetail['abilities'],
  };
}

export const getSession = operation(contract.sessions.get, (ctx, input) => sessionView(ctx, input.sessionId));

export const listSessions = operation(contract.sessions.list, async (ctx, input) => {
  let query = ctx.db.selectFrom('talentSession as s').selectAll('s');
  for (const key of ['state', 'form', 'courseId', 'needId'] as const) {
    const value = input[key];
    if (value !== undefined) query = query.where(`s.${key}`, '=', value);
  }
  if (input.scope === 'coming') {
    query = query.where('s.state', 'in', ['asked', 'planned']).where('s.endsAt', '>', ctx.now);
  }
  if (input.scope === 'to-attest') {
    const own = sideOf(ctx) === 'school' ? 's.schoolAttestedAt' : 's.enterpriseAttestedAt';
    query = query.where('s.state', '=', 'planned').where('s.endsAt', '<=', ctx.now).where(own, 'is', null);
  }
  if (input.scope === 'to-answer') {
    const mine = await ownExpertIds(ctx);
    const { isLead } = (await askingOf(ctx)).of([]);
    query = query.where('s.state', '=', 'asked').where((eb) =>
      eb.exists(
        eb
          .selectFrom('sessionExpert as e')
          .select('e.expertId')
          .whereRef('e.tenantId', '=', 's.tenantId')
          .whereRef('e.sessionId', '=', 's.id')
          .where('e.side', '=', sideOf(ctx))
          .where('e.answer', 'in', isLead ? ['waiting', 'to-approve'] : ['waiting'])
          .where((inner) => (isLead ? inner.val(true) : inner('e.expertId', 'in', [...mine, noId]))),
      ),
    );
  }
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) =>
      eb.or([
        eb('s.title', 'ilike', pattern),
        eb('s.place', 'ilike', pattern),
        eb.exists(
          eb
            .selectFrom('sessionExpert as e')
            .select('e.expertId')
            .whereRef('e.tenantId', '=', 's.tenantId')
            .whereRef('e.sessionId', '=', 's.id')
            .where('e.name', 'ilike', pattern),
        ),
      ]),
    );
  }
  const isAhead = input.scope === 'coming' || input.scope === 'to-answer';
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? (isAhead ? 'startsAt' : '-startsAt') },
    { startsAt: 's.startsAt', title: 's.title', form: 's.form', state: 's.state' },
  );
  return { ...found, items: await rowsOf(ctx, found.items) };
});
