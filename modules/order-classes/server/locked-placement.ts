import { notFound } from '@dualtrack/platform/errors';
import type { OperationContext } from '@dualtrack/platform/operation';
import { type PlacementAction, whyNotPlacement } from '../placement.ts';
import type { OrderClassesTables } from './tables.ts';

type Context = OperationContext<OrderClassesTables, 'placement.not-your-role' | 'placement.not-in-state'>;

/** Reads and locks a placement that the actor may act on; a student's or guardian's own only. */
export async function lockedPlacement(ctx: Context, placementId: string, action: PlacementAction) {
  const row = await ctx.db
    .selectFrom('placement')
    .selectAll()
    .where('id', '=', placementId)
    .forUpdate()
    .executeTakeFirst();
  const { role, subjectId } = ctx.actor;
  const isOwnOnly = role === 'student' || role === 'guardian';
  if (row === undefined || (isOwnOnly && row.studentId !== subjectId)) throw notFound('placement');
  const reason = whyNotPlacement(row, ctx.actor, action);
  if (reason !== null) throw ctx.refuse(reason, { action });
  return row;
}
