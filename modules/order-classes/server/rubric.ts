import { newId } from '@dualtrack/platform/ids';
import {
  homeOf,
  type OperationContext,
  operationsOn,
  type TransactionContext,
} from '@dualtrack/platform/operation';
import type { Rubric } from '../contract/interviews.ts';
import { contract } from '../contract.ts';
import { rubricScore } from '../placing.ts';
import { ownDb } from './class-doors.ts';
import { lockedClass } from './class-row.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();
type Context = OperationContext<OrderClassesTables>;
type ClassRow = { id: string; enterpriseId: string };

/** Criteria in order with the points of every applicant. */
export async function rubricOf<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
): Promise<Rubric> {
  const db = ownDb(context);
  const criteria = await db
    .selectFrom('rubricCriterion')
    .select(['id', 'name', 'weight'])
    .where('classId', '=', classId)
    .orderBy('position')
    .execute();
  const applications = await db
    .selectFrom('application')
    .select(['id', 'studentName'])
    .where('classId', '=', classId)
    .where('isWithdrawn', '=', false)
    .orderBy('studentName')
    .orderBy('id')
    .execute();
  const marks = await db
    .selectFrom('rubricMark as m')
    .innerJoin('application as a', (join) =>
      join.onRef('a.tenantId', '=', 'm.tenantId').onRef('a.id', '=', 'm.applicationId'),
    )
    .select(['m.applicationId', 'm.criterionId', 'm.points'])
    .where('a.classId', '=', classId)
    .execute();
  return {
    criteria,
    applicants: applications.map(({ id, studentName }) => {
      const own = marks.filter((mark) => mark.applicationId === id);
      const points = own.map(({ criterionId, points: given }) => ({ criterionId, points: given }));
      const byCriterion = new Map(own.map((mark) => [mark.criterionId, mark.points]));
      return { applicationId: id, studentName, points, score: rubricScore(criteria, byCriterion) };
    }),
  };
}

/** Whoever has points for all criteria has their weighted mean as score at every seat asked for. */
async function scoreBy(ctx: Context, inner: Context, row: ClassRow): Promise<void> {
  const { applicants } = await rubricOf(inner, row.id);
  const scores = new Map(applicants.map(({ applicationId, score }) => [applicationId, score]));
  const applications = await inner.db
    .selectFrom('application')
    .select(['id', 'choices'])
    .where('classId', '=', row.id)
    .where('isWithdrawn', '=', false)
    .execute();
  const given = applications.flatMap(({ id, choices }) => {
    const score = scores.get(id) ?? null;
    if (score === null) return [];
    return choices.map((seatId) => ({
      ...{ tenantId: inner.tenant, enterpriseId: row.enterpriseId, applicationId: id, seatId, score },
      ...{ note: '', scoredBy: ctx.actor.personId, scoredByName: ctx.actor.name, scoredAt: ctx.now },
    }));
  });
  if (given.length === 0) return;
  await inner.db
    .insertInto('applicationScore')
    .values(given)
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'applicationId', 'seatId']).doUpdateSet((eb) => ({
        score: eb.ref('excluded.score'),
        scoredBy: eb.ref('excluded.scoredBy'),
        scoredByName: eb.ref('excluded.scoredByName'),
        scoredAt: eb.ref('excluded.scoredAt'),
      })),
    )
    .execute();
}

export const getRubric = operation(contract.rubric.get, async (ctx, input) => {
  await homeOf(ctx, 'order_class', input.classId);
  ctx.audit(input.classId);
  return rubricOf(ctx, input.classId);
});

/** Criteria in the order given; one that stays keeps its points, one that is left out loses them. */
export const putRubric = operation(contract.rubric.put, async (ctx, input) => {
  const home = await homeOf(ctx, 'order_class', input.classId);
  return ctx.inHome(home, async (inner) => {
    const row = await lockedClass(inner, input.classId, 'interview');
    const { criteria } = await rubricOf(inner, row.id);
    const known = new Set(criteria.map(({ id }) => id));
    const kept = input.criteria.flatMap(({ id }) => (id === undefined ? [] : [id]));
    if (kept.some((id) => !known.has(id)) || new Set(kept).size < kept.length)
      throw ctx.refuse('rubric.no-such-criterion');
    for (const { id } of criteria) {
      if (!kept.includes(id)) await inner.db.deleteFrom('rubricCriterion').where('id', '=', id).execute();
    }
    const place = { tenantId: inner.tenant, enterpriseId: row.enterpriseId, classId: row.id };
    for (const [position, { id, name, weight }] of input.criteria.entries()) {
      if (id === undefined) {
        await inner.db
          .insertInto('rubricCriterion')
          .values({ ...place, id: newId(), position, name, weight })
          .execute();
      } else {
        await inner.db
          .updateTable('rubricCriterion')
          .set({ position, name, weight })
          .where('id', '=', id)
          .execute();
      }
    }
    await scoreBy(ctx, inner, row);
    ctx.audit(row.id, { criteria: input.criteria.length });
    return rubricOf(inner, row.id);
  });
});

type Mark = { applicationId: string; criterionId: string; points: number | null };

/** Gives or takes back points in a locked class; scores follow. @throws rubric.no-such-criterion */
export async function givePoints(
  ctx: OperationContext<OrderClassesTables, 'rubric.no-such-criterion'>,
  inner: Context,
  row: ClassRow,
  points: readonly Mark[],
): Promise<void> {
  const { criteria, applicants } = await rubricOf(inner, row.id);
  const isKnown = (one: Mark) =>
    criteria.some(({ id }) => id === one.criterionId) &&
    applicants.some(({ applicationId }) => applicationId === one.applicationId);
  if (!points.every(isKnown)) throw ctx.refuse('rubric.no-such-criterion');
  for (const { applicationId, criterionId, points: given } of points) {
    if (given === null) {
      await inner.db
        .deleteFrom('rubricMark')
        .where('applicationId', '=', applicationId)
        .where('criterionId', '=', criterionId)
        .execute();
      continue;
    }
    const { personId: givenBy, name: givenByName } = ctx.actor;
    const mark = { points: given, givenBy, givenByName, givenAt: ctx.now };
    await inner.db
      .insertInto('rubricMark')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId: row.enterpriseId, applicationId, criterionId },
        ...mark,
      })
      .onConflict((conflict) =>
        conflict.columns(['tenantId', 'applicationId', 'criterionId']).doUpdateSet(mark),
      )
      .execute();
  }
  await scoreBy(ctx, inner, row);
}

export const markRubric = operation(contract.rubric.mark, async (ctx, input) => {
  const home = await homeOf(ctx, 'order_class', input.classId);
  return ctx.inHome(home, async (inner) => {
    const row = await lockedClass(inner, input.classId, 'interview');
    await givePoints(ctx, inner, row, input.points);
    ctx.audit(row.id, { points: input.points.length });
    return rubricOf(inner, row.id);
  });
});
