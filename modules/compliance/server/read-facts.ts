import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import { contract } from '../contract.ts';
import { isWithheld, whyNotRecord } from '../record-fact.ts';
import type { RecordedFact } from '../shapes.ts';
import { homeOfClass } from './class-home.ts';
import type { ComplianceTables } from './tables.ts';
import { factHead } from './texts.ts';

const operation = operationsOn<ComplianceTables>();
type Context = OperationContext<ComplianceTables, never>;
type FactRow = Selectable<ComplianceTables['fact']>;

/** A fact as a caller may see it: private values stay with the school. */
export function factView(ctx: Context, row: FactRow, studentName: string | null): RecordedFact {
  const { isSensitive, ...head } = factHead(row.name, ctx.locale);
  const withheld = isWithheld(row.name, ctx.actor.kind, isSensitive);
  return {
    ...head,
    id: row.id,
    placementId: row.placementId,
    studentName,
    value: withheld ? null : row.value,
    isWithheld: withheld,
    sourceModule: row.sourceModule,
    sourceId: row.sourceId,
    recordedByName: row.recordedByName,
    recordedAt: row.recordedAt.toISOString(),
    replacedAt: row.replacedAt?.toISOString() ?? null,
    whyNot: whyNotRecord({ name: row.name, source: row.sourceModule }, ctx.actor.role),
  };
}

export const listFacts = operation(contract.facts.list, async (ctx, input) => {
  await homeOfClass(ctx, input.classId);
  let query = ctx.db.selectFrom('fact').selectAll().where('classId', '=', input.classId);
  if (input.name === undefined) query = query.where('replacedAt', 'is', null);
  else query = query.where('name', '=', input.name);
  const { placementId } = input;
  if (placementId !== undefined) {
    query = query.where((eb) => eb.or([eb('placementId', 'is', null), eb('placementId', '=', placementId)]));
  }
  const rows = await query.orderBy('name').orderBy('recordedAt', 'desc').limit(20_000).execute();
  const placements = await ctx.db
    .selectFrom('compliancePlacement')
    .select(['placementId', 'studentName'])
    .where('classId', '=', input.classId)
    .execute();
  const names = new Map(placements.map((one) => [one.placementId, one.studentName]));
  ctx.audit(placementId ?? input.classId, input.name === undefined ? {} : { fact: input.name });
  return {
    items: rows.map((row) => factView(ctx, row, names.get(row.placementId ?? '') ?? null)),
  };
});
