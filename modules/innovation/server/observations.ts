import { notFound } from '@dualtrack/platform/errors';
import { newId, noId } from '@dualtrack/platform/ids';
import { likePattern, listPage, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { whyNotAmend } from '../observation.ts';
import { leads } from '../side.ts';
import { ownDb } from './own-db.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();

/** Challenges that start from observations, one of each posting. */
async function startedFrom<Tables>(context: TransactionContext<Tables>, ids: readonly string[]) {
  const rows = await ownDb(context)
    .selectFrom('challenge')
    .select(['id', 'postingId', 'originId', 'title', 'titleEn', 'state'])
    .where('originPlace', '=', 'observation')
    .where('originId', 'in', [...ids, noId])
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.filter((row, at) => rows.findIndex((one) => one.postingId === row.postingId) === at);
}

export const listObservations = operation(contract.observations.list, async (ctx, input) => {
  let query = ctx.db.selectFrom('observation').selectAll();
  if (input.kind !== undefined) query = query.where('kind', '=', input.kind);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) =>
      eb.or((['title', 'place', 'happened'] as const).map((column) => eb(column, 'ilike', pattern))),
    );
  }
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? '-onDay' },
    { onDay: 'onDay', title: 'title', kind: 'kind', place: 'place' },
  );
  const started = await startedFrom(
    ctx,
    found.items.map((row) => row.id),
  );
  return {
    ...found,
    items: found.items.map((row) => ({
      ...row,
      challenges: started.filter((one) => one.originId === row.id).length,
    })),
  };
});

async function observationView(
  ctx: TransactionContext<InnovationTables> & { actor: { personId: string; role: string } },
  id: string,
) {
  const row = await observationOf(ctx, id);
  if (row === undefined) throw notFound('observation');
  const started = await startedFrom(ctx, [id]);
  const asking = {
    personId: ctx.actor.personId,
    isLead: leads.some((role) => role === ctx.actor.role),
  };
  const challenges = started.length;
  return { ...row, challenges, started, amend: whyNotAmend({ ...row, challenges }, asking) };
}

/** One observation of the own home; undefined elsewhere. */
export function observationOf<Tables>(context: TransactionContext<Tables>, id: string) {
  return ownDb(context)
    .selectFrom('observation')
    .selectAll()
    .where('id', '=', id)
    .where('tenantId', '=', context.tenant)
    .executeTakeFirst();
}

export const getObservation = operation(contract.observations.get, (ctx, { observationId }) =>
  observationView(ctx, observationId),
);

export const addObservation = operation(contract.observations.add, async (ctx, input) => {
  if (input.onDay > ctx.today) throw ctx.refuse('observation.day-ahead');
  const id = newId();
  await ctx.db
    .insertInto('observation')
    .values({
      ...{ ...input, id, tenantId: ctx.tenant },
      ...{ authorId: ctx.actor.personId, authorName: ctx.actor.name },
      ...{ createdAt: ctx.now, changedAt: ctx.now },
    })
    .execute();
  ctx.audit(id);
  return { id };
});

export const amendObservation = operation(contract.observations.amend, async (ctx, input) => {
  const { observationId, ...facts } = input;
  // Locked, so that a challenge which starts meanwhile waits, or is seen.
  await ctx.db
    .selectFrom('observation')
    .select('id')
    .where('id', '=', observationId)
    .forUpdate()
    .executeTakeFirst();
  const { amend } = await observationView(ctx, observationId);
  if (amend !== null) throw ctx.refuse(amend);
  if (facts.onDay > ctx.today) throw ctx.refuse('observation.day-ahead');
  await ctx.db
    .updateTable('observation')
    .set({ ...facts, changedAt: ctx.now })
    .where('id', '=', observationId)
    .execute();
  ctx.audit(observationId);
  return observationView(ctx, observationId);
});
