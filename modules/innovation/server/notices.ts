import { notFound } from '@dualtrack/platform/errors';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();
const shown = 6;

/** What the caller was told of in all homes they see, and has not put away; the newest first. */
export const myNotices = operation(contract.notices.mine, async (ctx, { about }) => {
  let query = ctx.db
    .selectFrom('innovationNotice')
    .select(['id', 'kind', 'about', 'aboutId', 'title', 'titleEn', 'onDay', 'createdAt'])
    .where('personId', '=', ctx.actor.personId)
    .where('seenAt', 'is', null);
  if (about !== undefined) query = query.where('about', '=', about);
  const rows = await query.orderBy('createdAt', 'desc').orderBy('id').limit(200).execute();
  return {
    total: rows.length,
    items: rows.slice(0, shown).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
  };
});

export const noticeSeen = operation(contract.notices.seen, async (ctx, { noticeId }) => {
  const home = await homeOf(ctx, 'innovation_notice', noticeId);
  await ctx.inHome(home, async ({ db }) => {
    const put = await db
      .updateTable('innovationNotice')
      .set((eb) => ({ seenAt: eb.fn.coalesce('seenAt', eb.val(ctx.now)) }))
      .where('id', '=', noticeId)
      .where('personId', '=', ctx.actor.personId)
      .executeTakeFirst();
    if (put.numUpdatedRows !== 1n) throw notFound('innovation_notice');
  });
  ctx.audit(noticeId);
  return { ok: true as const };
});
