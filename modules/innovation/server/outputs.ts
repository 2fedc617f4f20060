import { partnersOf } from '@dualtrack/platform/access';
import { notFound } from '@dualtrack/platform/errors';
import { saveFile, storedFile } from '@dualtrack/platform/files';
import { newId } from '@dualtrack/platform/ids';
import {
  homeOf,
  likePattern,
  listPage,
  type OperationContext,
  operationsOn,
} from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { belongs } from '../project.ts';
import { areWhole, sumOfShares } from '../shares.ts';
import { hasJoined } from './act-on-project.ts';
import { earned, outputRows, outputView } from './output-view.ts';
import { ownSide } from './parties.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();

export const listOutputs = operation(contract.outputs.list, async (ctx, input) => {
  let query = ctx.db.selectFrom('innovationOutput').select('id').selectAll('innovationOutput');
  if (input.kind !== undefined) query = query.where('kind', '=', input.kind);
  if (input.project !== undefined) query = query.where('projectId', '=', input.project);
  if (input.year !== undefined)
    query = query
      .where('achievedOn', '>=', `${input.year}-01-01`)
      .where('achievedOn', '<=', `${input.year}-12-31`);
  if (input.income !== undefined || input.incomeYear !== undefined)
    query = query.where((eb) =>
      eb('innovationOutput.id', 'in', eb.selectFrom('outputIncome').select('outputId').where(earned(input))),
    );
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) =>
      eb.or([
        eb('title', 'ilike', pattern),
        eb('titleEn', 'ilike', pattern),
        eb('reference', 'ilike', pattern),
        eb('course', 'ilike', pattern),
      ]),
    );
  }
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? '-achievedOn' },
    { achievedOn: 'achievedOn', title: 'title', kind: 'kind', reference: 'reference' },
  );
  return { ...found, items: await outputRows(ctx, found.items, input) };
});

export const getOutput = operation(contract.outputs.get, (ctx, { outputId }) =>
  outputView(ctx, outputId, ctx.actor),
);

/** Where a new output lives: with its project, or with the partner it was made with. */
async function placeOf(
  ctx: OperationContext<InnovationTables, 'output.no-such-project'>,
  { projectId, partnerId }: { projectId: string | null; partnerId: string | null },
): Promise<{ home: string; enterpriseId: string }> {
  if (projectId !== null) {
    const home = await homeOf(ctx, 'innovation_project', projectId);
    const { enterpriseId } = await ctx.db
      .selectFrom('innovationProject')
      .select('enterpriseId')
      .where('id', '=', projectId)
      .executeTakeFirstOrThrow();
    const isIn = await hasJoined(ctx, { id: projectId, tenantId: home }, ctx.actor);
    if (!belongs(ctx.actor.role, isIn)) throw ctx.refuse('output.no-such-project');
    return { home, enterpriseId };
  }
  const partners = await partnersOf(ctx.transaction, ctx.today);
  if (partnerId === null || !partners.includes(partnerId)) throw ctx.refuse('output.no-such-project');
  return ctx.actor.kind === 'school'
    ? { home: ctx.tenant, enterpriseId: partnerId }
    : { home: partnerId, enterpriseId: ctx.tenant };
}

export const addOutput = operation(contract.outputs.add, async (ctx, input) => {
  const { partnerId, shares, ...facts } = input;
  if (!areWhole(shares)) throw ctx.refuse('shares.not-whole', { percent: sumOfShares(shares) / 100 });
  if (facts.achievedOn > ctx.today) throw ctx.refuse('output.day-ahead');
  const { home, enterpriseId } = await placeOf(ctx, { projectId: facts.projectId, partnerId });
  const id = newId();
  await ctx.inHome(home, (inner) =>
    inner.db
      .insertInto('innovationOutput')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, id, ...facts, shares: JSON.stringify(shares) },
        ...{
          proofId: null,
          courseId: null,
          side: ownSide(ctx.actor),
          addedBy: ctx.actor.name,
          addedAt: ctx.now,
        },
      })
      .execute(),
  );
  ctx.audit(id);
  return { id };
});

export const setShares = operation(contract.outputs.setShares, async (ctx, { outputId, shares }) => {
  if (!areWhole(shares)) throw ctx.refuse('shares.not-whole', { percent: sumOfShares(shares) / 100 });
  const home = await homeOf(ctx, 'innovation_output', outputId);
  await ctx.inHome(home, async (inner) => {
    const set = await inner.db
      .updateTable('innovationOutput')
      .set({ shares: JSON.stringify(shares) })
      .where('id', '=', outputId)
      .where('side', '=', ownSide(ctx.actor))
      .executeTakeFirst();
    if (set.numUpdatedRows !== 1n) throw ctx.refuse('output.not-your-side');
  });
  ctx.audit(outputId, { shares: shares.length });
  return outputView(ctx, outputId, ctx.actor);
});

export const addProof = operation(contract.outputs.addProof, async (ctx, { outputId, file }) => {
  const home = await homeOf(ctx, 'innovation_output', outputId);
  const bytes = new Uint8Array(await file.arrayBuffer());
  await ctx.inHome(home, async (inner) => {
    const { enterpriseId, side } = await inner.db
      .selectFrom('innovationOutput')
      .select(['enterpriseId', 'side'])
      .where('id', '=', outputId)
      .executeTakeFirstOrThrow();
    if (side !== ownSide(ctx.actor)) throw ctx.refuse('output.not-your-side');
    const mediaType = file.type || 'application/octet-stream';
    const kept = await saveFile(inner, { name: file.name, mediaType, bytes, enterpriseId });
    await inner.db
      .updateTable('innovationOutput')
      .set({ proofId: kept.id, proofName: file.name })
      .where('id', '=', outputId)
      .execute();
  });
  ctx.audit(outputId);
  return { ok: true as const };
});

export const getProof = operation(contract.outputs.proof, async (ctx, { outputId }) => {
  const row = await ctx.db
    .selectFrom('innovationOutput')
    .select('proofId')
    .where('id', '=', outputId)
    .executeTakeFirst();
  if (row === undefined || row.proofId === null) throw notFound('innovation_output');
  return storedFile(ctx, row.proofId);
});

export const addIncome = operation(contract.outputs.addIncome, async (ctx, { outputId, ...income }) => {
  if (income.receivedOn > ctx.today) throw ctx.refuse('output.day-ahead');
  const home = await homeOf(ctx, 'innovation_output', outputId);
  await ctx.inHome(home, async (inner) => {
    const { enterpriseId } = await inner.db
      .selectFrom('innovationOutput')
      .select('enterpriseId')
      .where('id', '=', outputId)
      .executeTakeFirstOrThrow();
    await inner.db
      .insertInto('outputIncome')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, id: newId(), outputId, ...income },
        ...{ recordedBy: ctx.actor.name, recordedAt: ctx.now },
      })
      .execute();
  });
  ctx.audit(outputId);
  return outputView(ctx, outputId, ctx.actor);
});
