import { homeOf, type OperationContext, type TransactionContext } from '@dualtrack/platform/operation';
import {
  type AgreementAction,
  type AgreementFacts,
  type Side,
  sideOfRole,
  sides,
  signersOf,
  type WhyNotCode,
  whyNot,
} from '../agreement.ts';
import type { AgreementDetail } from '../contract.ts';
import { agreementView } from './agreement-view.ts';
import { ownDb } from './own-db.ts';
import type { Hand } from './section-writer.ts';
import { type LockedRow, lockAgreement } from './signing-slots.ts';
import type { AgreementsTables } from './tables.ts';

export type ActContext<Codes extends string = never> = OperationContext<AgreementsTables, WhyNotCode | Codes>;

/** The acting person as the agreement's history names them. */
export function handOf(context: Pick<ActContext, 'actor'>): Hand {
  const { personId, name, role } = context.actor;
  return { personId, name, side: sideOfRole(role) };
}

/** Sides whose signature is kept. */
async function signedSidesOf<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
): Promise<Side[]> {
  const rows = await ownDb(context)
    .selectFrom('agreementSignature')
    .select('side')
    .where('agreementId', '=', agreementId)
    .execute();
  return sides.filter((side) => rows.some((row) => row.side === side));
}

/** Whether anybody has signed, also a third witness. */
async function hasSignature<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
): Promise<boolean> {
  const row = await ownDb(context)
    .selectFrom('agreementSignature')
    .select('slotId')
    .where('agreementId', '=', agreementId)
    .executeTakeFirst();
  return row !== undefined;
}

export type LockedAgreement = LockedRow & { signedSides: Side[] };

/**
 * Does one action of the state table in the school's home, with the agreement's row locked: of two people who act at
 * once the second sees what the first did. Refuses with the table's own reason; answers with the
 * agreement as it stands then.
 */
export async function act(
  ctx: ActContext,
  agreementId: string,
  action: AgreementAction,
  work: (inner: ActContext, agreement: LockedAgreement) => Promise<void>,
): Promise<AgreementDetail> {
  const home = await homeOf(ctx, 'agreement', agreementId);
  await ctx.inHome(home, async (inner) => {
    const row = await lockAgreement(inner, agreementId);
    const signedSides = await signedSidesOf(inner, agreementId);
    const { state, validTo, parties } = row;
    const facts: AgreementFacts = {
      ...{ state, validTo, signedSides },
      hasSignature: await hasSignature(inner, agreementId),
      signers: signersOf(parties),
      today: inner.today,
    };
    const reason = whyNot(facts, ctx.actor, action);
    if (reason !== null) throw ctx.refuse(reason, { action });
    ctx.audit(agreementId, { action });
    await work(inner, { ...row, signedSides });
  });
  // Read from the caller's own place, where their own signing identity is seen too.
  return agreementView(ctx, agreementId);
}

type Changes = Partial<
  Pick<
    LockedAgreement,
    | 'state'
    | 'title'
    | 'titleEn'
    | 'validFrom'
    | 'validTo'
    | 'documentId'
    | 'fileDigest'
    | 'documentDigest'
    | 'documentSize'
    | 'declineReason'
  > & { parties: string; variables: string }
>;

/** Changes the locked agreement, if it still is where it was. */
export async function changeAgreement<Tables>(
  inner: TransactionContext<Tables>,
  agreement: Pick<LockedAgreement, 'id' | 'state'>,
  changes: Changes,
): Promise<void> {
  const changed = await ownDb(inner)
    .updateTable('agreement')
    .set({ ...changes, changedAt: inner.now })
    .where('id', '=', agreement.id)
    .where('state', '=', agreement.state)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new Error('the locked agreement is gone');
}
