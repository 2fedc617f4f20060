import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import {
  homeOf,
  type OperationContext,
  operationsOn,
  type TransactionContext,
} from '@dualtrack/platform/operation';
import type { Syllabus } from '../contract/courses.ts';
import { contract } from '../contract.ts';
import type { HeldAt } from '../placing.ts';
import { ownDb } from './class-doors.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();
type Codes = 'syllabus.changed' | 'syllabus.over';
type Side = 'school' | 'enterprise';

const offices: readonly string[] = ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'];

/** The syllabus as a reader of a role finds it. @throws thing.not-found */
export async function syllabusOf<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
  actor: { role: string; kind: string },
): Promise<Syllabus> {
  const db = ownDb(context);
  const row = await db
    .selectFrom('orderClass')
    .select(['state', 'syllabusRevision', 'syllabusSchoolOn', 'syllabusEnterpriseOn'])
    .where('id', '=', classId)
    .executeTakeFirst();
  if (row === undefined || (row.state === 'draft' && actor.kind === 'enterprise'))
    throw notFound('order-class');
  const courses = await db
    .selectFrom('classCourse')
    .select(['id', 'name', 'hours', 'heldAt', 'teacherName', 'mentorName'])
    .where('classId', '=', classId)
    .orderBy('position')
    .execute();
  return {
    revision: row.syllabusRevision,
    courses,
    schoolAgreedOn: row.syllabusSchoolOn,
    enterpriseAgreedOn: row.syllabusEnterpriseOn,
    whyNot: !offices.includes(actor.role)
      ? 'syllabus.not-your-role'
      : row.state === 'finished'
        ? 'syllabus.over'
        : null,
  };
}

/** The class locked, once the syllabus is still the one the caller saw. @throws syllabus.changed, syllabus.over */
export async function lockedSyllabus(
  ctx: OperationContext<OrderClassesTables, Codes>,
  inner: OperationContext<OrderClassesTables, Codes>,
  input: { classId: string; revision: number },
) {
  const row = await inner.db
    .selectFrom('orderClass')
    .selectAll()
    .where('id', '=', input.classId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || (row.state === 'draft' && ctx.actor.kind === 'enterprise'))
    throw notFound('order-class');
  if (row.state === 'finished') throw ctx.refuse('syllabus.over');
  if (row.syllabusRevision !== input.revision) throw ctx.refuse('syllabus.changed');
  return row;
}

const agreedBy = (side: string): Side => (side === 'enterprise' ? 'enterprise' : 'school');

export const getSyllabus = operation(contract.courses.get, async (ctx, input) => {
  await homeOf(ctx, 'order_class', input.classId);
  return syllabusOf(ctx, input.classId, ctx.actor);
});

/** A change takes back what both sides agreed to. */
export const putSyllabus = operation(contract.courses.put, async (ctx, input) => {
  const home = await homeOf(ctx, 'order_class', input.classId);
  return ctx.inHome(home, async (inner) => {
    const row = await lockedSyllabus(ctx, inner, input);
    await writeSyllabus(inner, row, input.courses);
    ctx.audit(row.id, { courses: input.courses.length });
    return syllabusOf(inner, row.id, ctx.actor);
  });
});

type Course = { name: string; hours: number; heldAt: HeldAt; teacherName: string; mentorName: string };

/** Writes the courses of a locked class anew; what both sides agreed to is taken back. */
export async function writeSyllabus(
  inner: OperationContext<OrderClassesTables>,
  row: { id: string; enterpriseId: string; syllabusRevision: number },
  courses: readonly Course[],
): Promise<void> {
  await inner.db.deleteFrom('classCourse').where('classId', '=', row.id).execute();
  if (courses.length > 0) {
    await inner.db
      .insertInto('classCourse')
      .values(
        courses.map(({ name, hours, heldAt, teacherName, mentorName }, position) => ({
          ...{ tenantId: inner.tenant, enterpriseId: row.enterpriseId, id: newId(), classId: row.id },
          ...{ name, hours, heldAt, teacherName, mentorName, position },
        })),
      )
      .execute();
  }
  await inner.db
    .updateTable('orderClass')
    .set({
      syllabusRevision: row.syllabusRevision + 1,
      syllabusSchoolOn: null,
      syllabusEnterpriseOn: null,
      changedAt: inner.now,
    })
    .where('id', '=', row.id)
    .execute();
}

/** Agrees for one side; every course must have somebody of both. */
export const agreeSyllabus = operation(contract.courses.agree, async (ctx, input) => {
  const home = await homeOf(ctx, 'order_class', input.classId);
  return ctx.inHome(home, async (inner) => {
    const row = await lockedSyllabus(ctx, inner, input);
    const { courses } = await syllabusOf(inner, row.id, ctx.actor);
    const unnamed = courses.filter(({ teacherName, mentorName }) => teacherName === '' || mentorName === '');
    if (courses.length === 0 || unnamed.length > 0)
      throw ctx.refuse('syllabus.nobody-named', { count: unnamed.length });
    const change =
      agreedBy(ctx.actor.kind) === 'school'
        ? { syllabusSchoolOn: ctx.today }
        : { syllabusEnterpriseOn: ctx.today };
    await inner.db.updateTable('orderClass').set(change).where('id', '=', row.id).execute();
    ctx.audit(row.id, { agreed: agreedBy(ctx.actor.kind) });
    return syllabusOf(inner, row.id, ctx.actor);
  });
});
