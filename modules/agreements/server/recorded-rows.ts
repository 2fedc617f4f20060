import type { TransactionContext } from '@dualtrack/platform/operation';
import type { DutyConfirmation, TypedDuty } from '../recorded-duty.ts';
import { ownDb } from './own-db.ts';
import type { Hand } from './section-writer.ts';

/** The typed duties of an agreement with who typed and who answered them, in the order of the paper. */
export async function typedDuties<Tables>(context: TransactionContext<Tables>, agreementId: string) {
  return ownDb(context)
    .selectFrom('recordedDuty')
    .select([
      ...(['number', 'side', 'words', 'duty', 'isDropped', 'typedSide', 'typedName', 'typedAt'] as const),
      ...(['confirmation', 'answer', 'answeredSide', 'answeredName', 'answeredAt'] as const),
    ])
    .where('agreementId', '=', agreementId)
    .orderBy('number')
    .execute();
}

type Key = { id: string; enterpriseId: string };

/** Keeps duties as they were typed. */
export async function insertTyped<Tables>(
  context: TransactionContext<Tables>,
  agreement: Key,
  duties: readonly Omit<TypedDuty, 'isDropped' | 'confirmation'>[],
  hand: Hand,
  confirmation: DutyConfirmation,
): Promise<void> {
  if (duties.length === 0) return;
  await ownDb(context)
    .insertInto('recordedDuty')
    .values(
      duties.map(({ number, side, words, duty }) => ({
        ...{ tenantId: context.tenant, enterpriseId: agreement.enterpriseId, agreementId: agreement.id },
        ...{ number, side, words: JSON.stringify(words), isDropped: false },
        duty: duty === null ? null : JSON.stringify(duty),
        ...{ typedSide: hand.side, typedName: hand.name, typedAt: context.now },
        ...{ confirmation, answer: '', answeredSide: null, answeredName: '', answeredAt: null },
      })),
    )
    .execute();
}
