import { notFound } from '@dualtrack/platform/errors';
import type { OperationContext, TransactionContext } from '@dualtrack/platform/operation';
import { type Side, sideOfRole } from '../agreement.ts';
import type { SigningSlot, SigningView } from '../contract/signing.ts';
import { dueSlots, slotsOfPerson, whyNotSlot } from '../sign-slots.ts';
import { wrongCodesAllowed } from './link-code.ts';
import { ownDb } from './own-db.ts';
import { type KeptSlot, type SigningPlan, signingPlan } from './signing-slots.ts';
import type { AgreementsTables } from './tables.ts';

type Link = NonNullable<SigningSlot['link']>;

async function linksOf<Tables>(context: TransactionContext<Tables>, plan: SigningPlan) {
  const rows = await ownDb(context)
    .selectFrom('signingLink')
    .select(['slotId', 'sentAt', 'expiresAt', 'wrongCodes', 'usedAt'])
    .where(
      'slotId',
      'in',
      plan.slots.map((slot) => slot.id),
    )
    .execute();
  return new Map(
    rows.map((row): [string, Link] => [
      row.slotId,
      {
        sentAt: row.sentAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        isLocked: row.wrongCodes >= wrongCodesAllowed,
        isUsed: row.usedAt !== null,
      },
    ]),
  );
}

function slotOf(slot: KeptSlot, plan: SigningPlan, own: Side | null, name: string, today: string) {
  const { id, field, side, role, step, post, organisation, channel, mandate, state, keyKind } = slot;
  const isVisible = side === 'third' || side === own;
  const { mail, secondMail, phone } = slot;
  return {
    ...{ id, field, side, role, step, name: slot.name, post, organisation, channel, mandate, state, keyKind },
    reach: isVisible ? { mail, secondMail, phone } : null,
    hasMandateFile: slot.hasMandateFile,
    mandateRevokedAt: slot.mandateRevokedAt?.toISOString() ?? null,
    hasHandwriting: slot.handwriting !== null,
    isTurn: dueSlots(plan.slots).some((due) => due.id === id),
    isOwn: slotsOfPerson([slot], { side: own, name }).length > 0,
    signedAt: slot.signedAt?.toISOString() ?? null,
    openedAt: slot.openedAt?.toISOString() ?? null,
    remindedAt: slot.remindedAt?.toISOString() ?? null,
    declineReason: slot.declineReason,
    whyNot: whyNotSlot(plan.slots, slot, plan, today),
  };
}

/** Why plan, seals and handwriting of an agreement can no longer be changed; null while they can. */
export function whyNotChange(state: string, plan: SigningPlan): string | null {
  if (plan.slots.some((slot) => slot.state === 'signed')) return 'signing.begun';
  return ['negotiating', 'confirmed', 'signing'].includes(state) ? null : 'agreement.not-in-state';
}

/** The signing of one agreement as its two sides see it. @throws thing.not-found */
export async function signingView(
  context: OperationContext<AgreementsTables>,
  agreementId: string,
): Promise<SigningView> {
  const row = await context.db
    .selectFrom('agreement')
    .selectAll()
    .where('id', '=', agreementId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('agreement');
  const plan = await signingPlan(context, row);
  const links = await linksOf(context, plan);
  const seals = await ownDb(context)
    .selectFrom('signingSeal')
    .select(['side', 'acrossPages', 'putBy', 'putAt'])
    .where('agreementId', '=', agreementId)
    .orderBy('side')
    .execute();
  const own = sideOfRole(context.actor.role);
  const { dueOn, remindEveryDays, sealFingerprint: fingerprint, sealLevel: level } = plan;
  return {
    ...{ agreementId, dueOn, remindEveryDays, documentDigest: row.documentDigest },
    slots: plan.slots.map((slot) => ({
      ...slotOf(slot, plan, own, context.actor.name, context.today),
      link: links.get(slot.id) ?? null,
    })),
    seals: seals.map((seal) => ({ ...seal, putAt: seal.putAt.toISOString() })),
    whyNotChange: whyNotChange(row.state, plan),
    platformSeal: fingerprint === null || level === null ? null : { fingerprint, level },
  };
}
