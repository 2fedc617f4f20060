import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './plan-facts.ts';

/**
 * The plan that was published since this change of an earlier one was begun; null while the earlier one still stands.
 * Publishing the change would undo what the other one changed.
 */
export async function overtakenBy<Tables>(
  context: TransactionContext<Tables>,
  plan: { classId: string; basedOn: string | null; publishedAt: Date | null },
): Promise<string | null> {
  if (plan.basedOn === null || plan.publishedAt !== null) return null;
  const published = await ownDb(context)
    .selectFrom('rotationPlan')
    .select('id')
    .where('classId', '=', plan.classId)
    .where('state', '=', 'published')
    .executeTakeFirst();
  return published === undefined || published.id === plan.basedOn ? null : published.id;
}
