import { newId } from '@dualtrack/platform/ids';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { ChangeReason } from '../placing.ts';
import { lockedPlacement } from './locked-placement.ts';
import { recordClassFacts } from './record-class-facts.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<OrderClassesTables>();
type Context = OperationContext<OrderClassesTables>;
type PlacementRow = Awaited<ReturnType<typeof lockedPlacement>>;
const ofClass = (row: PlacementRow) => ({ id: row.classId, enterpriseId: row.enterpriseId });
type Why = { reason: ChangeReason; note: string };

/** Who left a class or changed the post, the last first. */
export async function changesOf(ctx: Context, classId: string) {
  return ctx.db
    .selectFrom('placementChange as c')
    .innerJoin('placement as p', (join) =>
      join.onRef('p.tenantId', '=', 'c.tenantId').onRef('p.id', '=', 'c.placementId'),
    )
    .select(['c.id', 'c.placementId', 'p.studentName', 'c.kind', 'c.fromSeatId', 'c.toSeatId'])
    .select(['c.reason', 'c.note', 'c.byRole', 'c.changedOn'])
    .where('c.classId', '=', classId)
    .orderBy('c.changedAt', 'desc')
    .orderBy('c.id')
    .execute();
}

export const listChanges = operation(contract.changes.list, async (ctx, input) => {
  await homeOf(ctx, 'order_class', input.classId);
  const rows = await changesOf(ctx, input.classId);
  ctx.audit(input.classId, { changes: rows.length });
  return rows;
});

async function keepChange(ctx: Context, row: PlacementRow, why: Why, toSeatId: string | null): Promise<void> {
  await ctx.db
    .insertInto('placementChange')
    .values({
      ...{ tenantId: row.tenantId, enterpriseId: row.enterpriseId, id: newId(), classId: row.classId },
      ...{
        placementId: row.id,
        kind: toSeatId === null ? 'left' : 'moved',
        fromSeatId: row.seatId,
        toSeatId,
      },
      ...{ reason: why.reason, note: why.note, byRole: ctx.actor.role, changedBy: ctx.actor.personId },
      ...{ changedOn: ctx.today, changedAt: ctx.now },
    })
    .execute();
}

/**
 * Somebody leaves. Students do so themselves within the exit window, and need nobody's leave for it; the school's
 * offices at any time. The reason stays on record.
 */
export const leaveClass = operation(contract.changes.leave, async (ctx, input) => {
  const row = await lockedPlacement(ctx, input.placementId, 'leave');
  const { exitFrom, exitUntil } = await ctx.db
    .selectFrom('orderClass')
    .select(['exitFrom', 'exitUntil'])
    .where('id', '=', row.classId)
    .executeTakeFirstOrThrow();
  const isInside = exitFrom !== null && exitUntil !== null && exitFrom <= ctx.today && ctx.today <= exitUntil;
  if (ctx.actor.role === 'student' && !isInside) throw ctx.refuse('placement.no-exit-now');
  await ctx.db
    .updateTable('placement')
    .set({ state: 'ended', endedOn: ctx.today })
    .where('id', '=', row.id)
    .execute();
  await keepChange(ctx, row, input, null);
  await tell(ctx, ofClass(row), 'left', { studentId: row.studentId, byPerson: ctx.actor.personId });
  await recordClassFacts(ctx, row.classId, ctx.actor.personId);
  ctx.audit(row.id, { reason: input.reason });
  return { id: row.id };
});

/** Another seat of the same class, while it is free and before anybody has begun: all papers are signed anew. */
export const movePlacement = operation(contract.changes.move, async (ctx, input) => {
  const row = await lockedPlacement(ctx, input.placementId, 'move');
  const seat = await ctx.db
    .selectFrom('classSeat')
    .select(['id', 'postId', 'capacity', 'post'])
    .where('id', '=', input.seatId)
    .where('classId', '=', row.classId)
    .forUpdate()
    .executeTakeFirst();
  if (seat === undefined || seat.id === row.seatId) throw ctx.refuse('placement.no-such-seat');
  const there = await ctx.db
    .selectFrom('placement')
    .select('id')
    .where('seatId', '=', seat.id)
    .where('state', 'in', ['offered', 'accepted', 'active'])
    .execute();
  if (there.length >= seat.capacity) throw ctx.refuse('placement.seat-full');
  await ctx.db
    .updateTable('placement')
    .set({
      ...{ seatId: seat.id, postId: seat.postId, postTitle: seat.post.title, postTitleEn: seat.post.titleEn },
      // It is another offer: whoever accepted the first one is asked again.
      ...{ state: 'offered', choice: null, schoolSignedOn: null, hostSignedOn: null },
      ...{ studentSignedOn: null, studentConsentOn: null, guardianConsentOn: null },
    })
    .where('id', '=', row.id)
    .execute();
  await keepChange(ctx, row, input, seat.id);
  await tell(ctx, ofClass(row), 'moved', { studentId: row.studentId, byPerson: ctx.actor.personId });
  await recordClassFacts(ctx, row.classId, ctx.actor.personId);
  ctx.audit(row.id, { seat: seat.id });
  return { id: row.id };
});
