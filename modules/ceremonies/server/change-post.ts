import { notFound } from '@dualtrack/platform/errors';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { mentionsIn } from '../mentions.ts';
import type { CeremoniesTables } from './tables.ts';
import { peopleBeside, threadView } from './thread-view.ts';

const operation = operationsOn<CeremoniesTables>();
type Context = OperationContext<CeremoniesTables>;

async function lockedPost(inner: Context, threadId: string, postId: string) {
  const row = await inner.db
    .selectFrom('discussionPost as p')
    .innerJoin('discussionThread as t', (join) =>
      join.onRef('t.tenantId', '=', 'p.tenantId').onRef('t.id', '=', 'p.threadId'),
    )
    .select([
      ...(['p.id', 'p.enterpriseId', 'p.personId', 'p.revision', 'p.withdrawnAt'] as const),
      ...(['t.agreementId', 't.closedAt'] as const),
    ])
    .where('p.id', '=', postId)
    .where('p.threadId', '=', threadId)
    .forUpdate('p')
    .executeTakeFirst();
  if (row === undefined) throw notFound('discussion_post');
  return row;
}

/** Changes the own wording. The earlier one stays, and everybody can read it. */
export const editPost = operation(contract.discussion.edit, async (ctx, input) => {
  const { threadId, postId, revision, body } = input;
  const home = await homeOf(ctx, 'discussion_post', postId);
  await ctx.inHome(home, async (inner) => {
    const post = await lockedPost(inner, threadId, postId);
    if (post.personId !== ctx.actor.personId) throw ctx.refuse('post.not-yours');
    if (post.withdrawnAt !== null) throw ctx.refuse('post.withdrawn');
    if (post.closedAt !== null) throw ctx.refuse('thread.closed');
    if (post.revision !== revision) throw ctx.refuse('post.changed');
    const known = (await peopleBeside(ctx, post.agreementId)).map((one) => one.name);
    const mentions = JSON.stringify(mentionsIn(body, known));
    await inner.db
      .updateTable('discussionPost')
      .set({ body, mentions, revision: revision + 1, editedAt: ctx.now })
      .where('id', '=', postId)
      .execute();
    const { enterpriseId } = post;
    const own = { tenantId: inner.tenant, enterpriseId, postId, revision: revision + 1 };
    await inner.db
      .insertInto('discussionPostRevision')
      .values({ ...own, body, name: ctx.actor.name, at: ctx.now })
      .execute();
  });
  ctx.audit(postId);
  return threadView(ctx, threadId);
});

/** Withdraws the own post. A mark stays where it stood, and its wordings stay in the history. */
export const withdrawPost = operation(contract.discussion.withdraw, async (ctx, input) => {
  const { threadId, postId } = input;
  const home = await homeOf(ctx, 'discussion_post', postId);
  await ctx.inHome(home, async (inner) => {
    const post = await lockedPost(inner, threadId, postId);
    if (post.personId !== ctx.actor.personId) throw ctx.refuse('post.not-yours');
    if (post.withdrawnAt !== null) throw ctx.refuse('post.withdrawn');
    await inner.db
      .updateTable('discussionPost')
      .set({ withdrawnAt: ctx.now, withdrawnBy: ctx.actor.name })
      .where('id', '=', postId)
      .execute();
  });
  ctx.audit(postId);
  return threadView(ctx, threadId);
});

export const postHistory = operation(contract.discussion.history, async (ctx, input) => {
  const post = await ctx.db
    .selectFrom('discussionPost')
    .select('id')
    .where('id', '=', input.postId)
    .where('threadId', '=', input.threadId)
    .executeTakeFirst();
  if (post === undefined) throw notFound('discussion_post');
  const rows = await ctx.db
    .selectFrom('discussionPostRevision')
    .select(['revision', 'body', 'name', 'at'])
    .where('postId', '=', input.postId)
    .orderBy('revision', 'desc')
    .execute();
  return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
});
