import { classOf, placementsOf } from '@dualtrack/order-classes/server';
import { calendarWeeks } from '@dualtrack/organisations/server';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { baseOf } from '@dualtrack/training-bases/server';
import { isSchoolWeek } from '../alternation.ts';
import { contract, type weekKinds } from '../contract.ts';
import { type SpecialDay, workdaysOf } from '../holidays.ts';
import { isAbroad } from '../region.ts';
import { dayAfter, isMonday, isSpanWithin, weekAfter } from '../week.ts';
import { isKnownAbroad, regionsAbroad, specialDaysIn } from './days-abroad.ts';
import { lockPlan } from './lock-plan.ts';
import { planFacts } from './plan-facts.ts';
import { planView } from './plan-view.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();
type Kind = (typeof weekKinds)[number];

/** Begins a plan; its weeks come from the school's calendar, or from a pattern of alternation. */
export const createPlan = operation(contract.create, async (ctx, input) => {
  if (!isMonday(input.firstWeek)) throw ctx.refuse('plan.first-week-not-monday');
  const orderClass = await classOf(ctx, input.classId);
  if (orderClass === undefined) throw ctx.refuse('plan.no-such-class');
  const { startsOn, endsOn } = orderClass;
  if (!isSpanWithin(input.firstWeek, input.weeks, orderClass)) {
    throw ctx.refuse('plan.outside-class', { startsOn, endsOn });
  }
  const base = await baseOf(ctx, input.baseId);
  if (base === undefined || base.enterpriseId !== orderClass.enterpriseId)
    throw ctx.refuse('plan.no-such-base');
  const placements = await placementsOf(ctx, input.classId);
  if (placements.every((one) => one.state === 'ended')) throw ctx.refuse('plan.no-placements');
  if (isAbroad(input.region) && !isKnownAbroad(input.region)) throw ctx.refuse('plan.unknown-region');
  const days = Array.from({ length: input.weeks }, (_, index) => weekAfter(input.firstWeek, index));
  const known = await calendarWeeks(ctx, {
    from: input.firstWeek,
    to: days.at(-1) ?? input.firstWeek,
    ...(orderClass.programmeId === null ? {} : { programmeId: orderClass.programmeId }),
  });
  const byDay = new Map(known.map((week) => [week.weekStart, week]));
  const lastDay = dayAfter(weekAfter(input.firstWeek, input.weeks), -1);
  const special = specialDaysIn(input.firstWeek, lastDay, input.region);
  const id = newId();
  const owner = { tenantId: ctx.tenant, enterpriseId: orderClass.enterpriseId };
  await ctx.db
    .insertInto('rotationPlan')
    .values({
      ...owner,
      id,
      classId: input.classId,
      baseId: input.baseId,
      name: input.name,
      state: 'draft',
      firstWeek: input.firstWeek,
      weeks: input.weeks,
      settings: JSON.stringify({ pattern: input.pattern, region: input.region }),
      runId: null,
      status: null,
      score: null,
      bound: null,
      gap: null,
      unmet: null,
      prices: '[]',
      basedOn: null,
      standing: '[]',
      curve: '[]',
      bottlenecks: '[]',
      createdBy: ctx.actor.personId,
      createdAt: ctx.now,
      changedAt: ctx.now,
      publishedAt: null,
    })
    .execute();
  await ctx.db
    .insertInto('rotationWeek')
    .values(
      days.map((weekStart, index) => {
        const entry = byDay.get(weekStart);
        const isFree = entry?.kind === 'holiday' || entry?.kind === 'exam';
        const isHoliday = workdaysOf(weekStart, special) === 0;
        const kind = isFree
          ? entry.kind
          : isHoliday
            ? 'holiday'
            : kindByPattern(input.pattern, index, entry?.kind);
        const note = entry?.note || holidayNote(weekStart, special);
        return { ...owner, planId: id, weekStart, kind, note };
      }),
    )
    .execute();
  ctx.audit(id);
  return { id };
});

/** Where else statutory days are known: asked for only by who plans abroad. */
export const listRegions = operation(contract.regions, async () => ({ items: regionsAbroad() }));

/** Names of the holidays that shorten a week; empty when nothing does. */
function holidayNote(monday: string, special: readonly SpecialDay[]): string {
  const own = special.filter(
    (day) => day.kind !== 'work' && day.date >= monday && day.date < weekAfter(monday, 1),
  );
  return [...new Set(own.map((day) => day.name))].join('、');
}

/** What a week is for: as the calendar says, all at the enterprise, or weeks there after weeks at school. */
function kindByPattern(pattern: string, index: number, known: string | undefined): Kind {
  if (pattern === 'calendar') return known === 'school' ? 'school' : 'enterprise';
  if (pattern === 'block') return 'enterprise';
  return isSchoolWeek(pattern, index) ? 'school' : 'enterprise';
}

/** Changes what weeks are for. A plan that had been solved has to be solved again. */
export const setWeeks = operation(contract.setWeeks, async (ctx, input) => {
  const home = await homeOf(ctx, 'rotation_plan', input.planId);
  return ctx.inHome(home, async (inner) => {
    await lockPlan(ctx, inner, input.planId, 'edit');
    for (const { weekStart, kind, note } of input.weeks) {
      await inner.db
        .updateTable('rotationWeek')
        .set({ kind, note })
        .where('planId', '=', input.planId)
        .where('weekStart', '=', weekStart)
        .execute();
    }
    await forgetResult(inner, input.planId);
    ctx.audit(input.planId, { action: 'edit' });
    return planView(inner, input.planId, ctx.actor.role);
  });
});

/** Sets how many optional units each student takes. A plan that had been solved has to be solved again. */
export const setElectives = operation(contract.setElectives, async (ctx, input) => {
  const home = await homeOf(ctx, 'rotation_plan', input.planId);
  return ctx.inHome(home, async (inner) => {
    await lockPlan(ctx, inner, input.planId, 'edit');
    const { plan, base } = await planFacts(inner, input.planId);
    const count = base.units.filter((unit) => !unit.isRequired).length;
    if (input.electives > count) throw ctx.refuse('plan.too-few-optional', { count });
    await inner.db
      .updateTable('rotationPlan')
      .set({ settings: JSON.stringify({ ...plan.settings, electives: input.electives }) })
      .where('id', '=', input.planId)
      .execute();
    await forgetResult(inner, input.planId);
    ctx.audit(input.planId, { action: 'edit' });
    return planView(inner, input.planId, ctx.actor.role);
  });
});

/** Back to a draft: kept blocks stay, all others and what the search proved go. */
export async function forgetResult(
  inner: TransactionContext<RotationsTables>,
  planId: string,
): Promise<void> {
  await inner.db
    .deleteFrom('rotationBlock')
    .where('planId', '=', planId)
    .where('isPinned', '=', false)
    .execute();
  await inner.db
    .updateTable('rotationPlan')
    .set({
      state: 'draft',
      status: null,
      score: null,
      bound: null,
      gap: null,
      unmet: null,
      prices: '[]',
      standing: '[]',
      curve: '[]',
      bottlenecks: '[]',
      changedAt: inner.now,
    })
    .where('id', '=', planId)
    .execute();
}
