import { Refusal } from '@dualtrack/platform/errors';
import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { slotsOfPerson } from '../sign-slots.ts';
import { changeAgreement, handOf } from './act.ts';
import { type Hand, writeEvent } from './section-writer.ts';
import { changePlan } from './signing-plan.ts';
import { changeSlot, type KeptSlot, type LockedRow, slotIn } from './signing-slots.ts';
import { signingView } from './signing-view.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();

/**
 * Somebody declines to sign. A party's signer, approver or delegate thereby ends the agreement; a witness only says
 * that they will not witness it. @throws agreement.not-in-state, signing.slot-settled
 */
export async function declineSlot<Tables>(
  context: TransactionContext<Tables>,
  agreement: LockedRow,
  slot: KeptSlot,
  hand: Hand,
  reason: string,
): Promise<void> {
  if (agreement.state !== 'signing') throw new Refusal('agreement.not-in-state', 409);
  if (slot.state !== 'waiting') throw new Refusal('signing.slot-settled', 409);
  await changeSlot(context, slot.id, { declinedAt: context.now, declineReason: reason });
  await writeEvent(context, agreement, 'signing-declined', hand, {
    role: slot.role,
    name: slot.name,
    reason,
  });
  if (slot.role === 'witness') return;
  await changeAgreement(context, agreement, { state: 'declined', declineReason: reason });
  await writeEvent(context, agreement, 'declined', hand, { reason });
}

export const declineOwnSlot = operation(contract.signing.decline, async (ctx, input) => {
  await changePlan(ctx, input.agreementId, async ({ inner, agreement, plan, side }) => {
    const slot = slotIn(plan, input.slotId);
    if (slotsOfPerson([slot], { side, name: ctx.actor.name }).length === 0)
      throw ctx.refuse('agreement.not-the-signer');
    await declineSlot(inner, agreement, slot, handOf(ctx), input.reason);
  });
  return signingView(ctx, input.agreementId);
});
