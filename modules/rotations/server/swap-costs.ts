import { notFound } from '@dualtrack/platform/errors';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { explainSwaps } from '@dualtrack/rotation';
import { flawsOfSwap } from '../check-move.ts';
import { contract } from '../contract.ts';
import { planView } from './plan-view.ts';
import { standingPlan } from './rescore.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();

/** What changing places with everybody else who learns the same unit would cost whom. Nothing changes. */
export const findSwaps = operation(contract.change.swaps, async (ctx, input) => {
  const { planId, blockId } = input;
  const home = await homeOf(ctx, 'rotation_plan', planId);
  return ctx.inHome(home, async (inner) => {
    const plan = await planView(inner, planId, ctx.actor.role);
    const own = plan.blocks.find((one) => one.id === blockId);
    if (own === undefined) throw notFound('rotation-block');
    const standing = await standingPlan(inner, planId);
    if (standing === undefined) return { items: [] };
    const effects = explainSwaps(
      standing.problem,
      standing.plan,
      standing.learnerOf(own.placementId),
      own.unitId,
    );
    const items = effects.flatMap((effect) => {
      const other = plan.blocks.find(
        (one) => one.placementId === effect.learner && one.unitId === own.unitId,
      );
      if (other === undefined) return [];
      const flaws = flawsOfSwap(plan, own, other);
      return [
        {
          ...{ otherId: other.id, studentName: other.studentName, stationName: other.stationName },
          stationNameEn: other.stationNameEn,
          ...{ firstWeek: other.firstWeek, own: effect.own, theirs: effect.theirs },
          isPossible: flaws.length === 0 && effect.broken.length === 0,
        },
      ];
    });
    return { items };
  });
});
