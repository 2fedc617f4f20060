import {
  homeOf,
  type OperationContext,
  operationsOn,
  type TransactionContext,
} from '@dualtrack/platform/operation';
import { contract, type OrderDetail } from '../contract.ts';
import { type OrderAction, type OrderMove, orderMoves, orderTransitions, whyNot } from '../talent-order.ts';
import { mergedLines, offeredPosts, writeLines } from './draft-order.ts';
import { whyNotAcceptNow } from './opinions.ts';
import { orderView, ownDb } from './order-view.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();
type NotNow = 'order.not-your-role' | 'order.not-in-state';
type AcceptCodes = NotNow | 'order.opinions-missing' | 'order.opinion-against' | 'pool.decide-together';
type Context = OperationContext<WorkforceTables, NotNow>;

/**
 * Moves an order by one action of the table. The state is part of the update's own condition, so of two people
 * who act at once one is told that the order has moved on.
 */
async function act(
  ctx: Context,
  orderId: string,
  action: OrderAction,
  extra: { answer?: string } = {},
): Promise<OrderDetail> {
  const home = await homeOf(ctx, 'talent_order', orderId);
  return ctx.inHome(home, async (inner) => {
    const row = await inner.db
      .selectFrom('talentOrder')
      .select(['state', 'enterpriseId'])
      .where('id', '=', orderId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const reason = whyNot(row, ctx.actor, action);
    if (reason !== null) throw ctx.refuse(reason, { action });
    const { to } = orderTransitions[action];
    await inner.db
      .updateTable('talentOrder')
      .set({ state: to, changedAt: ctx.now, ...extra })
      .where('id', '=', orderId)
      .where('state', '=', row.state)
      .execute();
    if (to === 'proposed' || to === 'accepted' || to === 'declined') {
      await inner.emit(`order.${to}`, { orderId, enterpriseId: row.enterpriseId });
    }
    ctx.audit(orderId, { action });
    return orderView(inner, orderId, ctx.actor.role);
  });
}

export const proposeOrder = operation(contract.orders.propose, (ctx, input) =>
  act(ctx, input.orderId, 'propose'),
);
export const acceptOrder = operation(contract.orders.accept, async (ctx, input) => {
  const view = await act(ctx, input.orderId, 'accept', { answer: input.answer });
  await checkAccept(ctx, view);
  return view;
});

/** What else has to be there when a school accepts; refusing here undoes the move. */
async function checkAccept(
  ctx: OperationContext<WorkforceTables, AcceptCodes>,
  { id, poolId }: OrderDetail,
): Promise<void> {
  if (poolId !== null) throw ctx.refuse('pool.decide-together');
  const reason = await whyNotAcceptNow(ctx, id);
  if (reason !== null) throw ctx.refuse(reason);
}

export const declineOrder = operation(contract.orders.decline, async (ctx, input) => {
  const view = await act(ctx, input.orderId, 'decline', { answer: input.answer });
  if (view.poolId !== null) throw ctx.refuse('pool.decide-together');
  return view;
});
export const withdrawOrder = operation(contract.orders.withdraw, (ctx, input) =>
  act(ctx, input.orderId, 'withdraw'),
);

export const editOrder = operation(contract.orders.edit, async (ctx, input) => {
  const home = await homeOf(ctx, 'talent_order', input.orderId);
  const lines = await offeredPosts(ctx, mergedLines(input.lines));
  return ctx.inHome(home, async (inner) => {
    const row = await inner.db
      .selectFrom('talentOrder')
      .select(['state', 'enterpriseId'])
      .where('id', '=', input.orderId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const reason = whyNot(row, ctx.actor, 'edit');
    if (reason !== null) throw ctx.refuse(reason, { action: 'edit' });
    await inner.db
      .updateTable('talentOrder')
      .set({
        className: input.className,
        startQuarter: input.startQuarter,
        note: input.note,
        seats: lines.reduce((sum, line) => sum + line.seats, 0),
        changedAt: ctx.now,
      })
      .where('id', '=', input.orderId)
      .execute();
    await inner.db.deleteFrom('orderLine').where('orderId', '=', input.orderId).execute();
    await writeLines(inner, input.orderId, row.enterpriseId, lines);
    ctx.audit(input.orderId, { action: 'edit' });
    return orderView(inner, input.orderId, ctx.actor.role);
  });
});

/** Door: a later room moves an order on, in the school's home. False when it is not where it has to be. */
export async function moveOrder<Tables>(
  context: TransactionContext<Tables>,
  orderId: string,
  to: OrderMove,
): Promise<boolean> {
  const moved = await ownDb(context)
    .updateTable('talentOrder')
    .set({ state: to, changedAt: context.now })
    .where('id', '=', orderId)
    .where('state', 'in', orderMoves[to])
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}
