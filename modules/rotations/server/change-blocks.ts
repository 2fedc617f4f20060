import { notFound } from '@dualtrack/platform/errors';
import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { flawsOfSwap, movesOf } from '../check-move.ts';
import { contract, type PlanDetail } from '../contract.ts';
import { daysBetween } from '../week.ts';
import { assignMentors } from './assign-mentors.ts';
import { lockPlan } from './lock-plan.ts';
import { ownDb, planFacts } from './plan-facts.ts';
import { planView } from './plan-view.ts';
import { rescore } from './rescore.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();
type Placed = PlanDetail['blocks'][number];

/** Moves a block where the hard rules let it stand, and keeps it there. */
export const moveBlock = operation(contract.change.move, async (ctx, input) => {
  const { planId, blockId, stationId, firstWeek, mentorId } = input;
  const home = await homeOf(ctx, 'rotation_plan', planId);
  return ctx.inHome(home, async (inner) => {
    await lockPlan(ctx, inner, planId, 'pin');
    const plan = await planView(inner, planId, ctx.actor.role);
    const block = plan.blocks.find((one) => one.id === blockId);
    if (block === undefined) throw notFound('rotation-block');
    const wished = mentorId === undefined ? {} : { mentorId };
    const { flaws, moved } = movesOf(plan, block, { stationId, firstWeek, ...wished });
    if (flaws.length > 0) throw ctx.refuse('plan.cannot-stand', { flaws });
    await stand(inner, plan, moved);
    ctx.audit(planId, { action: 'move' });
    return { ok: true as const };
  });
});

/** Two blocks of one unit change workstation and weeks. */
export const swapBlocks = operation(contract.change.swap, async (ctx, input) => {
  const { planId, blockId, otherId } = input;
  const home = await homeOf(ctx, 'rotation_plan', planId);
  return ctx.inHome(home, async (inner) => {
    await lockPlan(ctx, inner, planId, 'pin');
    const plan = await planView(inner, planId, ctx.actor.role);
    const one = plan.blocks.find((block) => block.id === blockId);
    const other = plan.blocks.find((block) => block.id === otherId);
    if (one === undefined || other === undefined) throw notFound('rotation-block');
    const flaws = flawsOfSwap(plan, one, other);
    if (flaws.length > 0) throw ctx.refuse('plan.cannot-stand', { flaws });
    const at = ({ stationId, firstWeek }: Placed) => ({ stationId, firstWeek });
    await stand(inner, plan, [
      { ...one, ...at(other) },
      { ...other, ...at(one) },
    ]);
    ctx.audit(planId, { action: 'swap' });
    return { ok: true as const };
  });
});

/** Writes blocks where they stand now: kept, with the own mentor where that one has room, else the least busy. */
async function stand(
  inner: TransactionContext<RotationsTables>,
  plan: PlanDetail,
  moved: readonly Placed[],
): Promise<void> {
  const { base, mentors } = await planFacts(inner, plan.id);
  const startOf = (block: Placed) => ({ ...block, start: daysBetween(plan.firstWeek, block.firstWeek) / 7 });
  const staying = plan.blocks.filter((block) => moved.every((one) => one.id !== block.id));
  const placed = assignMentors(moved.map(startOf), mentors, plan, staying.map(startOf));
  for (const block of placed) {
    const station = base.stations.find((one) => one.id === block.stationId);
    const mentor = mentors.find((one) => one.id === block.mentorId);
    await ownDb(inner)
      .updateTable('rotationBlock')
      .set({
        ...{ stationId: block.stationId, firstWeek: block.firstWeek, isPinned: true, reason: null },
        stationNameEn: station?.nameEn ?? '',
        ...{ stationName: station?.name ?? '', siteId: station?.siteId ?? block.siteId },
        siteName: station?.siteName ?? block.siteName,
        siteNameEn: station?.siteNameEn ?? block.siteNameEn,
        ...{ mentorId: mentor?.id ?? null, mentorName: mentor?.name ?? '' },
      })
      .where('id', '=', block.id)
      .where('planId', '=', plan.id)
      .execute();
  }
  await rescore(inner, plan.id);
}
