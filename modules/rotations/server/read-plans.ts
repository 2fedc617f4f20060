import { classesOf } from '@dualtrack/order-classes/server';
import { noId } from '@dualtrack/platform/ids';
import { homeOf, likePattern, listPage, operationsOn } from '@dualtrack/platform/operation';
import { mentorIdsOf } from '@dualtrack/training-bases/server';
import { contract, type weekKinds } from '../contract.ts';
import { dayAfter, mondayOf } from '../week.ts';
import { presentState } from './lock-plan.ts';
import { planView } from './plan-view.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();

export const getPlan = operation(contract.get, async (ctx, input) => {
  const home = await homeOf(ctx, 'rotation_plan', input.planId);
  return ctx.inHome(home, (inner) => planView(inner, input.planId, ctx.actor.role));
});

export const listPlans = operation(contract.list, async (ctx, input) => {
  let query = ctx.db
    .selectFrom('rotationPlan')
    .select([
      'id',
      'tenantId',
      'enterpriseId',
      'classId',
      'baseId',
      'name',
      presentState.as('state'),
      'firstWeek',
      'weeks',
      'status',
      'score',
      'bound',
      'gap',
      'changedAt',
      'publishedAt',
    ]);
  if (input.classId !== undefined) query = query.where('classId', '=', input.classId);
  if (input.state !== undefined) query = query.where('state', '=', input.state);
  if (input.q) query = query.where('name', 'ilike', likePattern(input.q));
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? '-firstWeek' },
    { firstWeek: 'firstWeek', name: 'name', state: 'state', changedAt: 'changedAt' },
  );
  const classes = new Map((await classesOf(ctx)).map((one) => [one.id, one.name]));
  return {
    ...found,
    items: found.items.map(({ tenantId, changedAt, publishedAt, ...row }) => ({
      ...row,
      home: tenantId,
      className: classes.get(row.classId) ?? '',
      changedAt: changedAt.toISOString(),
      publishedAt: publishedAt?.toISOString() ?? null,
    })),
  };
});

const daysBack = 28;

/**
 * Weeks of the published plans that concern the person, from four weeks ago to the last that is planned unless asked
 * otherwise: a student's or guardian's own, or a mentor's people.
 */
export const myWeeks = operation(contract.mine, async (ctx, input) => {
  const subject = ctx.actor.subjectId ?? noId;
  const from = input.from ?? dayAfter(mondayOf(ctx.today), -daysBack);
  const classes = new Map((await classesOf(ctx)).map((one) => [one.id, one.name]));
  let query = ctx.db
    .selectFrom('rotationBlock as b')
    .innerJoin('rotationPlan as p', (join) =>
      join.onRef('p.tenantId', '=', 'b.tenantId').onRef('p.id', '=', 'b.planId'),
    )
    .select([
      'b.id',
      'b.planId',
      'b.placementId',
      'b.studentName',
      'b.unitId',
      'b.unitName',
      'b.unitNameEn',
      'b.stationId',
      'b.stationName',
      'b.stationNameEn',
      'b.siteId',
      'b.siteName',
      'b.siteNameEn',
      'b.mentorId',
      'b.mentorName',
      'b.firstWeek',
      'b.weeks',
      'b.isPinned',
      'b.isRest',
      'b.reason',
      'b.shift',
      'p.classId',
    ])
    .where('p.state', '=', 'published')
    .orderBy('b.firstWeek')
    .orderBy('b.studentName');
  query =
    ctx.actor.role === 'mentor'
      ? query.where('b.mentorId', 'in', [...(await mentorIdsOf(ctx, subject)), noId])
      : query.where('b.studentId', '=', subject);
  if (input.to !== undefined) query = query.where('b.firstWeek', '<=', input.to);
  const rows = (await query.execute()).filter((row) => dayAfter(row.firstWeek, row.weeks * 7) > from);
  const planIds = [...new Set(rows.map((row) => row.planId)), noId];
  let calendar = ctx.db
    .selectFrom('rotationWeek as w')
    .innerJoin('rotationPlan as p', (join) =>
      join.onRef('p.tenantId', '=', 'w.tenantId').onRef('p.id', '=', 'w.planId'),
    )
    .select(['w.weekStart', 'w.kind', 'w.note', 'p.classId'])
    .where('w.planId', 'in', planIds)
    .where('w.weekStart', '>=', from)
    .orderBy('w.weekStart');
  if (input.to !== undefined) calendar = calendar.where('w.weekStart', '<=', input.to);
  const weeks = await calendar.execute();
  return {
    today: ctx.today,
    weeks: weeks.map(({ classId, kind, ...week }) => ({
      ...week,
      // Kinds were checked by the contract when they were written.
      kind: kind as (typeof weekKinds)[number],
      className: classes.get(classId) ?? '',
    })),
    blocks: rows.map(({ planId: _, classId, ...block }) => ({
      ...block,
      className: classes.get(classId) ?? '',
    })),
  };
});
