import type { TransactionContext } from '@dualtrack/platform/operation';
import { type AgreementFacts, type Side, sideOfRole, type WhyNotCode, whyNot } from '../agreement.ts';
import { finishedSides, type SlotState, type SlotWhyNot, slotsOfPerson, whyNotSlot } from '../sign-slots.ts';
import { ownDb } from './own-db.ts';
import type { SigningPlan } from './signing-slots.ts';

type Actor = Parameters<typeof whyNot>[1];

/** Why somebody cannot sign now: role and state by the state table, then name, turn and mandate by the plan. */
export function whyNotSign(
  plan: SigningPlan,
  facts: AgreementFacts,
  actor: Actor,
): WhyNotCode | SlotWhyNot | null {
  const { name } = actor;
  const asNamed = { ...facts, signedSides: [], signers: { school: name, enterprise: name } };
  const reason = whyNot(asNamed, actor, 'sign');
  if (reason !== null) return reason;
  const own = slotsOfPerson(plan.slots, { side: sideOfRole(actor.role), name });
  if (own.length === 0) return 'agreement.not-the-signer';
  const reasons = own.map((slot) => whyNotSlot(plan.slots, slot, plan, facts.today));
  return reasons.includes(null) ? null : (reasons[0] ?? null);
}

/** Which sides of which agreements have done every signature that is expected of them. */
export async function doneSides<Tables>(
  context: TransactionContext<Tables>,
  ids: readonly string[],
): Promise<(agreementId: string, side: Side) => boolean> {
  const rows = await ownDb(context)
    .selectFrom('signatureSlot as s')
    .leftJoin('agreementSignature as g', (join) =>
      join.onRef('g.tenantId', '=', 's.tenantId').onRef('g.slotId', '=', 's.id'),
    )
    .select(['s.agreementId', 's.side', 's.role', 's.declinedAt', 'g.slotId'])
    .where('s.agreementId', 'in', [...ids])
    .execute();
  const slots = rows.map((row) => {
    const settled: SlotState = row.declinedAt === null ? 'waiting' : 'declined';
    return { ...row, state: row.slotId === null ? settled : ('signed' as const) };
  });
  return (agreementId, side) =>
    finishedSides(slots.filter((slot) => slot.agreementId === agreementId)).includes(side);
}
