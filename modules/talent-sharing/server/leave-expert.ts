import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { earlier } from '../days.ts';
import { isLead } from '../side.ts';
import { ownExpertIds, sideOf } from './asking.ts';
import { hangingOn, hasBegun } from './departure.ts';
import { publishListing } from './listing.ts';
import { expertView } from './read-experts.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();

/**
 * Somebody leaves. Sessions to come are named first; called off together with the departure when that is said, so that no
 * booking stands without its person. Stays that have not begun are declined, others end today and can still be handed in
 * and assessed; open offers are withdrawn. Attested hours stay.
 */
export const leaveExpert = operation(contract.experts.leave, async (ctx, input) => {
  const { expertId, cancelSessions } = input;
  const row = await ctx.db
    .selectFrom('expert')
    .select(['id', 'leftOn'])
    .where('id', '=', expertId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) {
    await expertView(ctx, expertId);
    throw ctx.refuse('expert.not-yours');
  }
  if (!isLead(ctx.actor.role) && !(await ownExpertIds(ctx)).includes(expertId)) {
    throw ctx.refuse('expert.not-yours');
  }
  if (row.leftOn !== null) throw ctx.refuse('expert.left');
  const { sessions, stays, offers } = await hangingOn(ctx, expertId);
  if (sessions.length > 0 && !cancelSessions) {
    throw ctx.refuse('expert.has-sessions', { count: sessions.length });
  }
  for (const { id, tenantId, enterpriseId } of sessions) {
    await ctx.inHome(tenantId, async (inner) => {
      await inner.db
        .updateTable('talentSession')
        .set({
          ...{ state: 'cancelled', cancelledBy: ctx.actor.name, cancelledSide: sideOf(ctx) },
          ...{ cancelReason: 'expert-left', changedAt: ctx.now },
        })
        .where('id', '=', id)
        .where('state', 'in', ['asked', 'planned'])
        .execute();
      await inner.emit('talent.released', { sessionId: id, enterpriseId });
      await inner.emit('talent.settled', { sessionId: id, enterpriseId, but: ctx.actor.personId });
    });
  }
  for (const stay of stays) {
    const isBegun = hasBegun(stay, ctx.today);
    const left = isBegun ? { toOn: earlier(stay.toOn, ctx.today) } : { state: 'declined' as const };
    await ctx.inHome(stay.tenantId, ({ db }) =>
      db
        .updateTable('talentStay')
        .set({ ...left, changedAt: ctx.now })
        .where('id', '=', stay.id)
        .where('state', '=', stay.state)
        .execute(),
    );
  }
  for (const { id, tenantId } of offers) {
    await ctx.inHome(tenantId, ({ db }) =>
      db
        .updateTable('talentNeed')
        .set({ state: 'withdrawn', changedAt: ctx.now })
        .where('id', '=', id)
        .execute(),
    );
  }
  await ctx.db
    .updateTable('expert')
    .set({ leftOn: ctx.today, listedSince: null, changedAt: ctx.now })
    .where('id', '=', expertId)
    .execute();
  await publishListing(ctx, sideOf(ctx), expertId);
  ctx.audit(expertId, { cancelled: sessions.length });
  return { ok: true as const };
});
