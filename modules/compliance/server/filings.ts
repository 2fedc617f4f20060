import { invalidField, notFound } from '@dualtrack/platform/errors';
import { saveFile, storedFile } from '@dualtrack/platform/files';
import { newId } from '@dualtrack/platform/ids';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { contract, filingScopes } from '../contract.ts';
import { filingState } from '../filing.ts';
import { packOfRule } from '../laws.ts';
import { homeOfClass } from './class-home.ts';
import { evaluateClass } from './evaluate-class.ts';
import { lockClass } from './lock-class.ts';
import { recordFilings } from './standing-filings.ts';
import type { ComplianceTables } from './tables.ts';
import { ruleOf } from './texts.ts';

// A filing names topics, or rules by their ids.
const filingTopics = new Set<string>(filingScopes);
const operation = operationsOn<ComplianceTables>();

/** Records a filing or a waiver; one with the same number is corrected. The class is judged anew. */
export const fileForClass = operation(contract.classes.file, async (ctx, input) => {
  const { classId } = input;
  const { kind, placementIds, scope } = input.filing;
  if (kind === 'waiver') {
    const bound = scope.filter((id) => (ruleOf(id)?.waivableBy ?? 'nobody') === 'nobody');
    if (bound.length > 0) throw ctx.refuse('waiver.not-waivable', { rules: bound.join(', ') });
    if (input.filing.grantedBy === '') throw ctx.refuse('waiver.not-granted');
  }
  const strange = scope.filter(
    (one) => kind === 'filing' && !filingTopics.has(one) && packOfRule(one) === undefined,
  );
  if (strange.length > 0) {
    const expected = [...filingScopes].join(', ');
    throw invalidField('/filing/scope', 'fact.bad-value', { expected });
  }
  if (input.filing.until < input.filing.date) throw ctx.refuse('filing.ends-before');
  await homeOfClass(ctx, classId);
  const enterpriseId = await lockClass(ctx, classId);
  const targets = [...new Set(placementIds)];
  if (targets.length > 0) await provePlacements(ctx, classId, targets);
  const { id: number, date, approvedAt, until, askedBy, grantedBy } = input.filing;
  const values = {
    ...{ kind, askedBy, grantedBy, until, filedOn: date, approvedOn: approvedAt },
    ...{ scope: JSON.stringify(scope), placementIds: JSON.stringify(targets), withdrawnAt: null },
    ...{ recordedBy: ctx.actor.personId, recordedByName: ctx.actor.name, recordedAt: ctx.now },
  };
  const { id } = await ctx.db
    .insertInto('complianceFiling')
    .values({ tenantId: ctx.tenant, enterpriseId, id: newId(), classId, number, ...values })
    .onConflict((conflict) => conflict.columns(['tenantId', 'classId', 'number']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  await followUp(ctx, classId, enterpriseId);
  ctx.audit(classId, { filing: number, kind });
  return { ok: true as const, filingId: id };
});

/** Filings and waivers of a class with where they stand today. */
export const listFilings = operation(contract.filings.list, async (ctx, input) => {
  await homeOfClass(ctx, input.classId);
  const rows = await ctx.db
    .selectFrom('complianceFiling')
    .selectAll()
    .where('classId', '=', input.classId)
    .orderBy('until', 'desc')
    .orderBy('id')
    .execute();
  return {
    items: rows.map((row) => ({
      ...{ id: row.id, kind: row.kind, number: row.number, scope: row.scope, placementIds: row.placementIds },
      ...{ filedOn: row.filedOn, approvedOn: row.approvedOn, until: row.until },
      ...{ askedBy: row.askedBy, grantedBy: row.grantedBy, recordedByName: row.recordedByName },
      fileName: row.fileId === null ? null : row.fileName,
      state: filingState({ ...row, withdrawn: row.withdrawnAt !== null }, ctx.today),
    })),
  };
});

/** Takes a filing back: what it excused is judged without it. */
export const withdrawFiling = operation(contract.filings.withdraw, async (ctx, input) => {
  const { classId } = await filingOf(ctx, input.filingId);
  const enterpriseId = await lockClass(ctx, classId);
  const changed = await ctx.db
    .updateTable('complianceFiling')
    .set({ withdrawnAt: ctx.now })
    .where('id', '=', input.filingId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw ctx.refuse('filing.withdrawn');
  await followUp(ctx, classId, enterpriseId);
  ctx.audit(classId, { withdrawn: input.filingId });
  return { ok: true as const };
});

/** Keeps the document of a filing; another one takes the place of the first. */
export const attachToFiling = operation(contract.filings.attach, async (ctx, input) => {
  const { classId, enterpriseId } = await filingOf(ctx, input.filingId);
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  const mediaType = input.file.type || 'application/octet-stream';
  const file = await saveFile(ctx, { name: input.file.name, mediaType, bytes, enterpriseId });
  await ctx.db
    .updateTable('complianceFiling')
    .set({ fileId: file.id, fileName: file.name })
    .where('id', '=', input.filingId)
    .execute();
  ctx.audit(classId, { filing: input.filingId, sha256: file.sha256 });
  return { ok: true as const };
});

export const readFilingFile = operation(contract.filings.file, async (ctx, input) => {
  const { classId, fileId } = await filingOf(ctx, input.filingId);
  if (fileId === null) throw notFound('file');
  ctx.audit(classId, { filing: input.filingId });
  return storedFile(ctx, fileId);
});

type Context<Codes extends string> = OperationContext<ComplianceTables, Codes>;

async function filingOf<Codes extends string>(ctx: Context<Codes>, id: string) {
  const row = await ctx.db
    .selectFrom('complianceFiling')
    .select(['classId', 'enterpriseId', 'fileId'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound('filing');
  return row;
}

async function provePlacements<Codes extends string>(
  ctx: Context<Codes>,
  classId: string,
  ids: readonly string[],
): Promise<void> {
  const found = await ctx.db
    .selectFrom('compliancePlacement')
    .select('placementId')
    .where('classId', '=', classId)
    .where('placementId', 'in', [...ids])
    .execute();
  if (found.length < ids.length) throw notFound('placement');
}

async function followUp<Codes extends string>(
  ctx: Context<Codes>,
  classId: string,
  enterpriseId: string,
): Promise<void> {
  await recordFilings(ctx, classId, {
    enterpriseId,
    recordedBy: ctx.actor.personId,
    recordedByName: ctx.actor.name,
  });
  await evaluateClass(ctx, { classId, moment: 'as-before' });
}
