import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { AgreementEventKind, Side } from '../agreement.ts';
import type { RenderedSection } from '../render-template.ts';
import { ownDb } from './own-db.ts';

/** Whose hand changes an agreement. */
export type Hand = { personId: string | null; name: string; side: Side | null };
type Key = { id: string; enterpriseId: string };

/** Appends to the history that both sides read. */
export async function writeEvent<Tables>(
  context: TransactionContext<Tables>,
  agreement: Key,
  kind: AgreementEventKind,
  hand: Hand,
  details: Record<string, unknown> = {},
): Promise<void> {
  await ownDb(context)
    .insertInto('agreementEvent')
    .values({
      tenantId: context.tenant,
      enterpriseId: agreement.enterpriseId,
      agreementId: agreement.id,
      id: newId(),
      kind,
      side: hand.side,
      personId: hand.personId,
      personName: hand.name,
      details: JSON.stringify(details),
      at: context.now,
    })
    .execute();
}

type Wording = { clause: string; revision: number; body: string; bodyEn: string };

async function keepRevision<Tables>(
  context: TransactionContext<Tables>,
  agreement: Key,
  hand: Hand,
  wording: Wording,
): Promise<void> {
  await ownDb(context)
    .insertInto('agreementSectionRevision')
    .values({
      tenantId: context.tenant,
      enterpriseId: agreement.enterpriseId,
      agreementId: agreement.id,
      ...wording,
      changedBy: hand.personId,
      changedName: hand.name,
      changedSide: hand.side,
      changedAt: context.now,
    })
    .execute();
}

/** Writes the first wording of every section. */
export async function insertSections<Tables>(
  context: TransactionContext<Tables>,
  agreement: Key,
  hand: Hand,
  sections: readonly RenderedSection[],
): Promise<void> {
  for (const section of sections) {
    await ownDb(context)
      .insertInto('agreementSection')
      .values({
        tenantId: context.tenant,
        enterpriseId: agreement.enterpriseId,
        agreementId: agreement.id,
        ...section,
        owner: section.owner ?? null,
        revision: 1,
        changedBy: hand.personId,
        changedSide: null,
        changedAt: context.now,
      })
      .execute();
    const { clause, body, bodyEn } = section;
    await keepRevision(context, agreement, hand, { clause, revision: 1, body, bodyEn });
  }
}

/**
 * Gives a section a new wording as its next revision, which nobody has confirmed. `isByHand` says that people wrote
 * it, so that the template leaves it alone from then on.
 */
export async function reviseSection<Tables>(
  context: TransactionContext<Tables>,
  agreement: Key,
  hand: Hand,
  wording: Wording,
  isByHand: boolean,
): Promise<void> {
  const next = { ...wording, revision: wording.revision + 1 };
  const { body, bodyEn, revision } = next;
  await ownDb(context)
    .updateTable('agreementSection')
    .set({
      ...{ body, bodyEn, revision },
      changedBy: hand.personId,
      changedAt: context.now,
      ...(isByHand ? { changedSide: hand.side } : {}),
    })
    .where('agreementId', '=', agreement.id)
    .where('clause', '=', wording.clause)
    .where('revision', '=', wording.revision)
    .execute();
  await keepRevision(context, agreement, hand, next);
}
