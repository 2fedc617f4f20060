import { notFound } from '@dualtrack/platform/errors';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import type { OpenSlot } from '../contract/interviews.ts';
import { contract } from '../contract.ts';
import { lockedClass } from './class-row.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<OrderClassesTables>();
type Context = OperationContext<OrderClassesTables>;

const nobody = '00000000-0000-0000-0000-000000000000';

async function applicationOf(ctx: Context, classId: string) {
  return ctx.db
    .selectFrom('application')
    .select(['id', 'studentId'])
    .where('classId', '=', classId)
    .where('studentId', '=', ctx.actor.subjectId ?? nobody)
    .where('isWithdrawn', '=', false)
    .executeTakeFirst();
}

/** Slots ahead of now with what is free, and the own one also when it is over; none for those who do not apply. */
export async function openSlots(ctx: Context, classId: string): Promise<OpenSlot[]> {
  const application = await applicationOf(ctx, classId);
  if (application === undefined) return [];
  const rows = await ctx.db
    .selectFrom('interviewSlot as s')
    .select(['s.id', 's.startsAt', 's.minutes', 's.place', 's.interviewer', 's.places'])
    .select([
      sql<number>`(select count(*)::int from interview_booking b where b.tenant_id = s.tenant_id and b.slot_id = s.id)`.as(
        'taken',
      ),
      sql<
        boolean | null
      >`(select b.came from interview_booking b where b.tenant_id = s.tenant_id and b.slot_id = s.id and b.application_id = ${application.id})`.as(
        'came',
      ),
      sql<boolean>`exists (select from interview_booking b where b.tenant_id = s.tenant_id and b.slot_id = s.id and b.application_id = ${application.id})`.as(
        'isMine',
      ),
    ])
    .where('s.classId', '=', classId)
    .orderBy('s.startsAt')
    .orderBy('s.id')
    .execute();
  return rows
    .filter(({ isMine, startsAt }) => isMine || startsAt > ctx.now)
    .map(({ startsAt, taken, ...row }) => ({
      ...row,
      startsAt: startsAt.toISOString(),
      free: Math.max(0, row.places - taken),
    }));
}

export const listOpenSlots = operation(contract.interviews.open, async (ctx, input) =>
  openSlots(ctx, input.classId),
);

/** Books a slot; an earlier booking is given back in the same moment. Of two who want the last place one is told. */
export const bookInterview = operation(contract.interviews.book, async (ctx, input) => {
  const row = await lockedClass(ctx, input.classId, 'book', 'shared');
  const application = await applicationOf(ctx, row.id);
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
  if (mine !== undefined && mine.startsAt <= ctx.now) throw ctx.refuse('interview.over');
  const others = await ctx.db
    .selectFrom('interviewBooking')
    .select('applicationId')
    .where('slotId', '=', slot.id)
    .where('applicationId', '!=', application.id)
    .execute();
  if (others.length >= slot.places) throw ctx.refuse('interview.full');
  const { tenantId, enterpriseId } = slot;
  await ctx.db
    .insertInto('interviewBooking')
    .values({ tenantId, enterpriseId, applicationId: application.id, slotId: slot.id, bookedAt: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'applicationId']).doUpdateSet({ slotId: slot.id, bookedAt: ctx.now }),
    )
    .execute();
  if (mine?.id !== slot.id)
    await tell(ctx, row, mine === undefined ? 'interview-booked' : 'interview-changed', {
      ...{ studentId: application.studentId, at: slot.startsAt },
    });
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
  return ctx.db
    .selectFrom('interviewBooking as b')
    .innerJoin('interviewSlot as s', (join) =>
      join.onRef('s.tenantId', '=', 'b.tenantId').onRef('s.id', '=', 'b.slotId'),
    )
    .select(['s.id', 's.startsAt'])
    .where('b.applicationId', '=', applicationId)
    .executeTakeFirst();
}
