import { classesOf, placementsOf } from '@dualtrack/order-classes/server';
import { notFound } from '@dualtrack/platform/errors';
import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { ownDb } from './base-doors.ts';
import type { TrainingBasesTables } from './tables.ts';

const operation = operationsOn<TrainingBasesTables>();

/** Best result of each student in each unit of a base: passed before failed, then the higher score. */
async function bestResults<Tables>(context: TransactionContext<Tables>, baseId: string, studentId?: string) {
  let query = ownDb(context)
    .selectFrom('baseInductionResult')
    .select(['unitId', 'studentId', 'studentName', 'score', 'isPassed', 'takenAt'])
    .where('baseId', '=', baseId)
    .orderBy('isPassed', 'desc')
    .orderBy('score', 'desc')
    .orderBy('takenAt');
  if (studentId !== undefined) query = query.where('studentId', '=', studentId);
  const best = new Map<
    string,
    Omit<Awaited<ReturnType<typeof query.execute>>[number], 'takenAt'> & { takenAt: string; attempts: number }
  >();
  for (const row of await query.execute()) {
    const key = `${row.unitId} ${row.studentId}`;
    const known = best.get(key);
    if (known === undefined) best.set(key, { ...row, takenAt: row.takenAt.toISOString(), attempts: 1 });
    else known.attempts += 1;
  }
  return [...best.values()];
}

async function examsOf<Tables>(context: TransactionContext<Tables>, baseId: string) {
  return ownDb(context)
    .selectFrom('baseInduction')
    .select(['unitId', 'guide', 'guideEn', 'passMark', 'questions'])
    .where('baseId', '=', baseId)
    .execute();
}

export const getInduction = operation(contract.induction.get, async (ctx, input) => {
  const home = await homeOf(ctx, 'base', input.baseId);
  return ctx.inHome(home, async (inner) => ({
    units: await examsOf(inner, input.baseId),
    results: await bestResults(inner, input.baseId),
  }));
});

/** Door: units of a base that have an exam, and who passed which: `${studentId} ${unitId}`. */
export async function inductionOf<Tables>(context: TransactionContext<Tables>, baseId: string) {
  const exams = await examsOf(context, baseId);
  const results = await bestResults(context, baseId);
  return {
    unitIds: new Set(exams.filter((exam) => exam.questions.length > 0).map((exam) => exam.unitId)),
    passed: new Set(results.filter((one) => one.isPassed).map((one) => `${one.studentId} ${one.unitId}`)),
  };
}

/** Where a student is placed, with the bases of that enterprise; the newest class first. */
export async function placesOfStudent<Tables>(context: TransactionContext<Tables>, studentId: string) {
  type Placement = Awaited<ReturnType<typeof placementsOf>>[number];
  type Base = { id: string; name: string; nameEn: string; enterpriseId: string };
  const found: { base: Base; placement: Placement }[] = [];
  for (const orderClass of await classesOf(context)) {
    const own = (await placementsOf(context, orderClass.id)).find(
      (one) => one.studentId === studentId && one.state !== 'ended',
    );
    if (own === undefined) continue;
    const bases = await ownDb(context)
      .selectFrom('base')
      .select(['id', 'name', 'nameEn', 'enterpriseId'])
      .where('enterpriseId', '=', orderClass.enterpriseId)
      .orderBy('name')
      .execute();
    found.push(...bases.map((base) => ({ base, placement: own })));
  }
  return found.filter((one, at) => found.findIndex((other) => other.base.id === one.base.id) === at);
}

export const myInductions = operation(contract.induction.mine, async (ctx) => {
  const studentId = ctx.actor.subjectId;
  if (studentId === null) throw notFound('student');
  const items = [];
  for (const { base } of await placesOfStudent(ctx, studentId)) {
    const results = await bestResults(ctx, base.id, studentId);
    const units = await ctx.db
      .selectFrom('baseUnit')
      .select(['id', 'name', 'nameEn'])
      .where('baseId', '=', base.id)
      .orderBy('position')
      .execute();
    const exams = await examsOf(ctx, base.id);
    for (const unit of units) {
      const exam = exams.find((one) => one.unitId === unit.id);
      if (exam === undefined || exam.questions.length === 0) continue;
      const best = results.find((one) => one.unitId === unit.id);
      items.push({
        ...exam,
        unitName: unit.name,
        unitNameEn: unit.nameEn,
        baseName: base.name,
        baseNameEn: base.nameEn,
        // The right answers stay at the base.
        questions: exam.questions.map(({ answer: _, ...question }) => question),
        best:
          best === undefined ? null : { score: best.score, isPassed: best.isPassed, takenAt: best.takenAt },
      });
    }
  }
  return { items };
});
