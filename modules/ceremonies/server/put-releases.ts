import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Side } from '../side.ts';
import { ownDb } from './own-db.ts';

/** Notes one side's yes to showing these things. Saying it twice changes nothing. */
export async function putReleases<Tables>(
  inner: TransactionContext<Tables>,
  ceremony: { id: string; enterpriseId: string },
  yes: { side: Side; keys: readonly string[]; by: string },
): Promise<void> {
  if (yes.keys.length === 0) return;
  await ownDb(inner)
    .insertInto('ceremonyRelease')
    .values(
      [...new Set(yes.keys)].map((item) => ({
        ...{ tenantId: inner.tenant, enterpriseId: ceremony.enterpriseId, ceremonyId: ceremony.id },
        ...{ side: yes.side, item, releasedBy: yes.by, releasedAt: inner.now },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
