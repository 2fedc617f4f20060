import { membersOf } from '@dualtrack/accounts/server';
import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import type { InterviewSlot } from '../contract/interviews.ts';
import { contract } from '../contract.ts';
import { interviewRoles, mayBookAnother } from '../interview.ts';
import { ownDb } from './class-doors.ts';
import { lockedClass } from './class-row.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<OrderClassesTables>();

/** A class has at most so many slots. */
export const mostSlots = 200;

/** The slots of a class in the order of time, with the names of those who booked. */
export async function slotsOf<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
): Promise<InterviewSlot[]> {
  const db = ownDb(context);
  const slots = await db
    .selectFrom('interviewSlot')
    .selectAll()
    .where('classId', '=', classId)
    .orderBy('startsAt')
    .orderBy('id')
    .execute();
  const booked = await db
    .selectFrom('interviewBooking as b')
    .innerJoin('application as a', (join) =>
      join.onRef('a.tenantId', '=', 'b.tenantId').onRef('a.id', '=', 'b.applicationId'),
    )
    .select(['b.slotId', 'b.applicationId', 'b.came', 'b.absence', 'b.absenceNote', 'b.mayBookAgain'])
    .select('a.studentName')
    .where('a.classId', '=', classId)
    .where('a.isWithdrawn', '=', false)
    .orderBy('a.studentName')
    .execute();
  const missed = await db
    .selectFrom('missedInterview as m')
    .innerJoin('application as a', (join) =>
      join.onRef('a.tenantId', '=', 'm.tenantId').onRef('a.id', '=', 'm.applicationId'),
    )
    .select(['m.slotId', 'm.applicationId', 'm.absence', 'm.absenceNote', 'a.studentName'])
    .where('a.classId', '=', classId)
    .where('a.isWithdrawn', '=', false)
    .orderBy('a.studentName')
    .execute();
  const all = [
    ...booked.map(({ mayBookAgain, ...one }) => ({
      ...one,
      mayBookAnother: mayBookAnother({ ...one, mayBookAgain }),
      isPast: false,
    })),
    ...missed.map((one) => ({ ...one, came: false, mayBookAnother: false, isPast: true })),
  ];
  return slots.map(({ id, startsAt, minutes, place, interviewer, interviewerId, places }) => ({
    ...{ id, startsAt: startsAt.toISOString(), minutes, place, interviewer, interviewerId, places },
    booked: all.filter(({ slotId }) => slotId === id).map(({ slotId: _, ...one }) => one),
  }));
}

export const listSlots = operation(contract.interviews.list, async (ctx, input) => {
  await homeOf(ctx, 'order_class', input.classId);
  const slots = await slotsOf(ctx, input.classId);
  ctx.audit(input.classId, { slots: slots.length });
  return slots;
});

/** Members of the enterprise whose own home the context is in, each person once. */
export async function interviewersOf<Tables>(context: TransactionContext<Tables>) {
  const members = (await membersOf(context)).filter(({ role }) => interviewRoles.some((one) => one === role));
  const people = new Map(members.map(({ personId, name, title }) => [personId, { personId, name, title }]));
  return [...people.values()];
}

export const listInterviewers = operation(contract.interviews.interviewers, async (ctx) =>
  interviewersOf(ctx),
);

/** Slots one after the other, each as long as the first. */
export const addSlots = operation(contract.interviews.add, async (ctx, input) => {
  const home = await homeOf(ctx, 'order_class', input.classId);
  const members = input.interviewerId === null ? [] : await interviewersOf(ctx);
  return ctx.inHome(home, async (inner) => {
    const row = await lockedClass(inner, input.classId, 'interview');
    const member = members.find(({ personId }) => personId === input.interviewerId);
    if (input.interviewerId !== null && member === undefined)
      throw ctx.refuse('interview.no-such-interviewer');
    const interviewer = member?.name ?? input.interviewer;
    const first = new Date(input.startsAt);
    if (first <= ctx.now) throw ctx.refuse('interview.in-past');
    const known = await slotsOf(inner, row.id);
    if (known.length + input.count > mostSlots) throw ctx.refuse('interview.too-many');
    const { minutes, place, interviewerId, places } = input;
    await inner.db
      .insertInto('interviewSlot')
      .values(
        Array.from({ length: input.count }, (_, at) => ({
          ...{ tenantId: inner.tenant, enterpriseId: row.enterpriseId, id: newId(), classId: row.id },
          startsAt: new Date(first.getTime() + at * minutes * 60_000),
          ...{ minutes, place, interviewer, interviewerId, places },
        })),
      )
      .execute();
    await tell(inner, row, 'interviews-offered', { byPerson: ctx.actor.personId });
    await ctx.emit('class.interviews-offered', { classId: row.id, enterpriseId: row.enterpriseId });
    ctx.audit(row.id, { slots: input.count });
    return slotsOf(inner, row.id);
  });
});

export const removeSlot = operation(contract.interviews.remove, async (ctx, input) => {
  const home = await homeOf(ctx, 'interview_slot', input.slotId);
  return ctx.inHome(home, async (inner) => {
    const slot = await inner.db
      .selectFrom('interviewSlot')
      .select(['id', 'classId', 'startsAt'])
      .where('id', '=', input.slotId)
      .executeTakeFirst();
    if (slot === undefined) throw notFound('interview-slot');
    await lockedClass(inner, slot.classId, 'interview');
    const booked = await inner.db
      .selectFrom('interviewBooking')
      .select('applicationId')
      .where('slotId', '=', slot.id)
      .executeTakeFirst();
    if (booked !== undefined) throw ctx.refuse('interview.booked');
    // What has been stays as it was.
    if (slot.startsAt <= ctx.now) throw ctx.refuse('interview.over');
    await inner.db.deleteFrom('interviewSlot').where('id', '=', slot.id).execute();
    ctx.audit(slot.classId, { slot: slot.id });
    return { ok: true as const };
  });
});
