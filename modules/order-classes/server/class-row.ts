import { notFound } from '@dualtrack/platform/errors';
import type { OperationContext } from '@dualtrack/platform/operation';
import { type ClassAction, whyNot } from '../order-class.ts';
import type { OrderClassesTables } from './tables.ts';

type Codes = 'class.not-your-role' | 'class.not-in-state';

/**
 * Reads a class and locks it until the transaction ends, once it allows the action. Whoever changes its state takes
 * it alone; applications and scores share it, so that they run beside each other but never across a change of state.
 * @throws thing.not-found and the refusals of the state table.
 */
export async function lockedClass(
  ctx: OperationContext<OrderClassesTables, Codes>,
  classId: string,
  action: ClassAction,
  mode: 'alone' | 'shared' = 'alone',
) {
  const query = ctx.db.selectFrom('orderClass').selectAll().where('id', '=', classId);
  const row = await (mode === 'alone' ? query.forUpdate() : query.forShare()).executeTakeFirst();
  if (row === undefined) throw notFound('order-class');
  const reason = whyNot(row, ctx.actor, action);
  if (reason !== null) throw ctx.refuse(reason, { action });
  return row;
}
