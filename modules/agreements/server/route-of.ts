import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Route } from '../proposal.ts';
import { ownDb } from './own-db.ts';

/** The route of an agreement; negotiated unless it was begun on the standard one. */
export async function routeOf<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
): Promise<Route> {
  const row = await ownDb(context)
    .selectFrom('agreementRoute')
    .select('route')
    .where('agreementId', '=', agreementId)
    .executeTakeFirst();
  return row?.route ?? 'negotiated';
}
