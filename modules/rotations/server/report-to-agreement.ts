import { type FactToReport, recordFact } from '@dualtrack/agreements/server';
import { classOf } from '@dualtrack/order-classes/server';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { dayAfter } from '../week.ts';
import { ownDb } from './plan-facts.ts';

/**
 * Tells the agreement of a class of the practice that its published plan holds: one fact a block, which counts when the
 * block is over. Of plans that were superseded only what was over before the present one began still counts.
 */
export async function reportToAgreement<Tables>(
  context: TransactionContext<Tables>,
  planId: string,
): Promise<void> {
  const db = ownDb(context);
  const plan = await db
    .selectFrom('rotationPlan')
    .select(['id', 'classId', 'enterpriseId', 'firstWeek', 'name'])
    .where('id', '=', planId)
    .executeTakeFirst();
  if (plan === undefined) return;
  const orderClass = await classOf(context, plan.classId);
  if (orderClass === undefined) return;
  const blocks = await db
    .selectFrom('rotationBlock as b')
    .innerJoin('rotationPlan as p', (join) =>
      join.onRef('p.tenantId', '=', 'b.tenantId').onRef('p.id', '=', 'b.planId'),
    )
    .select(['b.id', 'b.planId', 'b.firstWeek', 'b.weeks', 'b.unitName', 'b.unitNameEn', 'p.name'])
    .where('p.classId', '=', plan.classId)
    .where('p.state', 'in', ['published', 'superseded'])
    .execute();
  const version = context.now.getTime();
  const facts = blocks.map((block): FactToReport => {
    const end = dayAfter(block.firstWeek, block.weeks * 7 - 1);
    const isKept = block.planId === plan.id || end < plan.firstWeek;
    return {
      ...{ agreementId: orderClass.agreementId, enterpriseId: plan.enterpriseId, classId: plan.classId },
      ...{ metric: 'practice-weeks', amount: isKept ? block.weeks : 0, happenedOn: end },
      source: { module: 'rotations', recordId: block.id, version },
      ...{
        label: `${block.name} · ${block.unitName}`,
        labelEn: `${block.name} · ${block.unitNameEn || block.unitName}`,
      },
      path: `/rotations/${block.planId}`,
    };
  });
  await recordFact(context, facts);
}
