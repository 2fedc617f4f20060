import { notFound } from '@dualtrack/platform/errors';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { whyNot } from '../talent-order.ts';
import { whyNotAcceptNow } from './opinions.ts';
import { poolSize } from './pools.ts';
import type { WorkforceTables } from './tables.ts';

const operation = operationsOn<WorkforceTables>();

/**
 * Decides about a joint order as a whole: all its proposed orders in one step, or none. Opinions given about one of
 * them are opinions about all, because they are one class. What an enterprise has not proposed stays out.
 */
export const decidePool = operation(contract.pools.decide, async (ctx, input) => {
  const { poolId, accept, answer } = input;
  const pool = await ctx.db
    .selectFrom('orderPool')
    .select('id')
    .where('id', '=', poolId)
    .forUpdate()
    .executeTakeFirst();
  if (pool === undefined) throw notFound('order-pool');
  const orders = await ctx.db
    .selectFrom('talentOrder')
    .select(['id', 'state', 'enterpriseId'])
    .where('poolId', '=', poolId)
    .where('state', '=', 'proposed')
    .orderBy('id')
    .forUpdate()
    .execute();
  const action = accept ? 'accept' : 'decline';
  if (orders.length === 0) throw ctx.refuse('order.not-in-state', { action });
  for (const order of orders) {
    const reason = whyNot(order, ctx.actor, action);
    if (reason !== null) throw ctx.refuse(reason, { action });
  }
  if (accept) {
    const { have, need } = await poolSize(ctx, poolId);
    if (have < need) throw ctx.refuse('pool.too-small', { have, need });
    const reasons: Awaited<ReturnType<typeof whyNotAcceptNow>>[] = [];
    for (const { id } of orders) reasons.push(await whyNotAcceptNow(ctx, id));
    const against = reasons.find((reason) => reason === 'order.opinion-against');
    const first = against ?? (reasons.includes(null) ? null : reasons[0]);
    if (first !== null && first !== undefined) throw ctx.refuse(first);
  }
  const to = accept ? 'accepted' : 'declined';
  for (const { id, enterpriseId } of orders) {
    await ctx.db
      .updateTable('talentOrder')
      .set({ state: to, answer, changedAt: ctx.now })
      .where('id', '=', id)
      .execute();
    await ctx.emit(`order.${to}`, { orderId: id, enterpriseId });
  }
  ctx.audit(poolId, { action, orders: orders.length });
  return { orders: orders.length };
});
