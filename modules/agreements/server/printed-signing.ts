import { readFileBytes } from '@dualtrack/platform/files';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { AgreementPdfData } from '@dualtrack/platform/pdf';
import type { Party } from '../shapes.ts';
import { ownDb } from './own-db.ts';
import { type KeptSlot, signingPlan } from './signing-slots.ts';

type Owner = { id: string; tenantId: string; enterpriseId: string; parties: readonly Party[] };
type Printed = Pick<AgreementPdfData, 'seals' | 'others'>;

const binds = (slot: KeptSlot) => slot.role === 'signer' || slot.role === 'delegate';

function writtenBy(slot: KeptSlot) {
  if (slot.handwriting === null) return {};
  const { handwriting } = slot;
  return {
    handwriting:
      handwriting.kind === 'typed' ? { typed: handwriting.text } : { strokes: handwriting.strokes },
  };
}

const mandateOf = ({ mandate }: KeptSlot) =>
  mandate === null
    ? {}
    : { mandate: { for: { zh: mandate.for }, scope: { zh: mandate.scope }, until: mandate.until } };

/** What the plan of signing adds to the printed paper: seal images, handwriting, and everybody beyond the signatories. */
export async function printedSigning<Tables>(
  context: TransactionContext<Tables>,
  owner: Owner,
): Promise<Printed & { signatoryOf(side: Party['side']): Partial<AgreementPdfData['parties'][number]> }> {
  const { slots } = await signingPlan(context, owner);
  const seals = await ownDb(context)
    .selectFrom('signingSeal')
    .select(['side', 'fileId', 'acrossPages'])
    .where('agreementId', '=', owner.id)
    .orderBy('side')
    .execute();
  const pictures: NonNullable<Printed['seals']> = [];
  for (const { side, fileId, acrossPages } of seals) {
    const { bytes } = await readFileBytes(context, fileId);
    pictures.push({ side, acrossPages, png: [...bytes] });
  }
  const first = (side: Party['side']) => slots.find((slot) => slot.side === side && binds(slot));
  const firsts = [first('school'), first('enterprise')];
  const others = slots
    .filter((slot) => !firsts.includes(slot))
    .map((slot) => ({
      ...{ side: slot.side, role: slot.role },
      person: { name: { zh: slot.name }, ...(slot.post ? { post: { zh: slot.post } } : {}) },
      ...(slot.organisation ? { organisation: { zh: slot.organisation } } : {}),
      ...writtenBy(slot),
      ...mandateOf(slot),
    }));
  return {
    ...(pictures.length > 0 ? { seals: pictures } : {}),
    ...(others.length > 0 ? { others } : {}),
    signatoryOf(side) {
      const slot = first(side);
      if (slot === undefined || slot.name === '') return {};
      return {
        signatory: { name: { zh: slot.name }, ...(slot.post ? { post: { zh: slot.post } } : {}) },
        ...writtenBy(slot),
        ...mandateOf(slot),
      };
    },
  };
}
