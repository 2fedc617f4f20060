import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import {
  homeOf,
  likePattern,
  listPage,
  operationsOn,
  type TransactionContext,
} from '@dualtrack/platform/operation';
import { contract, type FollowUp } from '../contract.ts';
import { ownDb } from './own-db.ts';
import type { CeremoniesTables } from './tables.ts';

const operation = operationsOn<CeremoniesTables>();
type Row = Omit<FollowUp, 'doneAt' | 'origin' | 'originEn'> & { doneAt: Date | null };

const columns = [
  ...(['id', 'enterpriseId', 'ceremonyId', 'meetingId', 'agreementId', 'kind', 'title'] as const),
  ...(['side', 'owner', 'dueOn', 'state', 'doneBy', 'doneAt'] as const),
] as const;

/** Adds the title of the ceremony or meeting that each one comes from. */
async function withOrigins<Tables>(
  context: TransactionContext<Tables>,
  rows: readonly Row[],
): Promise<FollowUp[]> {
  const db = ownDb(context);
  const idsOf = (key: 'ceremonyId' | 'meetingId') => [...new Set(rows.flatMap((row) => row[key] ?? []))];
  const [ceremonyIds, meetingIds] = [idsOf('ceremonyId'), idsOf('meetingId')];
  const origins = new Map<string, { origin: string; originEn: string }>();
  if (ceremonyIds.length > 0) {
    const found = await db
      .selectFrom('ceremony')
      .select(['id', 'title', 'titleEn', 'paper', 'paperEn'])
      .where('id', 'in', ceremonyIds)
      .execute();
    for (const one of found) {
      origins.set(one.id, { origin: one.title || one.paper, originEn: one.titleEn || one.paperEn });
    }
  }
  if (meetingIds.length > 0) {
    const found = await db
      .selectFrom('meeting')
      .select(['id', 'title'])
      .where('id', 'in', meetingIds)
      .execute();
    for (const one of found) origins.set(one.id, { origin: one.title, originEn: '' });
  }
  return rows.map((row) => ({
    ...row,
    doneAt: row.doneAt?.toISOString() ?? null,
    ...(origins.get(row.ceremonyId ?? row.meetingId ?? '') ?? { origin: '', originEn: '' }),
  }));
}

async function viewOf<Tables>(context: TransactionContext<Tables>, id: string): Promise<FollowUp> {
  const rows = await ownDb(context)
    .selectFrom('followUp')
    .select([...columns])
    .where('id', '=', id)
    .execute();
  const [view] = await withOrigins(context, rows);
  if (view === undefined) throw notFound('follow_up');
  return view;
}

export const listFollowUps = operation(contract.followUps.list, async (ctx, input) => {
  let query = ctx.db.selectFrom('followUp').select([...columns]);
  for (const key of ['ceremonyId', 'meetingId', 'agreementId', 'kind', 'state', 'side'] as const) {
    const value = input[key];
    if (value !== undefined) query = query.where(key, '=', value);
  }
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) => eb.or([eb('title', 'ilike', pattern), eb('owner', 'ilike', pattern)]));
  }
  const found = await listPage(query, input, {
    dueOn: 'dueOn',
    title: 'title',
    side: 'side',
    owner: 'owner',
    state: 'state',
  });
  return { ...found, items: await withOrigins(ctx, found.items) };
});

export const addFollowUp = operation(contract.followUps.add, async (ctx, input) => {
  const { ceremonyId, meetingId, isChecklist, ...facts } = input;
  const table = ceremonyId === null ? 'meeting' : 'ceremony';
  const originId = ceremonyId ?? meetingId;
  if (originId === null || (ceremonyId !== null && meetingId !== null)) {
    throw ctx.refuse('follow-up.no-origin');
  }
  const home = await homeOf(ctx, table, originId);
  return ctx.inHome(home, async (inner) => {
    const origin = await inner.db
      .selectFrom(table)
      .select(['enterpriseId', 'agreementId'])
      .where('id', '=', originId)
      .executeTakeFirstOrThrow();
    const id = newId();
    await inner.db
      .insertInto('followUp')
      .values({
        ...{ ...facts, ...origin, ceremonyId, meetingId, id, tenantId: inner.tenant },
        kind: meetingId === null ? (isChecklist ? 'checklist' : 'ceremony') : 'meeting',
        ...{ state: 'open', doneAt: null, createdBy: ctx.actor.name, createdAt: ctx.now, changedAt: ctx.now },
      })
      .execute();
    ctx.audit(id);
    return viewOf(inner, id);
  });
});

export const changeFollowUp = operation(contract.followUps.change, async (ctx, input) => {
  const { followUpId, ...facts } = input;
  const home = await homeOf(ctx, 'follow_up', followUpId);
  return ctx.inHome(home, async (inner) => {
    const changed = await inner.db
      .updateTable('followUp')
      .set({ ...facts, changedAt: ctx.now })
      .where('id', '=', followUpId)
      .where('state', '=', 'open')
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) throw ctx.refuse('follow-up.changed');
    ctx.audit(followUpId);
    return viewOf(inner, followUpId);
  });
});

/** Done or open again; of two who press at once, the second is told that it has happened. */
export const moveFollowUp = operation(contract.followUps.move, async (ctx, input) => {
  const { followUpId, to } = input;
  const home = await homeOf(ctx, 'follow_up', followUpId);
  return ctx.inHome(home, async (inner) => {
    const isDone = to === 'done';
    const changed = await inner.db
      .updateTable('followUp')
      .set({
        ...{ state: to, changedAt: ctx.now },
        ...{ doneBy: isDone ? ctx.actor.name : '', doneAt: isDone ? ctx.now : null },
      })
      .where('id', '=', followUpId)
      .where('state', '=', isDone ? 'open' : 'done')
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) throw ctx.refuse('follow-up.changed');
    ctx.audit(followUpId, { to });
    return viewOf(inner, followUpId);
  });
});

export const removeFollowUp = operation(contract.followUps.remove, async (ctx, input) => {
  const home = await homeOf(ctx, 'follow_up', input.followUpId);
  return ctx.inHome(home, async (inner) => {
    const removed = await inner.db
      .deleteFrom('followUp')
      .where('id', '=', input.followUpId)
      .where('kind', '=', 'checklist')
      .where('state', '=', 'open')
      .executeTakeFirst();
    if (removed.numDeletedRows !== 1n) throw ctx.refuse('follow-up.agreed');
    ctx.audit(input.followUpId);
    return { ok: true as const };
  });
});
