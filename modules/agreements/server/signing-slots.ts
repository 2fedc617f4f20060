import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import { type Side, sides } from '../agreement.ts';
import type { FamilyField } from '../internship.ts';
import type { Slot, SlotSide, SlotState } from '../sign-slots.ts';
import { ownDb } from './own-db.ts';
import type { AgreementsTables, Party } from './tables.ts';

type Row = Selectable<AgreementsTables['signatureSlot']>;

/** A slot of the plan with what is kept of it. */
export type KeptSlot = Slot & Omit<Row, keyof Slot> & { signedAt: Date | null; keyKind: string | null };

/** The plan of an agreement; slots in the order of their steps. */
export type SigningPlan = {
  dueOn: string | null;
  remindEveryDays: number;
  sealFingerprint: string | null;
  sealLevel: string | null;
  slots: KeptSlot[];
  /** False while nobody has set a plan: then both named signatories sign, at once. */
  isKept: boolean;
};

type PlanOwner = { id: string; tenantId: string; enterpriseId: string; parties: readonly Party[] };

/** The row of a slot that nobody has changed. */
export function emptySlot(owner: Pick<PlanOwner, 'id' | 'tenantId' | 'enterpriseId'>, side: SlotSide): Row {
  return {
    ...{ tenantId: owner.tenantId, enterpriseId: owner.enterpriseId, agreementId: owner.id, id: newId() },
    ...{ field: side, side, role: 'signer', step: 1, name: '', post: '', organisation: '' },
    ...{ channel: 'account', mail: null, secondMail: null, phone: null },
    ...{ mandate: null, mandateFileId: null, mandateRevokedAt: null, handwriting: null },
    ...{ openedAt: null, remindedAt: null, expiryToldAt: null, declinedAt: null, declineReason: '' },
  };
}

/** While nobody has set a plan, each side's named signatory signs; such a slot has its organisation's id. */
function usualSlots(owner: PlanOwner): Row[] {
  const ids: Record<Side, string> = { school: owner.tenantId, enterprise: owner.enterpriseId };
  return sides.map((side) => {
    const party = owner.parties.find((one) => one.side === side);
    const named = { name: party?.signer ?? '', post: party?.signerPost ?? '' };
    return { ...emptySlot(owner, side), id: ids[side], ...named };
  });
}

/** In a tripartite agreement the student signs too, and the guardian of a minor. */
async function familySlots<Tables>(context: TransactionContext<Tables>, owner: PlanOwner): Promise<Row[]> {
  const student = await ownDb(context)
    .selectFrom('agreementStudent')
    .select(['studentId', 'studentName', 'guardianName'])
    .where('agreementId', '=', owner.id)
    .executeTakeFirst();
  if (student === undefined) return [];
  const of = (field: FamilyField, name: string, organisation: string): Row => ({
    ...emptySlot(owner, 'third'),
    ...{ field, name, organisation },
  });
  const { studentName, guardianName } = student;
  return [
    of('student', studentName, '丙方（学生） Party C, student'),
    ...(guardianName === null ? [] : [of('guardian', guardianName, '丙方监护人 Guardian of Party C')]),
  ];
}

/** Reads the plan of an agreement. A plan that nobody has set follows the parties as they stand in it. */
export async function signingPlan<Tables>(
  context: TransactionContext<Tables>,
  owner: PlanOwner,
): Promise<SigningPlan> {
  const db = ownDb(context);
  const of = owner.id;
  const kept = await db
    .selectFrom('signatureSlot')
    .selectAll()
    .where('agreementId', '=', of)
    .orderBy('step')
    .orderBy('id')
    .execute();
  const plan = await db
    .selectFrom('signingPlan')
    .selectAll()
    .where('agreementId', '=', of)
    .executeTakeFirst();
  const signatures = await db
    .selectFrom('agreementSignature')
    .select(['slotId', 'signedAt', 'keyKind'])
    .where('agreementId', '=', of)
    .execute();
  const rows = kept.length === 0 ? [...usualSlots(owner), ...(await familySlots(context, owner))] : kept;
  const slots = rows.map((row): KeptSlot => {
    const signature = signatures.find((one) => one.slotId === row.id);
    const settled: SlotState = row.declinedAt === null ? 'waiting' : 'declined';
    return {
      ...row,
      state: signature === undefined ? settled : 'signed',
      hasMandateFile: row.mandateFileId !== null,
      isMandateRevoked: row.mandateRevokedAt !== null,
      signedAt: signature?.signedAt ?? null,
      keyKind: signature?.keyKind ?? null,
    };
  });
  const usual = { dueOn: null, remindEveryDays: 3, sealFingerprint: null, sealLevel: null };
  return { ...(plan ?? usual), slots, isKept: kept.length > 0 };
}

/** Columns of a slot's row as they are inserted. */
export function slotValues(row: Row) {
  return {
    ...row,
    mandate: row.mandate === null ? null : JSON.stringify(row.mandate),
    handwriting: row.handwriting === null ? null : JSON.stringify(row.handwriting),
  };
}

/** Keeps the usual plan once something is to hang on its slots: from now on they have ids of their own. */
export async function keepPlan<Tables>(
  context: TransactionContext<Tables>,
  owner: PlanOwner,
): Promise<SigningPlan> {
  const plan = await signingPlan(context, owner);
  if (plan.isKept) return plan;
  for (const row of [...usualSlots(owner), ...(await familySlots(context, owner))]) {
    await ownDb(context)
      .insertInto('signatureSlot')
      .values(slotValues({ ...row, id: newId() }))
      .execute();
  }
  return signingPlan(context, owner);
}

/** Changes one slot of the home. */
export async function changeSlot<Tables>(
  context: TransactionContext<Tables>,
  slotId: string,
  changes: Partial<
    Pick<
      Row,
      | 'mandateFileId'
      | 'mandateRevokedAt'
      | 'openedAt'
      | 'remindedAt'
      | 'expiryToldAt'
      | 'declinedAt'
      | 'declineReason'
    >
  > & { handwriting?: string | null },
): Promise<void> {
  await ownDb(context).updateTable('signatureSlot').set(changes).where('id', '=', slotId).execute();
}

/** The agreement's row, locked until the transaction ends. @throws thing.not-found */
export async function lockAgreement<Tables>(context: TransactionContext<Tables>, agreementId: string) {
  const row = await ownDb(context)
    .selectFrom('agreement')
    .selectAll()
    .where('id', '=', agreementId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('agreement');
  return row;
}
export type LockedRow = Awaited<ReturnType<typeof lockAgreement>>;

/** The slot of an id in a plan. @throws thing.not-found */
export function slotIn(plan: SigningPlan, slotId: string): KeptSlot {
  const slot = plan.slots.find((one) => one.id === slotId);
  if (slot === undefined) throw notFound('slot');
  return slot;
}

/** Before the wording is opened again: a plan that nobody has set is not kept, so that it follows the parties anew. */
export async function forgetUsualPlan<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
): Promise<void> {
  const db = ownDb(context);
  const set = await db
    .selectFrom('signingPlan')
    .select('agreementId')
    .where('agreementId', '=', agreementId)
    .executeTakeFirst();
  if (set === undefined)
    await db.deleteFrom('signatureSlot').where('agreementId', '=', agreementId).execute();
}
