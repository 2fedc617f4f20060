import { notFound } from '@dualtrack/platform/errors';
import {
  homeOf,
  likePattern,
  listPage,
  type OperationContext,
  operationsOn,
  type SearchHit,
} from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { groupsByWord, hasAgreed, isAgreedGroup } from '../group.ts';
import { groupDigest } from './agree-group.ts';
import { ownDb } from './class-doors.ts';
import { classItems, classView, seatsOf } from './class-view.ts';
import { groupLabel } from './group-label.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();

export const listClasses = operation(contract.classes.list, async (ctx, input) => {
  let query = ctx.db.selectFrom('orderClass').selectAll();
  // A draft is the school's own business until it is opened.
  if (ctx.actor.kind === 'enterprise') query = query.where('state', '!=', 'draft');
  if (input.state !== undefined) query = query.where('state', '=', input.state);
  if (input.scope === 'mine') query = query.where('teacherId', '=', ctx.actor.subjectId);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) => eb.or([eb('name', 'ilike', pattern), eb('programmeName', 'ilike', pattern)]));
  }
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? '-startsOn' },
    { startsOn: 'startsOn', name: 'name', state: 'state', capacity: 'capacity', endsOn: 'endsOn' },
  );
  return { ...found, items: await classItems(ctx, found.items) };
});

export const getClass = operation(contract.classes.get, async (ctx, input) => {
  const home = await homeOf(ctx, 'order_class', input.classId);
  const view = await ctx.inHome(home, (inner) => classView(inner, input.classId, ctx.actor.role));
  if (ctx.actor.kind === 'enterprise' && view.state === 'draft') throw notFound('order-class');
  return view;
});

/** Applicants by name. The enterprise learns name, major and statement, and which seats to score: not the ranking. */
export const listApplications = operation(contract.applications.list, async (ctx, input) => {
  await homeOf(ctx, 'order_class', input.classId);
  const isSchool = ctx.actor.kind === 'school';
  let query = ctx.db
    .selectFrom('application')
    .selectAll()
    .where('classId', '=', input.classId)
    .orderBy('studentName')
    .orderBy('id');
  if (!isSchool) query = query.where('isWithdrawn', '=', false);
  const rows = await query.execute();
  const scores = await ctx.db
    .selectFrom('applicationScore as s')
    .innerJoin('application as a', (join) =>
      join.onRef('a.tenantId', '=', 's.tenantId').onRef('a.id', '=', 's.applicationId'),
    )
    .select(['s.applicationId', 's.seatId', 's.score', 's.note', 's.scoredByName'])
    .where('a.classId', '=', input.classId)
    .execute();
  const seats = (await seatsOf(ctx, [input.classId])).map((seat) => seat.id);
  const groups = groupsByWord(
    rows
      .filter(({ isWithdrawn }) => isSchool && !isWithdrawn)
      .map(({ id, groupCode, groupAgreedWith }) => ({ id, groupCode, agreedWith: groupAgreedWith })),
  );
  const groupOf = (id: string) => {
    for (const [word, members] of groups) {
      const member = members.find((one) => one.id === id);
      if (member === undefined) continue;
      const isWhole = isAgreedGroup(members);
      const agrees = members.length > 1 && hasAgreed(member, members);
      return {
        ...{ label: groupLabel(input.classId, word), digest: groupDigest(members) },
        ...{ hasAgreed: agrees, isWhole },
      };
    }
    return null;
  };
  ctx.audit(input.classId, { applicants: rows.length });
  return rows.map((row) => ({
    id: row.id,
    studentId: isSchool ? row.studentId : null,
    studentName: row.studentName,
    cohortName: isSchool ? row.cohortName : '',
    majorCode: row.majorCode,
    statement: row.statement,
    choices: isSchool ? row.choices : seats.filter((seat) => row.choices.includes(seat)),
    scores: scores
      .filter((one) => one.applicationId === row.id)
      .map(({ seatId, score, note, scoredByName: by }) => ({ seatId, score, note, by })),
    isWithdrawn: row.isWithdrawn,
    appliedAt: row.appliedAt.toISOString(),
    enteredBy: isSchool ? row.enteredBy : null,
    lateReason: isSchool ? row.lateReason : '',
    group: groupOf(row.id),
  }));
});

/** What the search box finds here: classes by name or programme. */
export async function searchClasses(context: OperationContext<never>, words: string): Promise<SearchHit[]> {
  const { role, kind } = context.actor;
  if (role === 'student' || role === 'guardian' || (kind !== 'school' && kind !== 'enterprise')) return [];
  const pattern = likePattern(words);
  let query = ownDb(context)
    .selectFrom('orderClass')
    .select(['id', 'name', 'programmeName'])
    .where((eb) => eb.or([eb('name', 'ilike', pattern), eb('programmeName', 'ilike', pattern)]))
    .limit(5);
  if (kind === 'enterprise') query = query.where('state', '!=', 'draft');
  const rows = await query.execute();
  return rows.map(({ id, name, programmeName }) => ({
    kind: 'class',
    id,
    title: name,
    subtitle: programmeName,
    path: `/order-classes/${id}`,
  }));
}
