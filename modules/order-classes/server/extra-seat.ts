import { newId } from '@dualtrack/platform/ids';
import type { OperationContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import type { OrderClassesTables } from './tables.ts';

type Context = OperationContext<OrderClassesTables, 'appeal.had-place' | 'appeal.has-begun'>;
type Appeal = {
  tenantId: string;
  enterpriseId: string;
  classId: string;
  applicationId: string;
  studentId: string;
  studentName: string;
  choices: string[];
};

/** The student's standing place, which an extra one takes the room of. @throws appeal.had-place, appeal.has-begun */
export async function mayHaveSeat(ctx: Context, appeal: Appeal) {
  const place = await ctx.db
    .selectFrom('placement')
    .selectAll()
    .where('classId', '=', appeal.classId)
    .where('studentId', '=', appeal.studentId)
    .forUpdate()
    .executeTakeFirst();
  if (place?.state === 'active') throw ctx.refuse('appeal.has-begun');
  // Whoever declined or left has had their offer; it stays on record as it is.
  if (place?.state === 'declined' || place?.state === 'ended') throw ctx.refuse('appeal.had-place');
  return place;
}

/**
 * One place more at a post, offered to the student of an appeal. A place they hold elsewhere in the class falls free;
 * papers begin anew, as with every offer.
 */
export async function giveExtraSeat(ctx: Context, appeal: Appeal & { seatId: string }): Promise<void> {
  const place = await mayHaveSeat(ctx, appeal);
  const seat = await ctx.db
    .updateTable('classSeat')
    .set({ capacity: sql<number>`capacity + 1`, extra: sql<number>`extra + 1` })
    .where('id', '=', appeal.seatId)
    .where('classId', '=', appeal.classId)
    .returningAll()
    .executeTakeFirstOrThrow();
  const row = await ctx.db
    .updateTable('orderClass')
    .set({ capacity: sql<number>`capacity + 1`, changedAt: ctx.now })
    .where('id', '=', appeal.classId)
    .returningAll()
    .executeTakeFirstOrThrow();
  const offer = {
    ...{ seatId: seat.id, postId: seat.postId, postTitle: seat.post.title, postTitleEn: seat.post.titleEn },
    ...{ choice: appeal.choices.indexOf(seat.id) + 1, state: 'offered' as const },
  };
  if (place === undefined) {
    const { last } = await ctx.db
      .selectFrom('matchingRun')
      .select(sql<number>`coalesce(max(round), 1)`.as('last'))
      .where('classId', '=', row.id)
      .where('isPublished', '=', true)
      .executeTakeFirstOrThrow();
    const isUnderWay = row.state === 'running' && row.startsOn < ctx.today;
    await ctx.db
      .insertInto('placement')
      .values({
        ...{ tenantId: appeal.tenantId, enterpriseId: appeal.enterpriseId, id: newId(), classId: row.id },
        ...{ studentId: appeal.studentId, studentName: appeal.studentName, ...offer, round: last },
        ...{ startsOn: isUnderWay ? ctx.today : row.startsOn, endsOn: row.endsOn },
      })
      .execute();
    return;
  }
  await ctx.db
    .updateTable('placement')
    .set({
      ...offer,
      ...{ schoolSignedOn: null, hostSignedOn: null, studentSignedOn: null },
      ...{ studentConsentOn: null, guardianConsentOn: null },
    })
    .where('id', '=', place.id)
    .execute();
  await ctx.db
    .insertInto('placementChange')
    .values({
      ...{ tenantId: appeal.tenantId, enterpriseId: appeal.enterpriseId, id: newId(), classId: row.id },
      ...{ placementId: place.id, kind: 'moved', fromSeatId: place.seatId, toSeatId: seat.id },
      ...{ reason: 'appeal', note: '', byRole: ctx.actor.role, changedBy: ctx.actor.personId },
      ...{ changedOn: ctx.today, changedAt: ctx.now },
    })
    .execute();
}
