import { notFound } from '@dualtrack/platform/errors';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { whyNotMark } from '../interview.ts';
import { lockedClass } from './class-row.ts';
import { slotsOf } from './interviews.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();

/** After an interview: whether the student came, with the account that says so. */
export const attendInterview = operation(contract.interviews.attend, async (ctx, input) => {
  const home = await homeOf(ctx, 'interview_slot', input.slotId);
  return ctx.inHome(home, async (inner) => {
    const slot = await inner.db
      .selectFrom('interviewSlot')
      .select(['id', 'classId', 'startsAt', 'interviewerId'])
      .where('id', '=', input.slotId)
      .executeTakeFirst();
    if (slot === undefined) throw notFound('interview-slot');
    await lockedClass(inner, slot.classId, 'interview', 'shared');
    const reason = whyNotMark(slot, ctx.actor, ctx.now);
    if (reason !== null) throw ctx.refuse(reason);
    const marked = await inner.db
      .updateTable('interviewBooking')
      .set({ came: input.came, cameBy: ctx.actor.personId, cameAt: ctx.now })
      .where('slotId', '=', slot.id)
      .where('applicationId', '=', input.applicationId)
      .returning('applicationId')
      .executeTakeFirst();
    if (marked === undefined) throw ctx.refuse('interview.not-booked');
    ctx.audit(marked.applicationId, { slot: slot.id, came: input.came });
    return slotsOf(inner, slot.classId);
  });
});
