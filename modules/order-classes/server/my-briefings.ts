import { findStudents } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { noId } from '@dualtrack/platform/ids';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import type { MyBriefing } from '../contract/briefings.ts';
import { contract } from '../contract.ts';
import { whyNotEligible } from '../eligibility.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();
type Context = OperationContext<OrderClassesTables>;

/** A class whose campaign reaches the student: one they may apply to by its majors, once it is opened. */
async function classReaching(ctx: Context, classId: string) {
  const { subjectId } = ctx.actor;
  const [student] = subjectId === null ? [] : await findStudents(ctx, [subjectId]);
  const row = await ctx.db
    .selectFrom('orderClass')
    .selectAll()
    .where('id', '=', classId)
    .where('state', '!=', 'draft')
    .executeTakeFirst();
  if (student === undefined || row === undefined) return undefined;
  return whyNotEligible(row, student) === null ? { row, student } : undefined;
}

/** Sessions of a class that a student may come to; none for others. */
export async function openBriefings(ctx: Context, classId: string): Promise<MyBriefing[]> {
  if ((await classReaching(ctx, classId)) === undefined) return [];
  const rows = await ctx.db
    .selectFrom('classBriefing as b')
    .selectAll('b')
    .select([
      sql<number>`(select count(*)::int from briefing_signup s where s.tenant_id = b.tenant_id and s.briefing_id = b.id)`.as(
        'taken',
      ),
      sql<boolean>`exists (select from briefing_signup s where s.tenant_id = b.tenant_id and s.briefing_id = b.id and s.student_id = ${ctx.actor.subjectId ?? noId})`.as(
        'isMine',
      ),
    ])
    .where('b.classId', '=', classId)
    .orderBy('b.startsAt')
    .orderBy('b.id')
    .execute();
  return rows
    .filter(({ isMine, isCancelled, startsAt }) => isMine || (!isCancelled && startsAt > ctx.now))
    .map(({ id, startsAt, minutes, place, link, places, schoolHost, enterpriseHost, ...row }) => ({
      ...{ id, startsAt: startsAt.toISOString(), minutes, place, link, places, schoolHost, enterpriseHost },
      ...{ isCancelled: row.isCancelled, isMine: row.isMine },
      free: places === null ? null : Math.max(0, places - row.taken),
    }));
}

export const listMyBriefings = operation(contract.briefings.mine, async (ctx, input) =>
  openBriefings(ctx, input.classId),
);

/** Signs up, or no longer. The session is locked, so of two who want the last place one is told. */
export const signUpForBriefing = operation(contract.briefings.signUp, async (ctx, input) => {
  const found = await ctx.db
    .selectFrom('classBriefing')
    .selectAll()
    .where('id', '=', input.briefingId)
    .forUpdate()
    .executeTakeFirst();
  const reached = found === undefined ? undefined : await classReaching(ctx, found.classId);
  if (found === undefined || reached === undefined) throw notFound('briefing');
  if (found.isCancelled || found.startsAt <= ctx.now) throw ctx.refuse('briefing.over');
  const { tenantId, enterpriseId } = found;
  const { student } = reached;
  const signups = await ctx.db
    .selectFrom('briefingSignup')
    .select('studentId')
    .where('briefingId', '=', found.id)
    .execute();
  const isIn = signups.some((one) => one.studentId === student.id);
  if (input.comes && !isIn) {
    if (found.places !== null && signups.length >= found.places) throw ctx.refuse('briefing.full');
    await ctx.db
      .insertInto('briefingSignup')
      .values({
        ...{ tenantId, enterpriseId, briefingId: found.id, studentId: student.id },
        ...{ studentName: student.name, signedUpAt: ctx.now },
      })
      .execute();
  }
  if (!input.comes)
    await ctx.db
      .deleteFrom('briefingSignup')
      .where('briefingId', '=', found.id)
      .where('studentId', '=', student.id)
      .execute();
  ctx.audit(found.id, { comes: input.comes });
  return openBriefings(ctx, found.classId);
});
