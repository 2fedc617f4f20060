import { type FactToRecord, recordFacts } from '@dualtrack/compliance/server';
import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { ownDb } from './base-doors.ts';
import { placesOfStudent } from './read-induction.ts';
import type { TrainingBasesTables } from './tables.ts';

const operation = operationsOn<TrainingBasesTables>();

/** Sets guide, questions and pass mark of a unit. Results stay: who passed has passed. */
export const setInduction = operation(contract.induction.set, async (ctx, input) => {
  const { baseId, unitId, questions, ...facts } = input;
  const wrong = questions.find((one) => one.answer >= one.choices.length);
  if (wrong !== undefined) throw ctx.refuse('induction.no-such-answer', { text: wrong.text });
  const home = await homeOf(ctx, 'base', baseId);
  return ctx.inHome(home, async (inner) => {
    const unit = await inner.db
      .selectFrom('baseUnit')
      .select(['id', 'enterpriseId'])
      .where('id', '=', unitId)
      .where('baseId', '=', baseId)
      .executeTakeFirst();
    if (unit === undefined) throw notFound('base-unit');
    const row = { ...facts, questions: JSON.stringify(questions), changedAt: ctx.now };
    await inner.db
      .insertInto('baseInduction')
      .values({ tenantId: inner.tenant, enterpriseId: unit.enterpriseId, baseId, unitId, ...row })
      .onConflict((conflict) => conflict.columns(['tenantId', 'unitId']).doUpdateSet(row))
      .execute();
    ctx.audit(baseId, { unit: unitId, questions: questions.length });
    return { questions: questions.length };
  });
});

/** Marks an exam, keeps the attempt, and tells the law check what it means. */
export const takeInduction = operation(contract.induction.take, async (ctx, input) => {
  const studentId = ctx.actor.subjectId ?? '';
  const exam = await ctx.db
    .selectFrom('baseInduction')
    .select(['baseId', 'enterpriseId', 'passMark', 'questions'])
    .where('unitId', '=', input.unitId)
    .executeTakeFirst();
  const places = studentId === '' ? [] : await placesOfStudent(ctx, studentId);
  const own = places.find((one) => one.base.id === exam?.baseId);
  if (exam === undefined || own === undefined || exam.questions.length === 0)
    throw ctx.refuse('induction.not-yours');
  const { questions, passMark, baseId, enterpriseId } = exam;
  const open = questions.filter((one) => input.answers[one.id] === undefined);
  if (open.length > 0) throw ctx.refuse('induction.unanswered', { count: open.length });
  const wrong = questions.filter((one) => input.answers[one.id] !== one.answer).map((one) => one.id);
  const score = Math.floor((100 * (questions.length - wrong.length)) / questions.length);
  const isPassed = score >= passMark;
  const { id: placementId, classId, studentName } = own.placement;
  const id = newId();
  await ctx.db
    .insertInto('baseInductionResult')
    .values({
      ...{ tenantId: ctx.tenant, enterpriseId, id, baseId, unitId: input.unitId, classId, placementId },
      ...{ studentId, studentName, score, passMark, isPassed, takenAt: ctx.now },
      answers: JSON.stringify(input.answers),
    })
    .execute();
  await reportTraining(ctx, { baseId, enterpriseId, classId, placementId, studentId });
  ctx.audit(id, { score, isPassed });
  return { score, passMark, isPassed, wrong };
});

type Trainee = {
  baseId: string;
  enterpriseId: string;
  classId: string;
  placementId: string;
  studentId: string;
};

/**
 * The law knows one safety training for each placement: the exam that is furthest from its mark speaks for all, and the
 * training is completed on the day of the last one that was missing.
 */
async function reportTraining<Tables>(context: TransactionContext<Tables>, trainee: Trainee): Promise<void> {
  const db = ownDb(context);
  const { baseId, enterpriseId, classId, placementId, studentId } = trainee;
  const exams = await db
    .selectFrom('baseInduction')
    .select(['unitId', 'passMark', 'questions'])
    .where('baseId', '=', baseId)
    .execute();
  const results = await db
    .selectFrom('baseInductionResult')
    .select(['id', 'unitId', 'score', 'passMark', 'isPassed', 'takenAt'])
    .where('baseId', '=', baseId)
    .where('studentId', '=', studentId)
    .orderBy('takenAt')
    .execute();
  // Of each unit the attempt that passed, else the last one.
  const counted = exams
    .filter((exam) => exam.questions.length > 0)
    .map(({ unitId }) => {
      const own = results.filter((one) => one.unitId === unitId);
      return own.find((one) => one.isPassed) ?? own.at(-1);
    });
  const taken = counted.filter((one) => one !== undefined);
  const weakest = [...taken].sort(
    (left, right) => left.score - left.passMark - (right.score - right.passMark),
  )[0];
  if (weakest === undefined) return;
  const isComplete = taken.length === counted.length && taken.every((one) => one.isPassed);
  const values: Record<string, unknown> = {
    'training.safety.score': weakest.score,
    'training.safety.passMark': weakest.passMark,
    ...(isComplete ? { 'training.safety.completedAt': context.today } : {}),
  };
  const source = { module: 'training-bases', recordId: weakest.id };
  const facts = Object.entries(values).map(
    ([name, value]): FactToRecord => ({ classId, placementId, enterpriseId, name, value, source }),
  );
  await recordFacts(context, facts);
}
