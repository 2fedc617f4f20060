import { noId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { filingsFact, type KeptFiling } from '../filing.ts';
import { ownDb } from './own-db.ts';
import { recordFacts } from './record-facts.ts';

/** The filings and waivers of a class, oldest first, also those that were withdrawn; with `asOf` as they stood then. */
export async function filingsOfClass<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
  asOf?: Date,
): Promise<KeptFiling[]> {
  let query = ownDb(context)
    .selectFrom('complianceFiling')
    .select(['kind', 'number', 'scope', 'placementIds', 'filedOn', 'approvedOn', 'until', 'withdrawnAt'])
    .where('classId', '=', classId)
    .orderBy('recordedAt')
    .orderBy('id');
  if (asOf !== undefined) query = query.where('recordedAt', '<=', asOf);
  const rows = await query.execute();
  return rows.map(({ withdrawnAt, ...row }) => ({
    ...row,
    withdrawn: withdrawnAt !== null && (asOf === undefined || withdrawnAt <= asOf),
  }));
}

/** Whose entry it is. */
type By = { enterpriseId: string; recordedBy: string; recordedByName: string };

/**
 * Writes the fact `filings` anew: for the class what concerns all of it, for a placement with filings of its own both
 * together. A placement whose own filings are gone follows the class again.
 */
export async function recordFilings<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
  by: By,
): Promise<void> {
  const filings = await filingsOfClass(context, classId);
  const own = new Set(filings.filter((one) => !one.withdrawn).flatMap((one) => one.placementIds));
  const fact = (placementId: string | null) => ({
    ...{ classId, placementId, name: 'filings', value: filingsFact(filings, placementId), ...by },
    source: { module: 'compliance', recordId: null },
  });
  await ownDb(context)
    .updateTable('fact')
    .set({ replacedAt: context.now })
    .where('classId', '=', classId)
    .where('name', '=', 'filings')
    .where('placementId', 'is not', null)
    .where('placementId', 'not in', [...own, noId])
    .where('replacedAt', 'is', null)
    .execute();
  await recordFacts(context, [fact(null), ...[...own].map(fact)]);
}
