import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { mondayOf, weekAfter } from '../week.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();

/**
 * Begins a new plan from a published one: same weeks, same blocks; those that have begun are kept, the others count as
 * worth keeping, so that the next search changes as few as it can.
 */
export const revisePlan = operation(contract.change.revise, async (ctx, input) => {
  const home = await homeOf(ctx, 'rotation_plan', input.planId);
  return ctx.inHome(home, async (inner) => {
    const plan = await inner.db
      .selectFrom('rotationPlan')
      .selectAll()
      .where('id', '=', input.planId)
      .executeTakeFirst();
    if (plan === undefined) throw notFound('rotation-plan');
    const isOver = weekAfter(plan.firstWeek, plan.weeks) <= ctx.today;
    if (plan.state !== 'published' || isOver) throw ctx.refuse('plan.not-in-state', { action: 'revise' });
    const id = newId();
    await inner.db
      .insertInto('rotationPlan')
      .values({
        ...plan,
        ...{ id, basedOn: plan.id, state: 'solved', runId: null, publishedAt: null },
        ...{ createdBy: ctx.actor.personId, createdAt: ctx.now, changedAt: ctx.now },
        name: await nameOfRevision(inner, plan, ctx.today),
        settings: JSON.stringify({ ...plan.settings, isRecorded: false }),
        unmet: plan.unmet === null ? null : JSON.stringify(plan.unmet),
        prices: JSON.stringify(plan.prices),
        standing: JSON.stringify(plan.standing),
        curve: '[]',
        bottlenecks: '[]',
      })
      .execute();
    const weeks = await inner.db
      .selectFrom('rotationWeek')
      .selectAll()
      .where('planId', '=', plan.id)
      .execute();
    await inner.db
      .insertInto('rotationWeek')
      .values(weeks.map((week) => ({ ...week, planId: id })))
      .execute();
    const blocks = await inner.db
      .selectFrom('rotationBlock')
      .selectAll()
      .where('planId', '=', plan.id)
      .execute();
    const thisWeek = mondayOf(ctx.today);
    if (blocks.length > 0) {
      await inner.db
        .insertInto('rotationBlock')
        .values(
          blocks.map((block) => ({
            ...block,
            ...{ id: newId(), planId: id, isPinned: block.isPinned || block.firstWeek <= thisWeek },
            reason: block.reason === null ? null : JSON.stringify(block.reason),
            shift: null,
          })),
        )
        .execute();
    }
    const missed = await inner.db
      .selectFrom('rotationMissedWeek')
      .selectAll()
      .where('planId', '=', plan.id)
      .execute();
    if (missed.length > 0) {
      const copies = missed.map((week) => ({ ...week, planId: id }));
      await inner.db.insertInto('rotationMissedWeek').values(copies).execute();
    }
    ctx.audit(id, { action: 'revise' });
    return { id };
  });
});

/** The plan's own name with the day of the change; a number where there is one of that name already. */
async function nameOfRevision(
  inner: TransactionContext<RotationsTables>,
  plan: { classId: string; name: string },
  today: string,
): Promise<string> {
  const own = plan.name.replace(/( · \d{4}-\d\d-\d\d( \(\d+\))?)+$/, '').slice(0, 170);
  const name = `${own} · ${today}`;
  const others = await inner.db
    .selectFrom('rotationPlan')
    .select('name')
    .where('classId', '=', plan.classId)
    .execute();
  const taken = new Set(others.map((one) => one.name));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}
