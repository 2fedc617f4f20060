import { findProgrammes } from '@dualtrack/organisations/server';
import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract, type NoticeReply } from '../contract.ts';
import { noticeTransitions, whyNotNotice } from '../demand-notice.ts';
import { daysAfter } from '../intake-slots.ts';
import { insertOrder, offeredPosts } from './draft-order.ts';
import { intakeOf } from './intake.ts';
import { noticeView } from './notice-view.ts';
import { ownDb } from './order-view.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

type Refused = 'demand.not-your-role' | 'demand.not-in-state' | 'demand.no-such-programme';

/**
 * Writes a school's answer in its home; null, or the code of why not. Answering starts the enterprise's clock, and a
 * school that was silent has spoken.
 */
export async function writeReply<Tables>(
  context: TransactionContext<Tables>,
  noticeId: string,
  reply: NoticeReply,
  by: { role: 'school-office' | 'programme-head'; name: string },
): Promise<Refused | null> {
  const db = ownDb(context);
  const row = await db
    .selectFrom('demandNotice')
    .select(['state', 'silentSide', 'enterpriseId'])
    .where('id', '=', noticeId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const reason = whyNotNotice(row, by, reply.decision);
  if (reason !== null) return reason;
  if (reply.decision === 'offer') {
    const programmes = await findProgrammes(context);
    if (!programmes.some(({ majorCode }) => majorCode === reply.majorCode)) return 'demand.no-such-programme';
  }
  const { answerDays } = await intakeOf(context);
  await db
    .updateTable('demandNotice')
    .set({
      state: noticeTransitions[reply.decision].to,
      silentSide: null,
      offeredSeats: reply.decision === 'offer' ? reply.seats : null,
      offeredMajorCode: reply.decision === 'offer' ? reply.majorCode : null,
      answer: reply.answer,
      answeredAt: context.now,
      answeredBy: by.name,
      answerBy: reply.decision === 'offer' ? daysAfter(context.today, answerDays) : null,
      changedAt: context.now,
    })
    .where('id', '=', noticeId)
    .execute();
  await context.emit('demand.answered', { noticeId, enterpriseId: row.enterpriseId });
  return null;
}

export const answerDemand = operation(contract.board.answer, async (ctx, { noticeId, reply }) => {
  const { role, name } = ctx.actor;
  const action = reply.decision;
  if (role !== 'school-office' && role !== 'programme-head') {
    throw ctx.refuse('demand.not-your-role', { action });
  }
  const home = await homeOf(ctx, 'demand_notice', noticeId);
  return ctx.inHome(home, async (inner) => {
    const refused = await writeReply(inner, noticeId, reply, { role, name });
    if (refused === 'demand.no-such-programme') throw ctx.refuse(refused);
    if (refused !== null) throw ctx.refuse(refused, { action });
    ctx.audit(noticeId, { action });
    return noticeView(inner, noticeId, role);
  });
});

/** Takes an offer up: the order is drafted with what both sides have said, and proposed by the enterprise as any. */
export const takeOffer = operation(contract.board.take, async (ctx, input) => {
  const home = await homeOf(ctx, 'demand_notice', input.noticeId);
  const notice = await ctx.db
    .selectFrom('demandNotice')
    .select(['postId', 'offeredSeats', 'offeredMajorCode'])
    .where('id', '=', input.noticeId)
    .executeTakeFirstOrThrow();
  const reason0 = ctx.actor.kind === 'enterprise' ? null : ('demand.not-your-role' as const);
  if (reason0 !== null) throw ctx.refuse(reason0, { action: 'take' });
  const seats = notice.offeredSeats ?? 1;
  const lines = await offeredPosts(ctx, [{ postId: notice.postId, seats }]);
  return ctx.inHome(home, async (inner) => {
    const row = await inner.db
      .selectFrom('demandNotice')
      .select(['state', 'silentSide', 'poolId', 'note', 'answer', 'enterpriseId'])
      .where('id', '=', input.noticeId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const reason = whyNotNotice(row, ctx.actor, 'take');
    if (reason !== null) throw ctx.refuse(reason, { action: 'take' });
    const orderId = await insertOrder(ctx, inner, {
      majorCode: notice.offeredMajorCode ?? '',
      // All orders of a joint class bear its name, which the offer says.
      className: row.poolId === null ? input.className : row.answer,
      startQuarter: input.startQuarter,
      note: row.note,
      lines,
      reason: null,
      forecastId: null,
      poolId: row.poolId,
    });
    await inner.db
      .updateTable('demandNotice')
      .set({ state: 'taken', silentSide: null, orderId, answerBy: null, changedAt: ctx.now })
      .where('id', '=', input.noticeId)
      .execute();
    await inner.emit('demand.answered', { noticeId: input.noticeId, enterpriseId: row.enterpriseId });
    ctx.audit(input.noticeId, { action: 'take' });
    return { orderId };
  });
});
