import { kernelRefusal, Refusal } from '@dualtrack/platform/errors';
import { saveFile, storedFile } from '@dualtrack/platform/files';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { type Side, sideOfRole } from '../agreement.ts';
import { contract } from '../contract.ts';
import { familyFields, isFamilyField } from '../internship.ts';
import { planFlaws, type SlotInput } from '../plan-flaws.ts';
import type { SlotSide } from '../sign-slots.ts';
import { handOf } from './act.ts';
import { ownDb } from './own-db.ts';
import { recompose } from './recompose.ts';
import { writeEvent } from './section-writer.ts';
import {
  changeSlot,
  emptySlot,
  type KeptSlot,
  keepPlan,
  type LockedRow,
  lockAgreement,
  type SigningPlan,
  signingPlan,
  slotIn,
  slotValues,
} from './signing-slots.ts';
import { signingView, whyNotChange } from './signing-view.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();
type Context = OperationContext<AgreementsTables>;
type Change = { inner: Context; agreement: LockedRow; plan: SigningPlan; side: Side };

/** Works on the locked plan of an agreement in the school's home, for one side. */
export async function changePlan(
  ctx: Context,
  agreementId: string,
  work: (change: Change) => Promise<void>,
): Promise<void> {
  const side = sideOfRole(ctx.actor.role);
  if (side === null) throw new Refusal('agreement.not-your-role', 403);
  const home = await homeOf(ctx, 'agreement', agreementId);
  await ctx.inHome(home, async (inner) => {
    const agreement = await lockAgreement(inner, agreementId);
    await work({ inner, agreement, plan: await keepPlan(inner, agreement), side });
  });
  ctx.audit(agreementId);
}

/** Refuses when a signature stands, or the agreement is past signing. */
export function demandUnsigned(agreement: Pick<LockedRow, 'state'>, plan: SigningPlan): void {
  const reason = whyNotChange(agreement.state, plan);
  if (reason !== null) throw new Refusal(reason, 409);
}

/** The slot of an own or third person. @throws thing.not-found for one of the other side */
export function ownSlotIn(plan: SigningPlan, slotId: string, side: Side): KeptSlot {
  const slot = slotIn(plan, slotId);
  if (slot.side !== side && slot.side !== 'third') throw new Refusal('agreement.not-your-role', 403);
  return slot;
}

/** Field names that are free: the side's or role's word, numbered from the second on. */
function freeField(taken: Set<string>, slot: SlotInput): string {
  const isFirst = slot.role === 'signer' || slot.role === 'delegate';
  const word = isFirst && slot.side !== 'third' ? slot.side : `${slot.role}-${slot.side}`;
  let name: string = word;
  for (let i = 2; taken.has(name); i += 1) name = `${word}-${i}`;
  taken.add(name);
  return name;
}

async function writeSlots(
  { inner, agreement, plan, side }: Change,
  wanted: readonly SlotInput[],
): Promise<void> {
  const isKept = (slot: { side: SlotSide; field?: string }) =>
    (slot.side !== side && slot.side !== 'third') || isFamilyField(slot.field ?? '');
  const taken = new Set(plan.slots.filter(isKept).map((slot) => slot.field));
  await ownDb(inner)
    .deleteFrom('signatureSlot')
    .where('agreementId', '=', agreement.id)
    .where('side', 'in', [side, 'third'])
    .where('field', 'not in', [...familyFields])
    .execute();
  for (const slot of wanted) {
    const before = plan.slots.find((one) => one.id === slot.id && !isKept(one));
    const isSame = before !== undefined && before.name === slot.name;
    const { id: _, ...given } = slot;
    await ownDb(inner)
      .insertInto('signatureSlot')
      .values(
        slotValues({
          ...emptySlot(agreement, slot.side),
          ...given,
          ...(before === undefined ? {} : { id: before.id }),
          field: freeField(taken, slot),
          // Another person's handwriting or mandate never carries over.
          ...(isSame
            ? {
                handwriting: before.handwriting,
                mandateFileId: before.mandateFileId,
                openedAt: before.openedAt,
              }
            : {}),
        }),
      )
      .execute();
  }
}

