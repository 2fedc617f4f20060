import type { TransactionContext } from '@dualtrack/platform/operation';
import { daysBetween, weekAfter } from '../week.ts';
import { ownDb, planFacts } from './plan-facts.ts';

/**
 * Ends a block of a published plan's change that has begun with last week: what is left of it counts as missed for want of
 * a place and is planned later. False where the block has not begun, or began this week, so that its unit is planned anew.
 */
export async function breakOff<Tables>(
  context: TransactionContext<Tables>,
  planId: string,
  blockId: string,
): Promise<boolean> {
  const { plan, facts } = await planFacts(context, planId);
  const row = facts.pins.find((pin) => pin.id === blockId && pin.isBegun === true);
  const held = facts.heldUntil;
  if (row === undefined || held == null) return false;
  const { placementId, unitId, isRest = false, weeks = 1 } = row;
  const past = Math.max(0, daysBetween(row.firstWeek, held) / 7);
  const hasPast = facts.pins.some(
    (pin) =>
      pin.placementId === placementId &&
      pin.unitId === unitId &&
      (pin.isRest ?? false) === isRest &&
      pin.firstWeek < held,
  );
  if (!hasPast || past >= weeks) return false;
  const db = ownDb(context);
  if (past === 0) await db.deleteFrom('rotationBlock').where('id', '=', blockId).execute();
  else await db.updateTable('rotationBlock').set({ weeks: past }).where('id', '=', blockId).execute();
  const owner = { tenantId: context.tenant, enterpriseId: plan.enterpriseId, planId, placementId, unitId };
  await db
    .insertInto('rotationMissedWeek')
    .values(
      Array.from({ length: weeks - past }, (_, at) => ({
        ...{ ...owner, isRest, cause: 'no-place' as const },
        weekStart: weekAfter(row.firstWeek, past + at),
      })),
    )
    .execute();
  return true;
}
