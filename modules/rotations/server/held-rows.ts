import type { TransactionContext } from '@dualtrack/platform/operation';
import type { HeldRow } from './held-blocks.ts';
import type { MissedWeek } from './missed-weeks.ts';
import { ownDb } from './plan-facts.ts';

/**
 * Rows of a plan that stand fast: those kept by hand and, in the change of a published plan, those that have begun. A row
 * that goes on after a holiday has begun with its first one; one of this week stands while nobody has freed it.
 */
export async function heldRows<Tables>(
  context: TransactionContext<Tables>,
  planId: string,
  heldUntil: string | null,
): Promise<(HeldRow & { id: string })[]> {
  const rows = await ownDb(context)
    .selectFrom('rotationBlock')
    .select(['id', 'placementId', 'unitId', 'stationId', 'mentorId', 'firstWeek', 'weeks', 'isRest'])
    .select('isPinned')
    .where('planId', '=', planId)
    .execute();
  const hasBegun = (row: (typeof rows)[number]) =>
    heldUntil !== null && (row.firstWeek < heldUntil || (row.firstWeek === heldUntil && row.isPinned));
  const wholes = new Set(
    rows.filter((row) => hasBegun(row) && !row.isRest).map((row) => `${row.placementId} ${row.unitId}`),
  );
  return rows.flatMap(({ isPinned, ...row }) => {
    const isBegun =
      hasBegun({ ...row, isPinned }) || (!row.isRest && wholes.has(`${row.placementId} ${row.unitId}`));
    return isPinned || isBegun ? [{ ...row, isBegun }] : [];
  });
}

/** Weeks of begun blocks of a plan without their students. */
export async function missedIn<Tables>(
  context: TransactionContext<Tables>,
  planId: string,
): Promise<MissedWeek[]> {
  return ownDb(context)
    .selectFrom('rotationMissedWeek')
    .select(['placementId', 'unitId', 'weekStart', 'isRest', 'cause'])
    .where('planId', '=', planId)
    .orderBy('weekStart')
    .execute();
}
