import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { placementTransitions } from '../placement.ts';
import { lockedPlacement } from './locked-placement.ts';
import { placementView } from './placement-view.ts';
import { recordClassFacts, recordDocumentFacts } from './record-class-facts.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();
type Context = OperationContext<OrderClassesTables, 'placement.not-your-role' | 'placement.not-in-state'>;

export const listPlacements = operation(contract.placements.list, async (ctx, input) => {
  await homeOf(ctx, 'order_class', input.classId);
  const rows = await ctx.db
    .selectFrom('placement')
    .selectAll()
    .where('classId', '=', input.classId)
    .orderBy('postTitle')
    .orderBy('studentName')
    .orderBy('id')
    .execute();
  ctx.audit(input.classId, { placements: rows.length });
  return rows.map((row) => placementView(row, ctx.actor.role));
});

type Change = Partial<Pick<PlacementRow, DocumentColumn | 'state' | 'endedOn'>> & {
  insurance?: string | null;
};
type PlacementRow = Awaited<ReturnType<typeof lockedPlacement>>;
type DocumentColumn =
  | 'schoolSignedOn'
  | 'hostSignedOn'
  | 'studentSignedOn'
  | 'studentConsentOn'
  | 'guardianConsentOn';

async function changed(ctx: Context, placementId: string, change: Change): Promise<PlacementRow> {
  ctx.audit(placementId, { fields: Object.keys(change) });
  const query = ctx.db.updateTable('placement').set(change).where('id', '=', placementId);
  return query.returningAll().executeTakeFirstOrThrow();
}

export const answerPlacement = operation(contract.placements.answer, async (ctx, input) => {
  const action = input.accept ? 'accept' : 'decline';
  const row = await lockedPlacement(ctx, input.placementId, action);
  const after = await changed(ctx, row.id, { state: placementTransitions[action].to ?? row.state });
  await recordClassFacts(ctx, row.classId, ctx.actor.personId);
  return placementView(after, ctx.actor.role);
});

/** One button: the student signs agreement and consent, the guardian consents. */
export const signPlacement = operation(contract.placements.sign, async (ctx, input) => {
  const isStudent = ctx.actor.role === 'student';
  const row = await lockedPlacement(ctx, input.placementId, isStudent ? 'sign' : 'consent');
  const { today } = ctx;
  // A day that is on record already is kept.
  const after = await changed(
    ctx,
    row.id,
    isStudent
      ? { studentSignedOn: row.studentSignedOn ?? today, studentConsentOn: row.studentConsentOn ?? today }
      : { guardianConsentOn: row.guardianConsentOn ?? today },
  );
  await recordDocumentFacts(ctx, [after], ctx.actor.personId);
  return placementView(after, ctx.actor.role);
});

export const recordDocuments = operation(contract.placements.record, async (ctx, input) => {
  const { placementId, insurance, ...days } = input;
  const isEnterprise = ctx.actor.kind === 'enterprise';
  const { hostSignedOn: _, ...schoolOnly } = days;
  const foreign = insurance !== undefined || Object.values(schoolOnly).some((day) => day !== undefined);
  if (isEnterprise && foreign) throw ctx.refuse('placement.not-your-role', { action: 'record' });
  if (Object.values(days).some((day) => typeof day === 'string' && day > ctx.today)) {
    throw ctx.refuse('placement.day-ahead');
  }
  const home = await homeOf(ctx, 'placement', placementId);
  return ctx.inHome(home, async (inner) => {
    const row = await lockedPlacement(inner, placementId, isEnterprise ? 'record-host' : 'record');
    const given = Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined));
    const policy = insurance === undefined ? {} : { insurance: JSON.stringify(insurance) };
    const change = { ...given, ...policy };
    const after = Object.keys(change).length === 0 ? row : await changed(inner, row.id, change);
    await recordDocumentFacts(inner, [after], ctx.actor.personId);
    return placementView(after, ctx.actor.role);
  });
});

/** One day for all agreements of a class that the own side has not signed yet; each side only for itself. */
export const signAllPlacements = operation(contract.placements.signAll, async (ctx, input) => {
  if (input.signedOn > ctx.today) throw ctx.refuse('placement.day-ahead');
  const column = ctx.actor.kind === 'enterprise' ? 'hostSignedOn' : 'schoolSignedOn';
  const home = await homeOf(ctx, 'order_class', input.classId);
  return ctx.inHome(home, async (inner) => {
    const rows = await inner.db
      .updateTable('placement')
      .set({ [column]: input.signedOn })
      .where('classId', '=', input.classId)
      .where('state', 'in', placementTransitions.record.from)
      .where(column, 'is', null)
      .returningAll()
      .execute();
    await recordDocumentFacts(inner, rows, ctx.actor.personId);
    ctx.audit(input.classId, { signed: rows.length });
    return { count: rows.length };
  });
});

export const insureClass = operation(contract.placements.insure, async (ctx, input) => {
  await homeOf(ctx, 'order_class', input.classId);
  const rows = await ctx.db
    .updateTable('placement')
    .set({ insurance: JSON.stringify(input.insurance) })
    .where('classId', '=', input.classId)
    .where('state', 'in', placementTransitions.record.from)
    .returningAll()
    .execute();
  await recordDocumentFacts(ctx, rows, ctx.actor.personId);
  ctx.audit(input.classId, { insured: rows.length });
  return { count: rows.length };
});

export const endPlacement = operation(contract.placements.end, async (ctx, input) => {
  const row = await lockedPlacement(ctx, input.placementId, 'end');
  const after = await changed(ctx, row.id, { state: 'ended', endedOn: ctx.today });
  await recordClassFacts(ctx, row.classId, ctx.actor.personId);
  return placementView(after, ctx.actor.role);
});
