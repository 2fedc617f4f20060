import { notFound } from '@dualtrack/platform/errors';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './own-db.ts';

/** The home of a class that the caller may see. @throws thing.not-found for every other, known elsewhere or not */
export async function homeOfClass<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
): Promise<string> {
  const row = await ownDb(context)
    .selectFrom('complianceClass')
    .select('tenantId')
    .where('classId', '=', classId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('compliance-class');
  return row.tenantId;
}