async function writeFrame(
  { inner, agreement, plan }: Pick<Change, 'inner' | 'agreement' | 'plan'>,
  frame: { dueOn: string | null; remindEveryDays?: number },
): Promise<void> {
  const { enterpriseId, id: agreementId } = agreement;
  const values = { dueOn: frame.dueOn, remindEveryDays: frame.remindEveryDays ?? plan.remindEveryDays };
  const seal = { sealFingerprint: plan.sealFingerprint, sealLevel: plan.sealLevel };
  await ownDb(inner)
    .insertInto('signingPlan')
    .values({ tenantId: inner.tenant, enterpriseId, agreementId, ...values, ...seal })
    .onConflict((conflict) => conflict.columns(['tenantId', 'agreementId']).doUpdateSet(values))
    .execute();
}

export const getSigning = operation(contract.signing.get, (ctx, input) =>
  signingView(ctx, input.agreementId),
);

export const setSigningPlan = operation(contract.signing.setPlan, async (ctx, input) => {
  await changePlan(ctx, input.agreementId, async (change) => {
    const { inner, agreement, plan, side } = change;
    demandUnsigned(agreement, plan);
    const others = plan.slots.filter((slot) => slot.side !== side && slot.side !== 'third');
    const flaws = planFlaws(input.slots, others, side, inner.today);
    if (input.dueOn !== null && input.dueOn < inner.today)
      flaws.push({ pointer: '/dueOn', code: 'signing.due-past' });
    if (flaws.length > 0)
      throw kernelRefusal(
        'input.invalid',
        {},
        flaws.map((flaw) => ({ ...flaw, params: {} })),
      );
    await writeSlots(change, input.slots);
    await writeFrame(change, input);
    await writeEvent(inner, agreement, 'plan-changed', handOf(ctx), { people: input.slots.length });
    await recompose(inner, agreement, handOf(ctx));
  });
  return signingView(ctx, input.agreementId);
});

export const setSigningDue = operation(contract.signing.setDue, async (ctx, input) => {
  await changePlan(ctx, input.agreementId, async ({ inner, agreement, plan }) => {
    if (!['negotiating', 'confirmed', 'signing'].includes(agreement.state))
      throw new Refusal('agreement.not-in-state', 409);
    if (input.dueOn !== null && input.dueOn < inner.today)
      throw kernelRefusal('input.invalid', {}, [{ pointer: '/dueOn', code: 'signing.due-past', params: {} }]);
    await writeFrame({ inner, agreement, plan }, input);
    for (const slot of plan.slots) await changeSlot(inner, slot.id, { expiryToldAt: null });
    await writeEvent(inner, agreement, 'plan-changed', handOf(ctx), { dueOn: input.dueOn });
  });
  return signingView(ctx, input.agreementId);
});

export const putMandate = operation(contract.signing.putMandate, async (ctx, input) => {
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  await changePlan(ctx, input.agreementId, async ({ inner, agreement, plan, side }) => {
    const slot = ownSlotIn(plan, input.slotId, side);
    if (slot.state !== 'waiting' || slot.mandate === null) throw new Refusal('signing.slot-settled', 409);
    const { name, type: mediaType } = input.file;
    const { enterpriseId } = agreement;
    const file = await saveFile(inner, { name, mediaType, bytes, enterpriseId });
    await changeSlot(inner, slot.id, { mandateFileId: file.id, mandateRevokedAt: null });
    await writeEvent(inner, agreement, 'mandate-attached', handOf(ctx), { digest: file.sha256 });
  });
  return signingView(ctx, input.agreementId);
});

export const getMandate = operation(contract.signing.mandate, async (ctx, input) => {
  const home = await homeOf(ctx, 'agreement', input.agreementId);
  return ctx.inHome(home, async (inner) => {
    const agreement = await lockAgreement(inner, input.agreementId);
    const { mandateFileId } = slotIn(await signingPlan(inner, agreement), input.slotId);
    if (mandateFileId === null) throw ctx.refuse('agreement.no-document');
    return storedFile(inner, mandateFileId);
  });
});

export const revokeMandate = operation(contract.signing.revokeMandate, async (ctx, input) => {
  await changePlan(ctx, input.agreementId, async ({ inner, agreement, plan, side }) => {
    const slot = ownSlotIn(plan, input.slotId, side);
    if (slot.state !== 'waiting' || slot.mandate === null) throw new Refusal('signing.slot-settled', 409);
    await changeSlot(inner, slot.id, { mandateRevokedAt: inner.now });
    await writeEvent(inner, agreement, 'mandate-revoked', handOf(ctx), { name: slot.name });
  });
  return signingView(ctx, input.agreementId);
});
