import { evaluateClass } from '@dualtrack/compliance/server';
import { keepingWork, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { missingDocuments } from '../placement.ts';
import { lockedPlacement } from './locked-placement.ts';
import { placementView } from './placement-view.ts';
import { recordClassFacts } from './record-class-facts.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();

/** One who comes later begins by the same rules as the class did: all documents there, nothing of the law against it. */
export const beginPlacement = operation(contract.placements.begin, async (ctx, input) => {
  const row = await lockedPlacement(ctx, input.placementId, 'begin');
  const { state } = await ctx.db
    .selectFrom('orderClass')
    .select('state')
    .where('id', '=', row.classId)
    .forShare()
    .executeTakeFirstOrThrow();
  if (state !== 'running') throw ctx.refuse('placement.class-not-running');
  if (missingDocuments(row).length > 0) throw ctx.refuse('class.documents-missing', { count: 1 });
  await recordClassFacts(ctx, row.classId, ctx.actor.personId);
  const check = await evaluateClass(ctx, { classId: row.classId, moment: 'before_start' });
  const own = check.blocking.filter((verdict) => verdict.placementId === row.id);
  if (own.length > 0) {
    const rules = [...new Set(own.map((verdict) => verdict.rule))];
    throw keepingWork(ctx.refuse('class.blocked', { count: own.length, rules }));
  }
  const after = await ctx.db
    .updateTable('placement')
    .set({ state: 'active' })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  ctx.audit(row.id, { action: 'begin' });
  return placementView(after, ctx.actor.role);
});
