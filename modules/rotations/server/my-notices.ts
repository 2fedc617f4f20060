import { classesOf } from '@dualtrack/order-classes/server';
import { notFound } from '@dualtrack/platform/errors';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();
const shown = 5;

/** What the caller was told of published plans and has not marked as read, the newest first. */
export const myNotices = operation(contract.notices.mine, async (ctx) => {
  const classes = new Map((await classesOf(ctx)).map((one) => [one.id, one.name]));
  const rows = await ctx.db
    .selectFrom('rotationNotice as n')
    .innerJoin('rotationPlan as p', (join) =>
      join.onRef('p.tenantId', '=', 'n.tenantId').onRef('p.id', '=', 'n.planId'),
    )
    .select(['n.id', 'n.planId', 'p.name as planName', 'p.classId', 'n.isFirst', 'n.changes', 'n.createdAt'])
    .where('n.personId', '=', ctx.actor.personId)
    .where('n.audience', '=', audienceOf(ctx.actor.role))
    .where('n.seenAt', 'is', null)
    .where('p.state', '=', 'published')
    .orderBy('n.createdAt', 'desc')
    .limit(shown)
    .execute();
  return {
    items: rows.map(({ classId, createdAt, ...row }) => ({
      ...row,
      className: classes.get(classId) ?? '',
      createdAt: createdAt.toISOString(),
    })),
  };
});

export const markNoticeSeen = operation(contract.notices.seen, async (ctx, input) => {
  const home = await homeOf(ctx, 'rotation_notice', input.noticeId);
  return ctx.inHome(home, async (inner) => {
    const changed = await inner.db
      .updateTable('rotationNotice')
      .set((eb) => ({ seenAt: eb.fn.coalesce('seenAt', eb.val(inner.now)) }))
      .where('id', '=', input.noticeId)
      .where('personId', '=', ctx.actor.personId)
      .where('audience', '=', audienceOf(ctx.actor.role))
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw notFound('rotation-notice');
    ctx.audit(input.noticeId);
    return { ok: true as const };
  });
});

function audienceOf(role: string) {
  if (role === 'student' || role === 'guardian' || role === 'mentor') return role;
  return 'teacher' as const;
}
