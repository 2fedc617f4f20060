import { classOf } from '@dualtrack/order-classes/server';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { baseOf, basesOfAgreement } from '@dualtrack/training-bases/server';

/** Names of the training units of the bases that belong to a class's agreement, in the order in which they are taken. */
export async function unitsOf<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
): Promise<string[]> {
  const head = await classOf(context, classId);
  if (head === undefined) return [];
  const names: string[] = [];
  for (const { id } of await basesOfAgreement(context, head.agreementId)) {
    const base = await baseOf(context, id);
    names.push(...(base?.units ?? []).map((unit) => unit.name));
  }
  return names;
}
