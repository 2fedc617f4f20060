import { grantPartnership } from '@dualtrack/platform/access';
import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { AccountsTables } from './tables.ts';

const operation = operationsOn<AccountsTables>();

export const listPartnerships = operation(contract.partnerships.list, async ({ db, tenant }) => {
  const partners = await db
    .selectFrom('partnership as p')
    .innerJoin('organisation as o', 'o.tenantId', 'p.partnerId')
    .select([
      'o.tenantId as id',
      'o.name',
      'o.nameEn',
      'o.kind',
      'o.isIllustrative as illustrative',
      'p.validFrom',
      'p.validTo',
    ])
    .orderBy('o.name')
    .execute();
  const offers = await db
    .selectFrom('partnershipOffer')
    .select(['id', 'fromName as from', 'fromNameEn as fromEn', 'createdAt'])
    .where('tenantId', '=', tenant)
    .where('state', '=', 'open')
    .orderBy('createdAt', 'desc')
    .execute();
  return {
    partners,
    offers: offers.map((offer) => ({ ...offer, createdAt: offer.createdAt.toISOString() })),
  };
});

/** Puts an offer into the other organisation's home; nothing of either side becomes visible yet. */
export const offerPartnership = operation(contract.partnerships.offer, async (ctx, input) => {
  const names = await ctx.db
    .selectFrom('organisation')
    .select(['tenantId', 'kind', 'name', 'nameEn'])
    .where('tenantId', 'in', [ctx.tenant, input.organisationId])
    .execute();
  const own = names.find((one) => one.tenantId === ctx.tenant);
  const other = names.find((one) => one.tenantId === input.organisationId);
  if (own === undefined || other === undefined) throw notFound('organisation');
  const kinds = new Set([own.kind, other.kind]);
  if (!kinds.has('school') || !kinds.has('enterprise')) throw ctx.refuse('partnership.same-side');
  const known = await ctx.db
    .selectFrom('partnership')
    .select('partnerId')
    .where('partnerId', '=', other.tenantId)
    .executeTakeFirst();
  if (known !== undefined) throw ctx.refuse('partnership.exists');
  const waiting = await ctx.db
    .selectFrom('partnershipOffer')
    .select('id')
    .where('fromId', '=', other.tenantId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (waiting !== undefined) throw ctx.refuse('partnership.waits-here');
  await ctx.within({ tenant: other.tenantId, enterprise: null }, async ({ db }) => {
    await db
      .insertInto('partnershipOffer')
      .values({
        tenantId: other.tenantId,
        id: newId(),
        fromId: own.tenantId,
        fromName: own.name,
        fromNameEn: own.nameEn,
        state: 'open',
        createdAt: ctx.now,
        decidedAt: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
  ctx.audit(other.tenantId);
  return { ok: true as const };
});

export const decidePartnership = operation(contract.partnerships.decide, async (ctx, input) => {
  const offer = await ctx.db
    .updateTable('partnershipOffer')
    .set({ state: input.accept ? 'accepted' : 'declined', decidedAt: ctx.now })
    .where('id', '=', input.offerId)
    .where('state', '=', 'open')
    .returning('fromId')
    .executeTakeFirst();
  if (offer === undefined) {
    const known = await ctx.db
      .selectFrom('partnershipOffer')
      .select('id')
      .where('id', '=', input.offerId)
      .executeTakeFirst();
    throw known === undefined ? notFound('partnership-offer') : ctx.refuse('partnership.decided');
  }
  if (input.accept) {
    const isSchool = ctx.actor.kind === 'school';
    await grantPartnership(ctx.transaction, {
      school: isSchool ? ctx.tenant : offer.fromId,
      enterprise: isSchool ? offer.fromId : ctx.tenant,
      validFrom: ctx.today,
    });
    // Both may have offered at the same moment; what one accepted does not wait at the other any more.
    await ctx.within({ tenant: offer.fromId, enterprise: null }, async ({ db }) => {
      await db
        .updateTable('partnershipOffer')
        .set({ state: 'accepted', decidedAt: ctx.now })
        .where('fromId', '=', ctx.tenant)
        .where('state', '=', 'open')
        .execute();
    });
    await ctx.emit('partnership.begun', { partnerId: offer.fromId });
  }
  ctx.audit(input.offerId, { accepted: input.accept });
  return { ok: true as const };
});
