import { notFound } from '@dualtrack/platform/errors';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { type RecordRefusal, whyNotRecord } from '../record-fact.ts';
import { homeOfClass } from './class-home.ts';
import { evaluateClass } from './evaluate-class.ts';
import { lockClass } from './lock-class.ts';
import { proveValues } from './prove-values.ts';
import { recordFacts } from './record-facts.ts';
import type { ComplianceTables } from './tables.ts';

const operation = operationsOn<ComplianceTables>();
type Context = OperationContext<ComplianceTables, RecordRefusal>;
type Entry = { classId: string; name: string; value: unknown; placementIds: readonly string[] };

export const checkClass = operation(contract.classes.check, async (ctx, input) => {
  const home = await homeOfClass(ctx, input.classId);
  return ctx.inHome(home, async (inner) => {
    const { runId } = await evaluateClass(inner, { classId: input.classId });
    ctx.audit(input.classId, { runId });
    return inner.db
      .selectFrom('verdictRun')
      .select(['id as runId', 'breached', 'blocking', 'unknown', 'met', 'excused'])
      .where('id', '=', runId)
      .executeTakeFirstOrThrow();
  });
});

/** Enters or corrects a fact and judges the class anew, so that whoever entered it sees what became of it. */
export const enterFact = operation(contract.facts.record, async (ctx, input) => {
  const home = await homeOfClass(ctx, input.classId);
  return ctx.inHome(home, async (inner) => {
    const enterpriseId = await lockClass(inner, input.classId);
    await proveValues(inner, input.classId, input.placementIds, [input]);
    await mayEnter(inner, input);
    const targets = input.placementIds.length === 0 ? [null] : [...new Set(input.placementIds)];
    // A value for the whole class takes the place of what was entered for single students before.
    if (targets[0] === null) await endOwnValues(inner, input);
    await recordFacts(
      inner,
      targets.map((placementId) => ({
        classId: input.classId,
        placementId,
        enterpriseId,
        name: input.name,
        value: input.value,
        source: { module: 'compliance', recordId: null },
        recordedBy: ctx.actor.personId,
        recordedByName: ctx.actor.name,
      })),
    );
    await evaluateClass(inner, { classId: input.classId, moment: 'as-before' });
    ctx.audit(input.classId, { fact: input.name, placements: input.placementIds.length });
    return { ok: true as const };
  });
});

async function mayEnter(ctx: Context, entry: Entry): Promise<void> {
  const ids = [...new Set(entry.placementIds)];
  let known = ctx.db
    .selectFrom('fact')
    .select('sourceModule')
    .where('classId', '=', entry.classId)
    .where('name', '=', entry.name)
    .where('replacedAt', 'is', null);
  if (ids.length > 0) {
    known = known.where((eb) => eb.or([eb('placementId', 'is', null), eb('placementId', 'in', ids)]));
    const found = await ctx.db
      .selectFrom('compliancePlacement')
      .select('placementId')
      .where('classId', '=', entry.classId)
      .where('placementId', 'in', ids)
      .execute();
    if (found.length < ids.length) throw notFound('placement');
  }
  const sources = (await known.execute()).map((row) => row.sourceModule);
  const source = sources.find((one) => one !== 'compliance') ?? null;
  const reason = whyNotRecord({ name: entry.name, source }, ctx.actor.role);
  if (reason !== null) throw ctx.refuse(reason, { name: entry.name, module: source ?? '' });
}

async function endOwnValues(ctx: Context, entry: Entry): Promise<void> {
  await ctx.db
    .updateTable('fact')
    .set({ replacedAt: ctx.now })
    .where('classId', '=', entry.classId)
    .where('name', '=', entry.name)
    .where('placementId', 'is not', null)
    .where('replacedAt', 'is', null)
    .execute();
}
