import { agreementOf } from '@dualtrack/agreements/server';
import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import {
  homeOf,
  likePattern,
  listPage,
  type OperationContext,
  operationsOn,
} from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { mentionsIn } from '../mentions.ts';
import { ownSide } from './act.ts';
import type { CeremoniesTables } from './tables.ts';
import { peopleBeside, threadRow, threadRows, threadView } from './thread-view.ts';

const operation = operationsOn<CeremoniesTables>();
type Context = OperationContext<CeremoniesTables>;

export const listThreads = operation(contract.discussion.list, async (ctx, input) => {
  let query = threadRows(ctx);
  if (input.agreementId !== undefined) query = query.where('t.agreementId', '=', input.agreementId);
  if (input.scope !== undefined) query = query.where('t.closedAt', 'is', null);
  if (input.q) query = query.where('t.subject', 'ilike', likePattern(input.q));
  const isMentioned = input.scope === 'mentioned';
  const found = await listPage(
    query,
    { ...input, ...(isMentioned ? { page: 1, size: 200 } : {}), sort: input.sort ?? '-lastAt' },
    { lastAt: 't.lastAt', subject: 't.subject', openedAt: 't.openedAt' },
  );
  const items = found.items.map(threadRow);
  if (!isMentioned) return { ...found, items };
  const mentioned = items.filter((row) => row.isMentioned);
  return { items: mentioned, total: mentioned.length, page: 1, size: input.size };
});

export const getThread = operation(contract.discussion.get, (ctx, input) => threadView(ctx, input.threadId));

type NewPost = { threadId: string; enterpriseId: string; agreementId: string | null; body: string };

/** Adds a post with its first wording, and notes that its writer has read so far. */
async function addPost(ctx: Context, inner: Context, post: NewPost): Promise<void> {
  const { threadId, enterpriseId, agreementId, body } = post;
  const { personId, name } = ctx.actor;
  const known = (await peopleBeside(ctx, agreementId)).map((one) => one.name);
  const own = { tenantId: inner.tenant, enterpriseId };
  const id = newId();
  await inner.db
    .insertInto('discussionPost')
    .values({
      ...{ ...own, id, threadId, personId, name, side: ownSide(ctx), body },
      mentions: JSON.stringify(mentionsIn(body, known)),
      ...{ postedAt: ctx.now, editedAt: null, withdrawnAt: null },
    })
    .execute();
  await inner.db
    .insertInto('discussionPostRevision')
    .values({ ...own, postId: id, revision: 1, body, name, at: ctx.now })
    .execute();
  await inner.db
    .updateTable('discussionThread')
    .set({ lastAt: ctx.now })
    .where('id', '=', threadId)
    .execute();
  await noteReading(ctx, inner, threadId, enterpriseId);
}

async function noteReading(ctx: Context, inner: Context, threadId: string, enterpriseId: string) {
  const { personId } = ctx.actor;
  await inner.db
    .insertInto('discussionReader')
    .values({ tenantId: inner.tenant, enterpriseId, threadId, personId, readAt: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'threadId', 'personId']).doUpdateSet({ readAt: ctx.now }),
    )
    .execute();
}

async function lockedThread(inner: Context, threadId: string) {
  const row = await inner.db
    .selectFrom('discussionThread')
    .select(['enterpriseId', 'agreementId', 'closedAt'])
    .where('id', '=', threadId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('discussion_thread');
  return row;
}

export const openThread = operation(contract.discussion.open, async (ctx, input) => {
  const { agreementId, subject, body } = input;
  const agreement = await agreementOf(ctx, agreementId);
  if (agreement === undefined) throw ctx.refuse('thread.no-such-agreement');
  const id = newId();
  const { enterpriseId } = agreement;
  await ctx.inHome(agreement.home, async (inner) => {
    await inner.db
      .insertInto('discussionThread')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, id, agreementId, subject, side: ownSide(ctx) },
        ...{ openedBy: ctx.actor.name, openedAt: ctx.now, lastAt: ctx.now, closedAt: null },
      })
      .execute();
    await addPost(ctx, inner, { threadId: id, enterpriseId, agreementId, body });
  });
  ctx.audit(id);
  return { id };
});

export const writePost = operation(contract.discussion.post, async (ctx, input) => {
  const { threadId, body } = input;
  const home = await homeOf(ctx, 'discussion_thread', threadId);
  await ctx.inHome(home, async (inner) => {
    const { closedAt, ...thread } = await lockedThread(inner, threadId);
    if (closedAt !== null) throw ctx.refuse('thread.closed');
    await addPost(ctx, inner, { threadId, body, ...thread });
  });
  ctx.audit(threadId);
  return threadView(ctx, threadId);
});

export const closeThread = operation(contract.discussion.close, async (ctx, input) => {
  const { threadId, to } = input;
  const home = await homeOf(ctx, 'discussion_thread', threadId);
  const isClosing = to === 'closed';
  await ctx.inHome(home, async (inner) => {
    await inner.db
      .updateTable('discussionThread')
      .set({ closedAt: isClosing ? ctx.now : null, closedBy: isClosing ? ctx.actor.name : '' })
      .where('id', '=', threadId)
      .where('closedAt', isClosing ? 'is' : 'is not', null)
      .execute();
  });
  ctx.audit(threadId, { to });
  return threadView(ctx, threadId);
});

export const readThread = operation(contract.discussion.read, async (ctx, input) => {
  const home = await homeOf(ctx, 'discussion_thread', input.threadId);
  await ctx.inHome(home, async (inner) => {
    const { enterpriseId } = await lockedThread(inner, input.threadId);
    await noteReading(ctx, inner, input.threadId, enterpriseId);
  });
  return { ok: true as const };
});
