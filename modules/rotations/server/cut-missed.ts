import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type Cut, cutsOf } from './missed-weeks.ts';
import { ownDb, type planFacts } from './plan-facts.ts';

type Known = Pick<Awaited<ReturnType<typeof planFacts>>, 'plan' | 'facts'>;

/**
 * Takes the weeks that students miss out of their blocks that have begun, also those that are over, and keeps them as
 * missed; puts weeks back in of which the absence is gone. Says how many blocks changed.
 */
export async function cutMissed<Tables>(
  context: TransactionContext<Tables>,
  { plan, facts }: Known,
): Promise<number> {
  const cuts = facts.heldUntil == null ? [] : cutsOf(facts);
  for (const cut of cuts) await writeCut(context, plan, cut);
  return cuts.length;
}

async function writeCut<Tables>(
  context: TransactionContext<Tables>,
  { id: planId, enterpriseId }: { id: string; enterpriseId: string },
  { placementId, unitId, isRest, rows, gone, missed }: Cut,
): Promise<void> {
  const db = ownDb(context);
  const seen = new Set<string>();
  for (const { id, firstWeek, weeks } of rows) {
    const row = await db.selectFrom('rotationBlock').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) continue;
    if (!seen.has(id)) {
      await db.updateTable('rotationBlock').set({ firstWeek, weeks }).where('id', '=', id).execute();
    } else {
      const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
      const { reason, shift } = row;
      await db
        .insertInto('rotationBlock')
        .values({ ...row, id: newId(), firstWeek, weeks, reason: json(reason), shift: json(shift) })
        .execute();
    }
    seen.add(id);
  }
  for (const id of gone) await db.deleteFrom('rotationBlock').where('id', '=', id).execute();
  await db
    .deleteFrom('rotationMissedWeek')
    .where('planId', '=', planId)
    .where('placementId', '=', placementId)
    .where('unitId', '=', unitId)
    .where('isRest', '=', isRest)
    .execute();
  if (missed.length === 0) return;
  await db
    .insertInto('rotationMissedWeek')
    .values(missed.map((week) => ({ tenantId: context.tenant, enterpriseId, planId, ...week })))
    .execute();
}
