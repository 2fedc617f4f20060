import { findStudents } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { whyNotToday } from '../application-window.ts';
import { contract } from '../contract.ts';
import { whyNotEligible, whyNotSeat } from '../eligibility.ts';
import { largestGroup } from '../placing.ts';
import { lockedClass } from './class-row.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<OrderClassesTables>();

/** The student whom the application is of: a student speaks for nobody else. @throws application.whose */
export function applicantOf(
  ctx: OperationContext<OrderClassesTables, 'application.whose'>,
  studentId: string | undefined,
): string {
  const { role, subjectId } = ctx.actor;
  const id = role === 'student' ? subjectId : studentId;
  const isForAnother = role === 'student' && studentId !== undefined && studentId !== subjectId;
  if (id === null || id === undefined || isForAnother) throw ctx.refuse('application.whose');
  return id;
}

/** Ranks seats of an open class; told again, the newer choices stand. */
export const putApplication = operation(contract.applications.put, async (ctx, input) => {
  const studentId = applicantOf(ctx, input.studentId);
  const row = await lockedClass(ctx, input.classId, 'apply', 'shared');
  const closed = whyNotToday(row, ctx.today);
  if (closed === 'application.not-yet') throw ctx.refuse(closed, { from: row.applicationsFrom ?? ctx.today });
  const byOffice = ctx.actor.role !== 'student';
  // What came in on paper in time may be entered late, with a reason that stays on record.
  const lateReason = closed === 'application.over' && byOffice ? input.lateReason : '';
  if (closed === 'application.over' && lateReason === '')
    throw ctx.refuse(closed, { until: row.applicationsUntil ?? ctx.today });
  const [student] = await findStudents(ctx, [studentId]);
  if (student === undefined) throw notFound('student');
  const reason = whyNotEligible(row, student);
  if (reason !== null) throw ctx.refuse(reason);
  const seats = await ctx.db
    .selectFrom('classSeat')
    .select(['id', 'post'])
    .where('classId', '=', row.id)
    .execute();
  for (const choice of input.choices) {
    const seat = seats.find((one) => one.id === choice);
    if (seat === undefined) throw ctx.refuse('application.no-such-seat');
    const barred = whyNotSeat(seat.post, student);
    if (barred !== null) throw ctx.refuse(barred, { seat: seat.post.title });
  }
  const groupCode = await groupOf(ctx, row, studentId, input.groupCode);
  const before = await ctx.db
    .selectFrom('application')
    .select(['groupCode', 'isWithdrawn'])
    .where('classId', '=', row.id)
    .where('studentId', '=', studentId)
    .executeTakeFirst();
  const elsewhere = await placedElsewhere(ctx, studentId, row);
  if (elsewhere !== undefined) throw ctx.refuse('application.placed-elsewhere', { name: elsewhere });
  const written = await ctx.db
    .insertInto('application')
    .values({
      tenantId: ctx.tenant,
      enterpriseId: row.enterpriseId,
      id: newId(),
      classId: row.id,
      studentId,
      studentName: student.name,
      cohortName: student.cohortName,
      majorCode: student.majorCode,
      statement: input.statement,
      choices: input.choices,
      isWithdrawn: false,
      groupCode,
      ...{ enteredBy: byOffice ? ('office' as const) : ('student' as const), lateReason, batchId: null },
      appliedAt: ctx.now,
      changedAt: ctx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'classId', 'studentId']).doUpdateSet((eb) => ({
        statement: eb.ref('excluded.statement'),
        choices: eb.ref('excluded.choices'),
        isWithdrawn: false,
        groupCode,
        // Another word is another group, to which nobody has agreed yet.
        groupAgreedWith: sql<
          string[] | null
        >`case when application.group_code is not distinct from excluded.group_code
          and not application.is_withdrawn then application.group_agreed_with end`,
        enteredBy: eb.ref('excluded.enteredBy'),
        lateReason: eb.ref('excluded.lateReason'),
        batchId: null,
        changedAt: ctx.now,
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await tell(ctx, row, 'applied', { studentId });
  const isNewMember = before === undefined || before.isWithdrawn || before.groupCode !== groupCode;
  if (groupCode !== null && isNewMember) await tell(ctx, row, 'group-waits', { studentId });
  ctx.audit(written.id, { classId: row.id, ...(lateReason === '' ? {} : { lateReason }) });
  return written;
});

/** The word of a group, where the class has groups and this one has room. @throws application.no-groups, application.group-full */
async function groupOf(
  ctx: OperationContext<OrderClassesTables, 'application.no-groups' | 'application.group-full'>,
  row: { id: string; hasGroups: boolean },
  studentId: string,
  word: string,
): Promise<string | null> {
  if (word === '') return null;
  if (!row.hasGroups) throw ctx.refuse('application.no-groups');
  const code = word.toLowerCase();
  const others = await ctx.db
    .selectFrom('application')
    .select('id')
    .where('classId', '=', row.id)
    .where('groupCode', '=', code)
    .where('studentId', '!=', studentId)
    .where('isWithdrawn', '=', false)
    .execute();
  if (others.length >= largestGroup) throw ctx.refuse('application.group-full', { limit: largestGroup });
  return code;
}

/** Name of another class in which the student has a place in the same span of time. */
async function placedElsewhere(
  ctx: OperationContext<OrderClassesTables>,
  studentId: string,
  span: { id: string; startsOn: string; endsOn: string },
): Promise<string | undefined> {
  const found = await ctx.db
    .selectFrom('placement as p')
    .innerJoin('orderClass as c', (join) =>
      join.onRef('c.tenantId', '=', 'p.tenantId').onRef('c.id', '=', 'p.classId'),
    )
    .select('c.name')
    .where('p.studentId', '=', studentId)
    .where('p.classId', '!=', span.id)
    .where('p.state', 'in', ['offered', 'accepted', 'active'])
    .where('p.startsOn', '<=', span.endsOn)
    .where('p.endsOn', '>=', span.startsOn)
    .executeTakeFirst();
  return found?.name;
}

export const withdrawApplication = operation(contract.applications.withdraw, async (ctx, input) => {
  const studentId = applicantOf(ctx, input.studentId);
  const row = await lockedClass(ctx, input.classId, 'apply', 'shared');
  const withdrawn = await ctx.db
    .updateTable('application')
    .set({ isWithdrawn: true, groupAgreedWith: null, changedAt: ctx.now })
    .where('classId', '=', row.id)
    .where('studentId', '=', studentId)
    .returning('id')
    .executeTakeFirst();
  if (withdrawn === undefined) throw notFound('application');
  ctx.audit(withdrawn.id, { action: 'withdraw' });
  return { ok: true as const };
});
