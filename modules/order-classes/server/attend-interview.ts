import { notFound } from '@dualtrack/platform/errors';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { mayBookAnother, whyNotMark } from '../interview.ts';
import { lockedClass } from './class-row.ts';
import { slotsOf } from './interviews.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<OrderClassesTables>();

/** After an interview: whether the student came, or why not, with the account that says so. Both sides hear of a missed one. */
export const attendInterview = operation(contract.interviews.attend, async (ctx, input) => {
  const home = await homeOf(ctx, 'interview_slot', input.slotId);
  return ctx.inHome(home, async (inner) => {
    const slot = await inner.db
      .selectFrom('interviewSlot')
      .select(['id', 'classId', 'startsAt', 'interviewerId'])
      .where('id', '=', input.slotId)
      .executeTakeFirst();
    if (slot === undefined) throw notFound('interview-slot');
    const row = await lockedClass(inner, slot.classId, 'interview', 'shared');
    const reason = whyNotMark(slot, ctx.actor, ctx.now);
    if (reason !== null) throw ctx.refuse(reason);
    const absence = input.came === false ? input.absence : null;
    const said = {
      ...{ came: input.came, absence, absenceNote: absence === null ? '' : input.absenceNote },
      mayBookAgain: absence !== null && (absence !== 'no-show' || input.allowsAnother),
    };
    const before = await inner.db
      .selectFrom('interviewBooking as b')
      .innerJoin('application as a', (join) =>
        join.onRef('a.tenantId', '=', 'b.tenantId').onRef('a.id', '=', 'b.applicationId'),
      )
      .select(['b.came', 'b.absence', 'b.absenceNote', 'b.mayBookAgain', 'a.studentId'])
      .where('b.slotId', '=', slot.id)
      .where('b.applicationId', '=', input.applicationId)
      .forUpdate('b')
      .executeTakeFirst();
    if (before === undefined) throw ctx.refuse('interview.not-booked');
    await inner.db
      .updateTable('interviewBooking')
      .set({ ...said, cameBy: ctx.actor.personId, cameAt: ctx.now })
      .where('slotId', '=', slot.id)
      .where('applicationId', '=', input.applicationId)
      .execute();
    const isNews = before.absence !== said.absence || before.mayBookAgain !== said.mayBookAgain;
    if (said.came === false && isNews) {
      const kind = mayBookAnother(said) ? 'interview-another' : 'interview-missed';
      const about = { studentId: before.studentId, at: slot.startsAt, byPerson: ctx.actor.personId };
      await tell(inner, row, kind, about);
    }
    ctx.audit(input.applicationId, { slot: slot.id, came: input.came, absence });
    return slotsOf(inner, slot.classId);
  });
});
