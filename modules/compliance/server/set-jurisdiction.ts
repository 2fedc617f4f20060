import { notFound } from '@dualtrack/platform/errors';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { lawOf, laws } from '../laws.ts';
import { homeOfClass } from './class-home.ts';
import { evaluateClass } from './evaluate-class.ts';
import { lockClass } from './lock-class.ts';
import type { ComplianceTables } from './tables.ts';

const operation = operationsOn<ComplianceTables>();

/** Says whose law holds for placements of a class, and judges the class anew by it. */
export const setJurisdiction = operation(contract.classes.setJurisdiction, async (ctx, input) => {
  const { classId, jurisdiction } = input;
  if (lawOf(jurisdiction) === undefined) {
    throw ctx.refuse('jurisdiction.unknown', { known: laws.map((law) => law.jurisdiction).join(', ') });
  }
  await homeOfClass(ctx, classId);
  await lockClass(ctx, classId);
  const ids = [...new Set(input.placementIds)];
  let change = ctx.db.updateTable('compliancePlacement').set({ jurisdiction }).where('classId', '=', classId);
  if (ids.length > 0) change = change.where('placementId', 'in', ids);
  const { numUpdatedRows } = await change.executeTakeFirst();
  // Thrown within the transaction: nothing stays of a list that names a stranger.
  if (ids.length > 0 && Number(numUpdatedRows) < ids.length) throw notFound('placement');
  await evaluateClass(ctx, { classId, moment: 'as-before' });
  ctx.audit(classId, { jurisdiction, placements: ids.length });
  return { ok: true as const };
});
