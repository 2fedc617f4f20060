import { classOf, placementsOf } from '@dualtrack/order-classes/server';
import { kernelRefusal, notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { type ClassMarks, contract } from '../contract.ts';
import { markKindOf, whyNotMark } from '../mark.ts';
import type { AssessmentKind } from '../outcome.ts';
import { classOutcomes } from './class-outcomes.ts';
import type { OutcomesTables } from './tables.ts';
import { unitsOf } from './units-of.ts';

const operation = operationsOn<OutcomesTables>();
type Codes = 'mark.not-your-role' | 'mark.class-not-running' | 'mark.changed-meanwhile';
type Context = OperationContext<OutcomesTables, Codes>;

/** A mark that somebody wants to be there (null: not there), and the revision that they saw (0: none). */
export type MarkToPut = { placementId: string; unit: string; score: number | null; revision: number };

/** Marks of a class as the caller may see them, by student. @throws thing.not-found */
export async function classMarks(ctx: Context, classId: string): Promise<ClassMarks> {
  const { head, people } = await classOutcomes(ctx, classId);
  const rows = await ctx.db
    .selectFrom('assessment')
    .select(['placementId', 'kind', 'unit', 'score', 'assessorName', 'assessedOn', 'revision'])
    .where('classId', '=', classId)
    .orderBy('unit')
    .orderBy('kind', 'desc')
    .execute();
  return {
    classId,
    name: head.name,
    kind: markKindOf(ctx.actor.role),
    whyNotMark: whyNotMark({ state: head.state ?? '' }, ctx.actor),
    units: [...new Set(['', ...(await unitsOf(ctx, classId)), ...rows.map((row) => row.unit)])],
    people: people.map(({ placementId, studentName, postTitle, postTitleEn }) => ({
      ...{ placementId, studentName, postTitle, postTitleEn },
      marks: rows.filter((row) => row.placementId === placementId).map(({ placementId: _, ...mark }) => mark),
    })),
  };
}

export const getClassMarks = operation(contract.marks.get, async (ctx, input) => {
  ctx.audit(input.classId);
  return classMarks(ctx, input.classId);
});

/**
 * Enters marks of the caller's kind: all or none. Of two who change the same mark at once the second is told whose,
 * and nothing of theirs is written.
 */
export const putClassMarks = operation(contract.marks.put, async (ctx, input) => {
  await putMarks(ctx, input.classId, input.marks);
  return classMarks(ctx, input.classId);
});

/** What {@link putClassMarks} does, for the import as well. */
export async function putMarks(ctx: Context, classId: string, marks: readonly MarkToPut[]): Promise<void> {
  // The caller sees this class at all: a teacher only one in their charge.
  const { people } = await classOutcomes(ctx, classId);
  const head = await classOf(ctx, classId);
  if (head === undefined) throw notFound('order-class');
  const reason = whyNotMark(head, ctx.actor);
  if (reason !== null) throw ctx.refuse(reason);
  const kind = markKindOf(ctx.actor.role);
  if (kind === null) throw ctx.refuse('mark.not-your-role');
  const keys = marks.map((mark) => `${mark.placementId} ${mark.unit}`);
  const issues = marks.flatMap((mark, index) => {
    const codes: string[] = [];
    if (!people.some((one) => one.placementId === mark.placementId)) codes.push('outcome.not-of-class');
    if (keys.indexOf(keys[index] ?? '') !== index) codes.push('outcome.named-twice');
    return codes.map((code) => ({ pointer: `/marks/${index}/placementId`, code, params: {} }));
  });
  if (issues.length > 0) throw kernelRefusal('input.invalid', {}, issues);
  await ctx.inHome(head.home, async (inner) => {
    const students = new Map((await placementsOf(inner, classId)).map((one) => [one.id, one]));
    const overtaken: string[] = [];
    for (const mark of marks) {
      const student = students.get(mark.placementId);
      if (student === undefined) throw notFound('placement');
      if (!(await putMark(inner, { ...mark, kind, head, student }))) overtaken.push(student.studentName);
    }
    if (overtaken.length > 0) {
      throw ctx.refuse('mark.changed-meanwhile', { names: [...new Set(overtaken)].join('、') });
    }
  });
  ctx.audit(classId, { marks: marks.length });
}

type OneMark = MarkToPut & {
  kind: AssessmentKind;
  student: { studentId: string; studentName: string };
  head: { id: string; enterpriseId: string; name: string };
};

/** Writes or takes back one mark; false when somebody else was there first. */
async function putMark(ctx: Context, { kind, head, student, score, revision, placementId, unit }: OneMark) {
  const given = { assessorName: ctx.actor.name, assessedOn: ctx.today };
  const recorded = { recordedAt: ctx.now, recordedBy: ctx.actor.personId };
  if (score === null) {
    const gone = await ctx.db
      .deleteFrom('assessment')
      .where('placementId', '=', placementId)
      .where('kind', '=', kind)
      .where('unit', '=', unit)
      .where('revision', '=', revision)
      .returning('id')
      .executeTakeFirst();
    return gone !== undefined || revision === 0;
  }
  if (revision > 0) {
    const changed = await ctx.db
      .updateTable('assessment')
      .set({ score, revision: revision + 1, ...given, ...recorded })
      .where('placementId', '=', placementId)
      .where('kind', '=', kind)
      .where('unit', '=', unit)
      .where('revision', '=', revision)
      .returning('id')
      .executeTakeFirst();
    return changed !== undefined;
  }
  const written = await ctx.db
    .insertInto('assessment')
    .values({
      ...{ tenantId: ctx.tenant, enterpriseId: head.enterpriseId, id: newId(), classId: head.id },
      ...{ placementId, studentId: student.studentId, studentName: student.studentName },
      ...{ className: head.name, kind, unit, score, revision: 1, ...given, ...recorded },
    })
    .onConflict((conflict) => conflict.columns(['tenantId', 'placementId', 'kind', 'unit']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}
