import { signaturesOf } from '@dualtrack/agreements/server';
import { notFound } from '@dualtrack/platform/errors';
import type { OperationContext, TransactionContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import type { Thread, ThreadRow } from '../contract.ts';
import type { Side } from '../side.ts';
import { sides } from '../side.ts';
import { ownDb } from './own-db.ts';
import type { CeremoniesTables } from './tables.ts';

type Context = OperationContext<CeremoniesTables>;

/** Threads with what the caller has not read yet. */
export function threadRows(context: Context) {
  const { personId, name } = context.actor;
  const since = sql`coalesce((select r.read_at from discussion_reader r
    where r.tenant_id = t.tenant_id and r.thread_id = t.id and r.person_id = ${personId}), '-infinity')`;
  const unread = sql`p.tenant_id = t.tenant_id and p.thread_id = t.id and p.person_id <> ${personId}
    and p.posted_at > ${since} and p.withdrawn_at is null`;
  return context.db
    .selectFrom('discussionThread as t')
    .select([
      ...(['t.id', 't.enterpriseId', 't.agreementId', 't.subject', 't.side', 't.openedBy'] as const),
      ...(['t.openedAt', 't.lastAt', 't.closedAt', 't.closedBy'] as const),
      sql<number>`(select count(*)::int from discussion_post p where p.tenant_id = t.tenant_id and p.thread_id = t.id)`.as(
        'posts',
      ),
      sql<boolean>`exists (select 1 from discussion_post p where ${unread})`.as('isUnread'),
      sql<boolean>`exists (select 1 from discussion_post p where ${unread} and p.mentions ? ${name})`.as(
        'isMentioned',
      ),
    ]);
}

type Found = Omit<ThreadRow, 'openedAt' | 'lastAt' | 'closedAt'> & {
  openedAt: Date;
  lastAt: Date;
  closedAt: Date | null;
};

/** A row as the contract has it. */
export function threadRow<Row extends Found>(row: Row) {
  return {
    ...row,
    openedAt: row.openedAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}

/** Who has written or signed beside an agreement, and who has been a guest at its ceremonies. */
export async function peopleBeside<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string | null,
): Promise<{ name: string; side: Side }[]> {
  if (agreementId === null) return [];
  const db = ownDb(context);
  const writers = await db
    .selectFrom('discussionPost as p')
    .innerJoin('discussionThread as t', (join) =>
      join.onRef('t.tenantId', '=', 'p.tenantId').onRef('t.id', '=', 'p.threadId'),
    )
    .select(['p.name', 'p.side'])
    .where('t.agreementId', '=', agreementId)
    .distinct()
    .execute();
  const guests = await db
    .selectFrom('ceremonyGuest as g')
    .innerJoin('ceremony as c', (join) =>
      join.onRef('c.tenantId', '=', 'g.tenantId').onRef('c.id', '=', 'g.ceremonyId'),
    )
    .select(['g.name', 'g.side'])
    .where('c.agreementId', '=', agreementId)
    .where('g.isGroup', '=', false)
    .execute();
  const signers = (await signaturesOf(context, agreementId)).flatMap(({ name, side }) => {
    const known = sides.find((one) => one === side);
    return known === undefined ? [] : [{ name, side: known }];
  });
  const all = [...writers, ...signers, ...guests].filter((one) => one.name !== '');
  return [...new Map(all.map((one) => [one.name, one])).values()];
}

/** One thread with its posts, as the caller sees it. @throws thing.not-found */
export async function threadView(context: Context, threadId: string): Promise<Thread> {
  const row = await threadRows(context).where('t.id', '=', threadId).executeTakeFirst();
  if (row === undefined) throw notFound('discussion_thread');
  const posts = await context.db
    .selectFrom('discussionPost')
    .selectAll()
    .where('threadId', '=', threadId)
    .orderBy('postedAt')
    .orderBy('id')
    .limit(1_000)
    .execute();
  return {
    ...threadRow(row),
    items: posts.map((post) => ({
      ...{ id: post.id, name: post.name, side: post.side, revision: post.revision },
      body: post.withdrawnAt === null ? post.body : '',
      mentions: post.withdrawnAt === null ? post.mentions : [],
      postedAt: post.postedAt.toISOString(),
      editedAt: post.editedAt?.toISOString() ?? null,
      withdrawnAt: post.withdrawnAt?.toISOString() ?? null,
      withdrawnBy: post.withdrawnBy,
      isOwn: post.personId === context.actor.personId,
    })),
    people: await peopleBeside(context, row.agreementId),
  };
}
