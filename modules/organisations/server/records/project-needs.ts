import type { TransactionContext } from '@dualtrack/platform/operation';
import type { ProjectNeed } from '../../contract/records.ts';
import { ownDb } from '../own-db.ts';

/** The people that a project needs, in a fixed order, so that the same needs are the same version. */
export function projectNeeds<Tables>(context: TransactionContext<Tables>, projectId: string) {
  return ownDb(context)
    .selectFrom('projectHeadcount')
    .select(['occupation', 'quarter', 'headcount'])
    .where('projectId', '=', projectId)
    .orderBy('occupation')
    .orderBy('quarter')
    .execute();
}

/** Puts the needs of a project in the place of those it had; the project's own row is locked by the caller. */
export async function writeProjectNeeds<Tables>(
  context: TransactionContext<Tables>,
  projectId: string,
  needs: readonly ProjectNeed[],
): Promise<void> {
  const db = ownDb(context);
  await db.deleteFrom('projectHeadcount').where('projectId', '=', projectId).execute();
  if (needs.length === 0) return;
  await db
    .insertInto('projectHeadcount')
    .values(needs.map((need) => ({ tenantId: context.tenant, projectId, ...need })))
    .execute();
}
