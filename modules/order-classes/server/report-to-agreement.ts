import { type FactToReport, recordFact, reportClass } from '@dualtrack/agreements/server';
import { dayOf } from '@dualtrack/platform/clock';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './class-doors.ts';

/**
 * Tells the agreement of a class that has been published what its duties are counted from: seats filled, insurance and
 * consents, one fact a placement. Names of students stay in this room. Telling it again changes nothing.
 */
export async function reportToAgreement<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
): Promise<void> {
  const db = ownDb(context);
  const row = await db
    .selectFrom('orderClass as c')
    .innerJoin('matchingRun as m', (join) =>
      join.onRef('m.tenantId', '=', 'c.tenantId').onRef('m.id', '=', 'c.publishedMatchingId'),
    )
    .select(['c.agreementId', 'c.enterpriseId', 'c.name', 'c.startsOn', 'c.endsOn', 'm.madeAt'])
    .where('c.id', '=', classId)
    .executeTakeFirst();
  if (row === undefined) return;
  const { agreementId, enterpriseId, name, startsOn, endsOn } = row;
  const version = context.now.getTime();
  await reportClass(context, { agreementId, enterpriseId, classId, name, startsOn, endsOn, version });
  const placements = await db.selectFrom('placement').selectAll().where('classId', '=', classId).execute();
  const matchedOn = dayOf(row.madeAt, context.kernel.config.timeZone);
  const fact = (
    recordId: string,
    rest: Pick<FactToReport, 'metric' | 'amount' | 'whole' | 'happenedOn' | 'label' | 'labelEn'>,
  ): FactToReport => ({
    ...{ agreementId, enterpriseId, classId, path: `/order-classes/${classId}` },
    source: { module: 'order-classes', recordId, version },
    ...rest,
  });
  const results = { metric: 'results-published', amount: 1, happenedOn: matchedOn } as const;
  await recordFact(context, [
    fact(classId, { ...results, label: name, labelEn: name }),
    ...placements.flatMap((one) => {
      const isThere = one.state === 'declined' ? 0 : 1;
      const label = `${name} · ${one.postTitle}`;
      const labelEn = `${name} · ${one.postTitleEn || one.postTitle}`;
      // Cover that begins after the first day is late, whenever it was written down.
      const insured =
        one.insurance === null
          ? { amount: 0, happenedOn: matchedOn }
          : { amount: 1, happenedOn: one.insurance.from };
      const consent = one.studentConsentOn ?? null;
      return [
        fact(one.id, { metric: 'seats-filled', amount: isThere, happenedOn: matchedOn, label, labelEn }),
        fact(one.id, {
          ...{ metric: 'students-insured', amount: insured.amount * isThere, whole: isThere, label, labelEn },
          happenedOn: insured.happenedOn,
        }),
        fact(one.id, {
          ...{
            metric: 'consents-recorded',
            amount: consent === null ? 0 : isThere,
            whole: isThere,
            label,
            labelEn,
          },
          happenedOn: consent ?? matchedOn,
        }),
      ];
    }),
  ]);
}
