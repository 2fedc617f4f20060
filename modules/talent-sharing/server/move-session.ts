import { notFound } from '@dualtrack/platform/errors';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { isLateCancel, type SessionAction, type SessionCode, whyNotSession } from '../session.ts';
import { otherSide } from '../side.ts';
import { askingOf, sideOf, type TalentContext } from './asking.ts';
import { putAnswer } from './put-answer.ts';
import { factsOf, type SessionRecord, sessionView } from './session-view.ts';
import type { TalentTables } from './tables.ts';
import { writeHours } from './write-hours.ts';

const operation = operationsOn<TalentTables>();

/** Does one action of the state table with the session locked, and gives the session as it is after it. */
export async function act<Codes extends string>(
  ctx: TalentContext<Codes | SessionCode>,
  sessionId: string,
  action: SessionAction,
  work: (inner: TalentContext<Codes | SessionCode>, row: SessionRecord) => Promise<void>,
) {
  const asking = await askingOf(ctx);
  const home = await homeOf(ctx, 'talent_session', sessionId);
  await ctx.inHome(home, async (inner) => {
    const row = await inner.db
      .selectFrom('talentSession')
      .selectAll()
      .where('id', '=', sessionId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw notFound('talent_session');
    const experts = await inner.db
      .selectFrom('sessionExpert')
      .select('expertId')
      .where('sessionId', '=', sessionId)
      .execute();
    const who = asking.of(experts.map((one) => one.expertId));
    const isPart = who.isExpert || row.byPerson === ctx.actor.personId;
    const reason = whyNotSession(factsOf(row, ctx.now), { ...who, isPart }, action);
    if (reason !== null) throw ctx.refuse(reason);
    await work(inner, row);
  });
  ctx.audit(sessionId, { action });
  return sessionView(ctx, sessionId);
}

export const answerSession = operation(contract.sessions.answer, async (ctx, input) => {
  const { sessionId, expertId, accept, reason, cover } = input;
  const { isLead, isExpert, side } = (await askingOf(ctx)).of([expertId]);
  const home = await homeOf(ctx, 'talent_session', sessionId);
  if (!isLead && !isExpert) throw ctx.refuse('session.not-your-role');
  const fault = await putAnswer(ctx, home, {
    ...{ sessionId, expertId, reason, cover, side, isLead, isExpert, by: ctx.actor.name },
    byPerson: ctx.actor.personId,
    said: accept ? 'accept' : 'decline',
  });
  if (fault !== null) throw ctx.refuse(fault.code, fault);
  ctx.audit(sessionId, { expertId, accept });
  return sessionView(ctx, sessionId);
});

export const cancelSession = operation(contract.sessions.cancel, (ctx, input) =>
  act(ctx, input.sessionId, 'cancel', async (inner, row) => {
    const isLate = isLateCancel({ ...row, now: ctx.now });
    if (isLate && input.reason === '') throw ctx.refuse('session.late-needs-reason');
    await inner.db
      .updateTable('talentSession')
      .set({
        ...{ state: 'cancelled', cancelledBy: ctx.actor.name, cancelledSide: sideOf(ctx) },
        ...{ cancelReason: input.reason, isLateCancel: isLate, changedAt: ctx.now },
      })
      .where('id', '=', row.id)
      .execute();
    const { id: sessionId, enterpriseId } = row;
    await inner.emit('talent.released', { sessionId, enterpriseId });
    await inner.emit('talent.settled', { sessionId, enterpriseId, but: ctx.actor.personId });
  }),
);

/** Attests a session; the second side says the same number of people, and the hours enter the ledger. */
export const attestSession = operation(contract.sessions.attest, (ctx, input) =>
  act(ctx, input.sessionId, 'attest', async (inner, row) => {
    const { attended } = input;
    const side = sideOf(ctx);
    const isSecond = row[`${otherSide(side)}AttestedAt`] !== null;
    if (isSecond && row.attended !== null && row.attended !== attended) {
      throw ctx.refuse('session.other-number', { attended: row.attended });
    }
    const own =
      side === 'school'
        ? { schoolAttestedAt: ctx.now, schoolAttestedBy: ctx.actor.name }
        : { enterpriseAttestedAt: ctx.now, enterpriseAttestedBy: ctx.actor.name };
    const state = isSecond ? ('held' as const) : row.state;
    await inner.db
      .updateTable('talentSession')
      .set({ ...own, attended, state, changedAt: ctx.now })
      .where('id', '=', row.id)
      .execute();
    if (isSecond) await writeHours(inner, { ...row, ...own, attended, state });
  }),
);

export const takeSeat = operation(contract.sessions.takeSeat, (ctx, input) =>
  act(ctx, input.sessionId, 'seat', async (inner, row) => {
    if (row.seats === null) throw ctx.refuse('session.no-seats');
    const taken = await inner.db
      .selectFrom('sessionSeat')
      .select(['personId', 'isWaiting'])
      .where('sessionId', '=', row.id)
      .execute();
    if (taken.some((one) => one.personId === ctx.actor.personId)) throw ctx.refuse('session.seated');
    await inner.db
      .insertInto('sessionSeat')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId: row.enterpriseId, sessionId: row.id },
        ...{ personId: ctx.actor.personId, name: ctx.actor.name, side: sideOf(ctx), takenAt: ctx.now },
        isWaiting: taken.filter((one) => !one.isWaiting).length >= row.seats,
      })
      .execute();
  }),
);

export const leaveSeat = operation(contract.sessions.leaveSeat, (ctx, input) =>
  act(ctx, input.sessionId, 'seat', async (inner, row) => {
    await inner.db
      .deleteFrom('sessionSeat')
      .where('sessionId', '=', row.id)
      .where('personId', '=', ctx.actor.personId)
      .execute();
    const left = await inner.db
      .selectFrom('sessionSeat')
      .select(['personId', 'isWaiting'])
      .where('sessionId', '=', row.id)
      .orderBy('takenAt')
      .orderBy('personId')
      .execute();
    const free = (row.seats ?? 0) - left.filter((one) => !one.isWaiting).length;
    const next = left.filter((one) => one.isWaiting).slice(0, Math.max(0, free));
    if (next.length === 0) return;
    await inner.db
      .updateTable('sessionSeat')
      .set({ isWaiting: false })
      .where('sessionId', '=', row.id)
      .where(
        'personId',
        'in',
        next.map((one) => one.personId),
      )
      .execute();
  }),
);

export const rateSession = operation(contract.sessions.rate, (ctx, input) =>
  act(ctx, input.sessionId, 'rate', async (inner, row) => {
    const said = { rating: input.rating, note: input.note, byName: ctx.actor.name, at: ctx.now };
    await inner.db
      .insertInto('sessionFeedback')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId: row.enterpriseId, sessionId: row.id },
        ...{ side: sideOf(ctx), ...said },
      })
      .onConflict((conflict) => conflict.columns(['tenantId', 'sessionId', 'side']).doUpdateSet(said))
      .execute();
  }),
);
