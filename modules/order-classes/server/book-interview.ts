import { notFound } from '@dualtrack/platform/errors';
import { noId } from '@dualtrack/platform/ids';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import type { OpenSlot } from '../contract/interviews.ts';
import { contract } from '../contract.ts';
import { mayBookAnother } from '../interview.ts';
import { lockedClass } from './class-row.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<OrderClassesTables>();
type Context = OperationContext<OrderClassesTables>;

async function applicationOf(ctx: Context, classId: string, isLocked = false) {
  const query = ctx.db
    .selectFrom('application')
    .select(['id', 'studentId'])
    .where('classId', '=', classId)
    .where('studentId', '=', ctx.actor.subjectId ?? noId)
    .where('isWithdrawn', '=', false);
  return (isLocked ? query.forUpdate() : query).executeTakeFirst();
}

/** Slots ahead of now with what is free, and the own one also when it is over; none for those who do not apply. */
export async function openSlots(ctx: Context, classId: string): Promise<OpenSlot[]> {
  const application = await applicationOf(ctx, classId);
  if (application === undefined) return [];
  const rows = await ctx.db
    .selectFrom('interviewSlot as s')
    .leftJoin('interviewBooking as b', (join) =>
      join
        .onRef('b.tenantId', '=', 's.tenantId')
        .onRef('b.slotId', '=', 's.id')
        .on('b.applicationId', '=', application.id),
    )
    .leftJoin('missedInterview as m', (join) =>
      join
        .onRef('m.tenantId', '=', 's.tenantId')
        .onRef('m.slotId', '=', 's.id')
        .on('m.applicationId', '=', application.id),
    )
    .select(['s.id', 's.startsAt', 's.minutes', 's.place', 's.interviewer', 's.places'])
    .select(['b.applicationId as booked', 'b.came', 'b.absence', 'b.mayBookAgain', 'm.absence as missed'])
    .select(
      sql<number>`(select count(*)::int from interview_booking o where o.tenant_id = s.tenant_id and o.slot_id = s.id)`.as(
        'taken',
      ),
    )
    .where('s.classId', '=', classId)
    .orderBy('s.startsAt')
    .orderBy('s.id')
    .execute();
  return rows
    .filter(({ booked, missed, startsAt }) => booked !== null || missed !== null || startsAt > ctx.now)
    .map(({ booked, startsAt, taken, missed, mayBookAgain, absence, ...row }) => ({
      ...row,
      isMine: booked !== null,
      isPast: booked === null && missed !== null,
      absence: absence ?? (booked === null ? missed : null),
      mayBookAnother: mayBookAnother({ came: row.came, absence, mayBookAgain: mayBookAgain === true }),
      startsAt: startsAt.toISOString(),
      free: startsAt > ctx.now ? Math.max(0, row.places - taken) : 0,
    }));
}

export const listOpenSlots = operation(contract.interviews.open, async (ctx, input) =>
  openSlots(ctx, input.classId),
);

/**
 * Books a slot; an earlier booking is given back in the same moment, a missed one that was excused stays on record. Of two
 * who want the last place one is told.
 */
export const bookInterview = operation(contract.interviews.book, async (ctx, input) => {
  const row = await lockedClass(ctx, input.classId, 'book', 'shared');
  // One after the other for the same student, in however many windows they click.
  const application = await applicationOf(ctx, row.id, true);
  if (application === undefined) throw ctx.refuse('interview.not-applied');
  const slot = await ctx.db
    .selectFrom('interviewSlot')
    .selectAll()
    .where('id', '=', input.slotId)
    .where('classId', '=', row.id)
    .forUpdate()
    .executeTakeFirst();
  if (slot === undefined) throw notFound('interview-slot');
  if (slot.startsAt <= ctx.now) throw ctx.refuse('interview.over');
  const mine = await bookingOf(ctx, application.id);
  const missed = mine?.came === false && mayBookAnother(mine) ? mine : undefined;
  if (mine?.came === false && missed === undefined) throw ctx.refuse('interview.missed');
  if (mine !== undefined && missed === undefined && mine.startsAt <= ctx.now)
    throw ctx.refuse('interview.over');
  const others = await ctx.db
    .selectFrom('interviewBooking')
    .select('applicationId')
    .where('slotId', '=', slot.id)
    .where('applicationId', '!=', application.id)
    .execute();
  if (others.length >= slot.places) throw ctx.refuse('interview.full');
  const { tenantId, enterpriseId } = slot;
  if (missed !== undefined)
    await ctx.db
      .insertInto('missedInterview')
      .values({
        ...{ tenantId, enterpriseId, applicationId: application.id, slotId: missed.id },
        ...{ bookedAt: missed.bookedAt, absence: missed.absence ?? 'no-show' },
        ...{ absenceNote: missed.absenceNote, saidBy: missed.cameBy, saidAt: missed.cameAt },
      })
      .execute();
  await ctx.db
    .insertInto('interviewBooking')
    .values({ tenantId, enterpriseId, applicationId: application.id, slotId: slot.id, bookedAt: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'applicationId']).doUpdateSet({
        ...{ slotId: slot.id, bookedAt: ctx.now, came: null, cameBy: null, cameAt: null },
        ...{ absence: null, absenceNote: '', mayBookAgain: false },
      }),
    )
    .execute();
  if (mine?.id !== slot.id)
    await tell(
      ctx,
      row,
      mine === undefined || missed !== undefined ? 'interview-booked' : 'interview-changed',
      {
        ...{ studentId: application.studentId, at: slot.startsAt },
      },
    );
  ctx.audit(application.id, { slot: slot.id });
  return openSlots(ctx, row.id);
});

export const cancelInterview = operation(contract.interviews.cancel, async (ctx, input) => {
  const row = await lockedClass(ctx, input.classId, 'book', 'shared');
  const application = await applicationOf(ctx, row.id);
  if (application === undefined) throw ctx.refuse('interview.not-applied');
  const mine = await bookingOf(ctx, application.id);
  if (mine !== undefined && mine.startsAt <= ctx.now) throw ctx.refuse('interview.over');
  await ctx.db.deleteFrom('interviewBooking').where('applicationId', '=', application.id).execute();
  if (mine !== undefined)
    await tell(ctx, row, 'interview-cancelled', { studentId: application.studentId, at: mine.startsAt });
  ctx.audit(application.id, { action: 'cancel' });
  return openSlots(ctx, row.id);
});

async function bookingOf(ctx: Context, applicationId: string) {
  return (
    ctx.db
      .selectFrom('interviewBooking as b')
      .innerJoin('interviewSlot as s', (join) =>
        join.onRef('s.tenantId', '=', 'b.tenantId').onRef('s.id', '=', 'b.slotId'),
      )
      .select(['s.id', 's.startsAt', 'b.bookedAt', 'b.came', 'b.cameBy', 'b.cameAt'])
      .select(['b.absence', 'b.absenceNote', 'b.mayBookAgain'])
      .where('b.applicationId', '=', applicationId)
      // Whoever says whether the student came waits for the booking, and the other way round.
      .forUpdate('b')
      .executeTakeFirst()
  );
}
