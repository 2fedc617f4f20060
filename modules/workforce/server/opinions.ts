import { notFound } from '@dualtrack/platform/errors';
import { type OperationContext, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract, type OpinionView } from '../contract.ts';
import { nextStep, whyNotAccept, whyNotOpinion } from '../opinion.ts';
import { intakeOf } from './intake.ts';
import { ownDb } from './order-view.ts';
import { presidentOf } from './school-president.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

/** All that was said of an order, the number of the present round and what was said in it. */
async function heard<Tables>(context: TransactionContext<Tables>, orderId: string) {
  const all = await ownDb(context)
    .selectFrom('orderOpinion')
    .selectAll()
    .where('orderId', '=', orderId)
    .orderBy('round')
    .orderBy('givenAt')
    .execute();
  const asked = await ownDb(context)
    .selectFrom('opinionRound')
    .select('round')
    .where('orderId', '=', orderId)
    .executeTakeFirst();
  const round = asked?.round ?? 1;
  const isAsked = asked !== undefined || (await intakeOf(context)).opinionsRequired;
  return { all, round, isAsked, given: all.filter((one) => one.round === round) };
}

/** Why the school may not accept an order yet; in the school's home. */
export async function whyNotAcceptNow<Tables>(context: TransactionContext<Tables>, orderId: string) {
  const { given, isAsked } = await heard(context, orderId);
  return whyNotAccept(given, isAsked);
}

/** Says who is to speak next, so that they are written to. */
async function tellNext(ctx: OperationContext<WorkforceTables>, orderId: string): Promise<void> {
  const { given, round } = await heard(ctx, orderId);
  const step = nextStep(given);
  if (step !== null) await ctx.emit('order.opinion-due', { orderId, round, step });
}

/** The order's state, locked. Drafts are the enterprise's own business. @throws thing.not-found */
async function lockedState(ctx: OperationContext<WorkforceTables>, orderId: string) {
  const row = await ctx.db
    .selectFrom('talentOrder')
    .select('state')
    .where('id', '=', orderId)
    .where('state', '!=', 'draft')
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('talent-order');
  return row.state;
}

async function view(ctx: OperationContext<WorkforceTables>, orderId: string): Promise<OpinionView> {
  const { all, round, isAsked, given } = await heard(ctx, orderId);
  const next = nextStep(given);
  const president = await presidentOf(ctx);
  return {
    isAsked,
    round,
    next,
    president: president?.name ?? null,
    given: all.map((one) => {
      const { step, verdict, words, personName, givenAt } = one;
      return { round: one.round, step, verdict, words, name: personName, at: givenAt.toISOString() };
    }),
    whyNot:
      next === null
        ? 'opinion.not-your-turn'
        : whyNotOpinion(given, ctx.actor, next, president?.personId ?? null),
  };
}

/** Begins a round, or the first one. The order is locked, so a round begins once. */
async function beginRound(ctx: OperationContext<WorkforceTables>, orderId: string, round: number) {
  const values = { round, askedBy: ctx.actor.name, askedAt: ctx.now };
  await ctx.db
    .insertInto('opinionRound')
    .values({ tenantId: ctx.tenant, orderId, ...values })
    .onConflict((conflict) => conflict.columns(['tenantId', 'orderId']).doUpdateSet(values))
    .execute();
}

export const getOpinions = operation(contract.opinions.get, async (ctx, { orderId }) => {
  const row = await ctx.db
    .selectFrom('talentOrder')
    .select('id')
    .where('id', '=', orderId)
    .where('state', '!=', 'draft')
    .executeTakeFirst();
  if (row === undefined) throw notFound('talent-order');
  return view(ctx, orderId);
});

/** Asks for the first time, or again after a voice against; a round that goes on goes on. */
export const askOpinions = operation(contract.opinions.ask, async (ctx, { orderId }) => {
  const state = await lockedState(ctx, orderId);
  if (state !== 'proposed') throw ctx.refuse('order.not-in-state', { action: 'opinions' });
  const { given, round } = await heard(ctx, orderId);
  const isOver = given.some(({ verdict }) => verdict === 'against');
  if (isOver || given.length === 0) await beginRound(ctx, orderId, isOver ? round + 1 : round);
  await tellNext(ctx, orderId);
  ctx.audit(orderId, { action: 'ask-opinions' });
  return view(ctx, orderId);
});

/** One voice with its reason. Sent back, the order is heard again from the faculty on. */
export const giveOpinion = operation(
  contract.opinions.give,
  async (ctx, { orderId, step, verdict, words }) => {
    const state = await lockedState(ctx, orderId);
    if (state !== 'proposed') throw ctx.refuse('order.not-in-state', { action: 'opinions' });
    const { given, round } = await heard(ctx, orderId);
    const president = await presidentOf(ctx);
    const reason = whyNotOpinion(given, ctx.actor, step, president?.personId ?? null, verdict);
    if (reason !== null) throw ctx.refuse(reason);
    await ctx.db
      .insertInto('orderOpinion')
      .values({
        ...{ tenantId: ctx.tenant, orderId, round, step, verdict, words },
        personId: ctx.actor.personId,
        personName: ctx.actor.name,
        givenAt: ctx.now,
      })
      .execute();
    if (verdict === 'back') await beginRound(ctx, orderId, round + 1);
    await tellNext(ctx, orderId);
    ctx.audit(orderId, { action: 'opinion', step, verdict, round });
    return view(ctx, orderId);
  },
);
