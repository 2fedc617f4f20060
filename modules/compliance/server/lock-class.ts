import { notFound } from '@dualtrack/platform/errors';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './own-db.ts';

/** Later changes and checks of the class wait until this one is done. Returns its enterprise. @throws thing.not-found */
export async function lockClass<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
): Promise<string> {
  const row = await ownDb(context)
    .selectFrom('complianceClass')
    .select('enterpriseId')
    .where('classId', '=', classId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('compliance-class');
  return row.enterpriseId;
}
