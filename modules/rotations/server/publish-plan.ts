import { type ClassCheck, evaluateClass, type FactToRecord, recordFacts } from '@dualtrack/compliance/server';
import { notFound } from '@dualtrack/platform/errors';
import { homeOf, keepingWork, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { dayShift, type Shift, shiftAt } from '@dualtrack/training-bases/server';
import { contract } from '../contract.ts';
import { dayAfter } from '../week.ts';
import { breakOff } from './break-off.ts';
import { findMisfits, type Misfit } from './find-misfits.ts';
import { type LockedPlan, lockPlan } from './lock-plan.ts';
import { overtakenBy } from './overtaken-by.ts';
import { ownDb, planFacts } from './plan-facts.ts';
import { mentorLoadFacts } from './plan-law.ts';
import { planView } from './plan-view.ts';
import { reportToAgreement } from './report-to-agreement.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();
/**
 * Tells compliance what the plan means for each learner: working days and hours, mentor and the mentor's load.
 * Returns where the plan no longer fits its class and base.
 */
async function recordPlanFacts<Tables>(
  context: TransactionContext<Tables>,
  plan: LockedPlan,
): Promise<Misfit[]> {
  const { base, facts: planned, orderClass } = await planFacts(context, plan.id);
  const blocks = await ownDb(context)
    .selectFrom('rotationBlock')
    .select(['id', 'placementId', 'studentName', 'unitId', 'isRest', 'stationId', 'stationName'])
    .select(['mentorId', 'mentorName', 'firstWeek', 'weeks'])
    .where('planId', '=', plan.id)
    .orderBy('firstWeek')
    .execute();
  // Hours are those of the base as it is now; the plan keeps them from here on.
  const shifts = new Map<string, Shift>();
  for (const stationId of new Set(blocks.map((block) => block.stationId))) {
    const station = base.stations.find((one) => one.id === stationId);
    const unit = base.units.find((one) => one.id === station?.unitId);
    const hours = station === undefined ? dayShift : shiftAt(station, unit);
    shifts.set(stationId, hours);
    await ownDb(context)
      .updateTable('rotationBlock')
      .set({ shift: JSON.stringify(hours) })
      .where('planId', '=', plan.id)
      .where('stationId', '=', stationId)
      .execute();
  }
  const source = { module: 'rotations', recordId: plan.id };
  const facts: FactToRecord[] = [];
  for (const placementId of new Set(blocks.map((block) => block.placementId))) {
    const own = blocks.filter((block) => block.placementId === placementId);
    const hasMentor = own.every((block) => block.mentorId !== null);
    const busiest = Math.max(0, ...own.map((block) => mentorLoad(blocks, block)));
    const roster = own
      .map((block) => ({
        // The class may begin or end in the middle of a week.
        from: later(block.firstWeek, orderClass.startsOn),
        to: earlier(dayAfter(block.firstWeek, block.weeks * 7 - 1), orderClass.endsOn),
        ...(shifts.get(block.stationId) ?? dayShift),
        skipsOffDays: true,
      }))
      .filter((span) => span.from <= span.to);
    const values: Record<string, unknown> = {
      'placement.roster': roster,
      'placement.hostMentorId': hasMentor ? (own[0]?.mentorId ?? null) : null,
      'placement.planId': plan.id,
      ...Object.fromEntries(mentorLoadFacts.map((name) => [name, busiest])),
    };
    for (const [name, value] of Object.entries(values)) {
      facts.push({
        classId: plan.classId,
        placementId,
        enterpriseId: plan.enterpriseId,
        name,
        value,
        source,
      });
    }
  }
  await recordFacts(context, facts);
  return findMisfits(blocks, orderClass, planned);
}

const later = (one: string, other: string) => (one > other ? one : other);
const earlier = (one: string, other: string) => (one < other ? one : other);

type Span = { mentorId: string | null; firstWeek: string; weeks: number };

/** How many learners the mentor of a block has at once at most while it lasts. */
function mentorLoad(blocks: readonly Span[], block: Span): number {
  const together = blocks.filter((one) => one.mentorId === block.mentorId && one.mentorId !== null);
  return Math.max(
    0,
    ...Array.from({ length: block.weeks }, (_, index) => {
      const monday = dayAfter(block.firstWeek, index * 7);
      return together.filter(
        (one) => one.firstWeek <= monday && dayAfter(one.firstWeek, one.weeks * 7) > monday,
      ).length;
    }),
  );
}

function blocked(check: ClassCheck) {
  return check.blocking.map(({ placementId, rule, article, remedy }) => ({
    placementId,
    rule,
    article: article === null ? null : String(article),
    remedy,
  }));
}

/** What the law says of a plan, without publishing it. */
export const checkPlan = operation(contract.check, async (ctx, input) => {
  const home = await homeOf(ctx, 'rotation_plan', input.planId);
  return ctx.inHome(home, async (inner) => {
    const plan = await lockPlan(ctx, inner, input.planId, 'pin');
    await recordPlanFacts(inner, plan);
    const check = await evaluateClass(inner, { classId: plan.classId, moment: 'on_roster_publish' });
    const counts: Record<string, number> = {};
    for (const verdict of check.verdicts) counts[verdict.outcome] = (counts[verdict.outcome] ?? 0) + 1;
    return { runId: check.runId, blocking: blocked(check), counts };
  });
});

/** Publishes a plan, unless a "must" of the law is breached; the plan before it is superseded. */
export const publishPlan = operation(contract.publish, async (ctx, input) => {
  const home = await homeOf(ctx, 'rotation_plan', input.planId);
  return ctx.inHome(home, async (inner) => {
    const plan = await lockPlan(ctx, inner, input.planId, 'publish');
    if ((await overtakenBy(inner, plan)) !== null) throw ctx.refuse('plan.stale');
    const misfits = await recordPlanFacts(inner, plan);
    if (misfits.length > 0) throw ctx.refuse('plan.misfits', { misfits });
    const check = await evaluateClass(inner, { classId: plan.classId, moment: 'on_roster_publish' });
    if (check.blocking.length > 0) {
      // Why not is on record: both sides read these verdicts to put things right.
      throw keepingWork(ctx.refuse('compliance.blocked', { verdicts: blocked(check) }));
    }
    await inner.db
      .updateTable('rotationPlan')
      .set({ state: 'superseded', changedAt: ctx.now })
      .where('classId', '=', plan.classId)
      .where('state', '=', 'published')
      .execute();
    await inner.db
      .updateTable('rotationPlan')
      .set({ state: 'published', publishedAt: ctx.now, changedAt: ctx.now })
      .where('id', '=', plan.id)
      .where('state', '=', 'solved')
      .execute();
    await reportToAgreement(inner, plan.id);
    await inner.emit('rotation.published', {
      planId: plan.id,
      classId: plan.classId,
      enterpriseId: plan.enterpriseId,
    });
    ctx.audit(plan.id, { action: 'publish' });
    return planView(inner, plan.id, ctx.actor.role);
  });
});

/** Keeps a block where it is in the next search, or frees it; one that has begun ends with last week, and its rest is planned later. */
export const pinBlock = operation(contract.pin, async (ctx, input) => {
  const home = await homeOf(ctx, 'rotation_plan', input.planId);
  return ctx.inHome(home, async (inner) => {
    await lockPlan(ctx, inner, input.planId, input.isPinned ? 'pin' : 'free');
    if (!input.isPinned && (await breakOff(inner, input.planId, input.blockId))) {
      ctx.audit(input.planId, { action: 'break-off' });
      return { ok: true as const };
    }
    const changed = await inner.db
      .updateTable('rotationBlock')
      .set({ isPinned: input.isPinned })
      .where('id', '=', input.blockId)
      .where('planId', '=', input.planId)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw notFound('rotation-block');
    ctx.audit(input.planId, { action: 'pin' });
    return { ok: true as const };
  });
});

export const removePlan = operation(contract.remove, async (ctx, input) => {
  const home = await homeOf(ctx, 'rotation_plan', input.planId);
  return ctx.inHome(home, async (inner) => {
    const plan = await lockPlan(ctx, inner, input.planId, 'remove');
    await inner.db.deleteFrom('rotationPlan').where('id', '=', plan.id).execute();
    ctx.audit(plan.id, { action: 'remove' });
    return { ok: true as const };
  });
});
