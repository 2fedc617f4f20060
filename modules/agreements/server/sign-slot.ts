import { Refusal } from '@dualtrack/platform/errors';
import { readFileBytes, saveFile } from '@dualtrack/platform/files';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type Signer, SigningError, signPdf } from '@dualtrack/signing';
import { isComplete, type SignRole, whyNotSlot } from '../sign-slots.ts';
import { changeAgreement } from './act.ts';
import { type Closed, closeDocument } from './close-document.ts';
import { ownDb } from './own-db.ts';
import { type Hand, writeEvent } from './section-writer.ts';
import type { KeptSlot, LockedRow, SigningPlan } from './signing-slots.ts';
import { timestampRefusal, timestampSource } from './timestamp-source.ts';

/** A signature about to be made in one slot of a locked agreement. */
export type SlotSignature = {
  agreement: LockedRow;
  plan: SigningPlan;
  slot: KeptSlot;
  signer: Signer;
  fingerprint: string;
  /** How the key is held: the account's own, a certificate file, or made for one signature by link. */
  keyKind: 'account' | 'file' | 'link';
  /** SHA-256 of the document as it was shown to the signer. */
  digest: string;
  hand: Hand;
};

const roleWords: Record<SignRole, string> = {
  signer: '签署 signed',
  approver: '审批 approved',
  witness: '见证 witnessed',
  delegate: '受托签署 signed by mandate',
};

/** Refuses with why a slot of an agreement cannot be signed now. */
export function demandSlot(
  context: Pick<TransactionContext<never>, 'today'>,
  agreement: Pick<LockedRow, 'state'>,
  plan: SigningPlan,
  slot: KeptSlot,
): void {
  if (agreement.state !== 'signing') throw new Refusal('agreement.not-in-state', 409, { action: 'sign' });
  const reason = whyNotSlot(plan.slots, slot, plan, context.today);
  if (reason !== null) throw new Refusal(reason, 409);
}

async function signedBytes(
  context: TransactionContext<never>,
  { agreement, slot, signer }: SlotSignature,
  pdf: Uint8Array,
): Promise<Uint8Array> {
  const authority = await timestampSource(context.kernel);
  const mandate = slot.role === 'delegate' && slot.mandate !== null ? ` · ${slot.mandate.for}` : '';
  try {
    return await signPdf({
      ...{ pdf, signer, at: context.now, fieldName: slot.field },
      reason: `${agreement.number} · ${roleWords[slot.role]}${mandate}`,
      ...(authority === undefined ? {} : { level: 'B-T', timestampAuthority: authority }),
    });
  } catch (error) {
    if (error instanceof SigningError && error.code === 'identity.out-of-validity')
      throw new Refusal('signing.certificate-expired', 409);
    throw timestampRefusal(error);
  }
}

async function demandOrder(context: TransactionContext<never>, agreementId: string): Promise<void> {
  const last = await ownDb(context)
    .selectFrom('agreementSignature')
    .select('signedAt')
    .where('agreementId', '=', agreementId)
    .orderBy('signedAt', 'desc')
    .executeTakeFirst();
  // A clock that was set back would let the later signature claim the earlier time.
  if (last !== undefined && last.signedAt > context.now) throw new Refusal('signing.clock-behind', 409);
}

/**
 * Adds one signature to the kept file while the agreement is locked: a second signer waits and continues the file
 * with the first signature in it, so that neither is lost. File, signature and state are kept together or not at all.
 * The last signature closes the file with the platform's seal and brings the agreement into force.
 */
export async function signSlot<Tables>(
  anyContext: TransactionContext<Tables>,
  signature: SlotSignature,
): Promise<void> {
  const { agreement, plan, slot, hand, digest, fingerprint } = signature;
  // The same connection; this needs none of the caller's tables.
  const context = anyContext as unknown as TransactionContext<never>;
  demandSlot(context, agreement, plan, slot);
  const { documentId, enterpriseId, id } = agreement;
  if (documentId === null || agreement.documentDigest !== digest)
    throw new Refusal('signing.digest-differs', 409);
  await demandOrder(context, id);
  const { bytes: pdf, name, mediaType } = await readFileBytes(context, documentId);
  const signed = await signedBytes(context, signature, pdf);
  const after = plan.slots.map((one) => (one.id === slot.id ? { ...one, state: 'signed' as const } : one));
  const whole = isComplete(after);
  const closed: Closed | null = whole ? await closeDocument(context, agreement.number, signed) : null;
  const file = await saveFile(context, { name, mediaType, bytes: closed?.pdf ?? signed, enterpriseId });
  await keepSignature(context, signature, file.id);
  if (closed !== null) await keepSeal(context, agreement, plan, closed);
  const kept = { documentId: file.id, fileDigest: file.sha256 };
  await changeAgreement(context, agreement, { ...kept, state: whole ? 'in-force' : 'signing' });
  await writeEvent(context, agreement, 'signed', hand, { fingerprint, role: slot.role });
  if (!whole) return;
  await writeEvent(context, agreement, 'in-force', hand);
  await context.emit('agreement.in-force', { agreementId: id, orderId: agreement.orderId, enterpriseId });
}

async function keepSignature(
  context: TransactionContext<never>,
  { agreement, slot, hand, digest, fingerprint, keyKind }: SlotSignature,
  documentId: string,
): Promise<void> {
  await ownDb(context)
    .insertInto('agreementSignature')
    .values({
      ...{ tenantId: context.tenant, enterpriseId: agreement.enterpriseId, agreementId: agreement.id },
      ...{ slotId: slot.id, side: slot.side, role: slot.role, field: slot.field, keyKind },
      ...{ personId: hand.personId, signerName: slot.name, signerPost: slot.post },
      ...{ certificateFingerprint: fingerprint, digestShown: digest, documentId, signedAt: context.now },
    })
    .execute();
}

async function keepSeal(
  context: TransactionContext<never>,
  agreement: LockedRow,
  plan: SigningPlan,
  closed: Closed,
): Promise<void> {
  const { enterpriseId, id: agreementId } = agreement;
  const seal = { sealFingerprint: closed.fingerprint, sealLevel: closed.level };
  await ownDb(context)
    .insertInto('signingPlan')
    .values({
      ...{ tenantId: context.tenant, enterpriseId, agreementId, ...seal },
      ...{ dueOn: plan.dueOn, remindEveryDays: plan.remindEveryDays },
    })
    .onConflict((conflict) => conflict.columns(['tenantId', 'agreementId']).doUpdateSet(seal))
    .execute();
}
