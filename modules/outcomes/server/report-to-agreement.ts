import { type FactToReport, recordFact } from '@dualtrack/agreements/server';
import { classOf } from '@dualtrack/order-classes/server';
import { dayOf } from '@dualtrack/platform/clock';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './place.ts';

/**
 * Tells the agreement of a class what became of its students, one fact each: of those who were trained, who has an
 * offer; and who has joined. Names stay in this room. Telling it again changes nothing.
 */
export async function reportToAgreement<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
): Promise<void> {
  const orderClass = await classOf(context, classId);
  if (orderClass === undefined) return;
  const { agreementId, enterpriseId } = orderClass;
  const rows = await ownDb(context)
    .selectFrom('outcome')
    .selectAll()
    .where('classId', '=', classId)
    .execute();
  const facts = rows.flatMap((row): FactToReport[] => {
    const { isTrained, offeredOn, joinedOn } = row;
    const on = dayOf(row.recordedAt, context.kernel.config.timeZone);
    const base = {
      ...{ agreementId, enterpriseId, classId, path: `/outcomes/${classId}` },
      source: { module: 'outcomes', recordId: row.placementId, version: row.revision },
      ...{
        label: `${row.className} · ${row.postTitle}`,
        labelEn: `${row.className} · ${row.postTitleEn || row.postTitle}`,
      },
    };
    const isOffered = isTrained && offeredOn !== null;
    return [
      {
        ...{ ...base, metric: 'offers-made', amount: isOffered ? 1 : 0, whole: isTrained ? 1 : 0 },
        happenedOn: offeredOn ?? on,
      },
      { ...base, metric: 'students-employed', amount: joinedOn === null ? 0 : 1, happenedOn: joinedOn ?? on },
    ];
  });
  await recordFact(context, facts);
}
