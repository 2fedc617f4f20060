import { notFound } from '@dualtrack/platform/errors';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();
const shown = 5;
const dayMilliseconds = 86_400_000;
/** Older ones are left out: the class's own page says how it stands. */
const lookBackDays = 30;

/** What the caller was told and has not marked as read, the newest first. */
export const myNotices = operation(contract.notices.mine, async (ctx) => {
  const rows = await ctx.db
    .selectFrom('classNotice as n')
    .innerJoin('orderClass as c', (join) =>
      join.onRef('c.tenantId', '=', 'n.tenantId').onRef('c.id', '=', 'n.classId'),
    )
    .select(['n.id', 'n.classId', 'c.name as className', 'n.kind', 'n.onDay', 'n.at', 'n.createdAt'])
    .where('n.personId', '=', ctx.actor.personId)
    .where('n.audience', '=', ctx.actor.role)
    .where('n.seenAt', 'is', null)
    .where('n.createdAt', '>', new Date(ctx.now.getTime() - lookBackDays * dayMilliseconds))
    .orderBy('n.createdAt', 'desc')
    .orderBy('n.id', 'desc')
    .limit(shown)
    .execute();
  return {
    items: rows.map(({ onDay, at, createdAt, ...row }) => ({
      ...row,
      on: onDay,
      at: at?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
    })),
  };
});

export const markNoticeSeen = operation(contract.notices.seen, async (ctx, input) => {
  const home = await homeOf(ctx, 'class_notice', input.noticeId);
  return ctx.inHome(home, async (inner) => {
    const changed = await inner.db
      .updateTable('classNotice')
      .set((eb) => ({ seenAt: eb.fn.coalesce('seenAt', eb.val(inner.now)) }))
      .where('id', '=', input.noticeId)
      .where('personId', '=', ctx.actor.personId)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw notFound('class-notice');
    ctx.audit(input.noticeId);
    return { ok: true as const };
  });
});
