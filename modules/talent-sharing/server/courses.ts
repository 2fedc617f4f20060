import { notFound } from '@dualtrack/platform/errors';
import { newId, noId } from '@dualtrack/platform/ids';
import { homeOf, likePattern, listPage, operationsOn } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import { type Course, contract } from '../contract.ts';
import { sharingAgreement, sideOf, type TalentContext } from './asking.ts';
import { partyNames } from './parties.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();

async function withHours(
  ctx: TalentContext,
  rows: readonly Selectable<TalentTables['talentCourse']>[],
): Promise<Course[]> {
  const hours = await ctx.db
    .selectFrom('talentSession as s')
    .innerJoin('sessionExpert as e', (join) =>
      join.onRef('e.tenantId', '=', 's.tenantId').onRef('e.sessionId', '=', 's.id'),
    )
    .select(['s.courseId', 's.id', 'e.expertId', 'e.minutes'])
    .where('s.courseId', 'in', [...rows.map((row) => row.id), noId])
    .where('s.state', 'in', ['asked', 'planned', 'held'])
    .execute();
  const namesOf = await partyNames(ctx, rows);
  return rows.map((row) => {
    const own = hours.filter((one) => one.courseId === row.id);
    const of = (expertId: string) =>
      own.filter((one) => one.expertId === expertId).reduce((sum, one) => sum + one.minutes, 0);
    return {
      ...row,
      ...namesOf(row),
      teacherMinutes: of(row.teacherId),
      mentorMinutes: of(row.mentorId),
      sessions: new Set(own.map((one) => one.id)).size,
    };
  });
}

async function courseView(ctx: TalentContext, courseId: string): Promise<Course> {
  const rows = await ctx.db.selectFrom('talentCourse').selectAll().where('id', '=', courseId).execute();
  const [view] = await withHours(ctx, rows);
  if (view === undefined) throw notFound('talent_course');
  return view;
}

export const getCourse = operation(contract.courses.get, (ctx, input) => courseView(ctx, input.courseId));

export const listCourses = operation(contract.courses.list, async (ctx, input) => {
  let query = ctx.db.selectFrom('talentCourse').selectAll();
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) =>
      eb.or(
        (['title', 'titleEn', 'teacherName', 'mentorName'] as const).map((key) => eb(key, 'ilike', pattern)),
      ),
    );
  }
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? '-changedAt' },
    { changedAt: 'changedAt', title: 'title', teacherName: 'teacherName', mentorName: 'mentorName' },
  );
  return { ...found, items: await withHours(ctx, found.items) };
});

/** Somebody of a side whom the caller can see: by the own card, or as a partner's listed expert. */
async function expertOf(ctx: TalentContext, expertId: string, place: { home: string; enterpriseId: string }) {
  const own = await ctx.db
    .selectFrom('expert')
    .select('name')
    .where('id', '=', expertId)
    .where('leftOn', 'is', null)
    .executeTakeFirst();
  if (own !== undefined) return { side: sideOf(ctx), name: own.name };
  return ctx.db
    .selectFrom('expertListing')
    .select(['side', 'name'])
    .where('expertId', '=', expertId)
    .where('tenantId', '=', place.home)
    .where('enterpriseId', '=', place.enterpriseId)
    .executeTakeFirst();
}

export const createCourse = operation(contract.courses.create, async (ctx, input) => {
  const { agreementId, teacherId, mentorId, materials, ...facts } = input;
  const agreement = await sharingAgreement(ctx, agreementId);
  const teacher = await expertOf(ctx, teacherId, agreement);
  const mentor = await expertOf(ctx, mentorId, agreement);
  if (teacher?.side !== 'school' || mentor?.side !== 'enterprise') throw ctx.refuse('course.two-sides');
  const id = newId();
  await ctx.inHome(agreement.home, async (inner) => {
    await inner.db
      .insertInto('talentCourse')
      .values({
        ...{ ...facts, id, tenantId: inner.tenant, enterpriseId: agreement.enterpriseId, agreementId },
        ...{ teacherId, teacherName: teacher.name, mentorId, mentorName: mentor.name },
        ...{ materials: JSON.stringify(materials), changedBy: ctx.actor.name },
        ...{ createdAt: ctx.now, changedAt: ctx.now },
      })
      .execute();
  });
  ctx.audit(id);
  return { id };
});

export const saveCourse = operation(contract.courses.save, async (ctx, input) => {
  const { courseId, revision, materials, ...facts } = input;
  const home = await homeOf(ctx, 'talent_course', courseId);
  await ctx.inHome(home, async (inner) => {
    const saved = await inner.db
      .updateTable('talentCourse')
      .set({
        ...{ ...facts, materials: JSON.stringify(materials), revision: revision + 1 },
        ...{ changedBy: ctx.actor.name, changedAt: ctx.now },
      })
      .where('id', '=', courseId)
      .where('revision', '=', revision)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 1n) return;
    const row = await inner.db
      .selectFrom('talentCourse')
      .select('changedBy')
      .where('id', '=', courseId)
      .executeTakeFirstOrThrow();
    throw ctx.refuse('course.changed', { by: row.changedBy });
  });
  ctx.audit(courseId);
  return courseView(ctx, courseId);
});
