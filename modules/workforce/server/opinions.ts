import { notFound } from '@dualtrack/platform/errors';
import { type OperationContext, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract, type OpinionView } from '../contract.ts';
import { nextStep, whyNotAccept, whyNotOpinion } from '../opinion.ts';
import { intakeOf } from './intake.ts';
import { ownDb } from './order-view.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

async function given<Tables>(context: TransactionContext<Tables>, orderId: string) {
  return ownDb(context)
    .selectFrom('orderOpinion')
    .selectAll()
    .where('orderId', '=', orderId)
    .orderBy('givenAt')
    .execute();
}

async function isAsked<Tables>(context: TransactionContext<Tables>, orderId: string): Promise<boolean> {
  const round = await ownDb(context)
    .selectFrom('opinionRound')
    .select('orderId')
    .where('orderId', '=', orderId)
    .executeTakeFirst();
  return round !== undefined || (await intakeOf(context)).opinionsRequired;
}

/** Why the school may not accept an order yet; in the school's home. */
export async function whyNotAcceptNow<Tables>(context: TransactionContext<Tables>, orderId: string) {
  return whyNotAccept(await given(context, orderId), await isAsked(context, orderId));
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
  const list = await given(ctx, orderId);
  const next = nextStep(list);
  return {
    isAsked: await isAsked(ctx, orderId),
    next,
    given: list.map(({ step, verdict, words, personName, givenAt }) => {
      return { step, verdict, words, name: personName, at: givenAt.toISOString() };
    }),
    whyNot: next === null ? 'opinion.not-your-turn' : whyNotOpinion(list, ctx.actor, next),
  };
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

export const askOpinions = operation(contract.opinions.ask, async (ctx, { orderId }) => {
  const state = await lockedState(ctx, orderId);
  if (state !== 'proposed') throw ctx.refuse('order.not-in-state', { action: 'opinions' });
  await ctx.db
    .insertInto('opinionRound')
    .values({ tenantId: ctx.tenant, orderId, askedBy: ctx.actor.name, askedAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['tenantId', 'orderId']).doNothing())
    .execute();
  ctx.audit(orderId, { action: 'ask-opinions' });
  return view(ctx, orderId);
});

export const giveOpinion = operation(
  contract.opinions.give,
  async (ctx, { orderId, step, verdict, words }) => {
    const state = await lockedState(ctx, orderId);
    if (state !== 'proposed') throw ctx.refuse('order.not-in-state', { action: 'opinions' });
    const reason = whyNotOpinion(await given(ctx, orderId), ctx.actor, step);
    if (reason !== null) throw ctx.refuse(reason);
    await ctx.db
      .insertInto('orderOpinion')
      .values({
        ...{ tenantId: ctx.tenant, orderId, step, verdict, words },
        personId: ctx.actor.personId,
        personName: ctx.actor.name,
        givenAt: ctx.now,
      })
      .execute();
    ctx.audit(orderId, { action: 'opinion', step, verdict });
    return view(ctx, orderId);
  },
);
