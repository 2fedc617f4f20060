import { notFound } from '@dualtrack/platform/errors';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { firstMisplaced } from '@dualtrack/training-bases/server';
import { contract } from '../contract.ts';
import { whyNot } from '../rotation-plan.ts';
import { cutMissed } from './cut-missed.ts';
import { planFacts } from './plan-facts.ts';
import { planView } from './plan-view.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();

/**
 * Sets when a student of the class cannot be at the enterprise, and whether weeks of a block under way that are missed are
 * made up for. Every plan of the class made from now on heeds it.
 */
export const setAbsences = operation(contract.setAbsences, async (ctx, input) => {
  const { planId, placementId, absences } = input;
  const wrong = firstMisplaced(absences);
  if (wrong !== undefined) throw ctx.refuse('plan.absence-misplaced', { from: wrong.from });
  const home = await homeOf(ctx, 'rotation_plan', planId);
  return ctx.inHome(home, async (inner) => {
    const { plan, placements } = await planFacts(inner, planId);
    if (placements.every((one) => one.id !== placementId)) throw notFound('placement');
    await inner.db.deleteFrom('rotationAbsence').where('placementId', '=', placementId).execute();
    if (absences.length > 0) {
      const { enterpriseId, classId } = plan;
      await inner.db
        .insertInto('rotationAbsence')
        .values(
          absences.map(({ from, to, isMadeUp }) => ({
            ...{ tenantId: inner.tenant, enterpriseId, classId, placementId },
            ...{ fromDay: from, toDay: to, isMadeUp },
          })),
        )
        .execute();
    }
    const known = await planFacts(inner, planId);
    if (whyNot(known.plan, ctx.actor, 'edit') === null) await cutMissed(inner, known);
    ctx.audit(planId, { action: 'absences', placementId });
    return planView(inner, planId, ctx.actor.role);
  });
});
