import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './own-db.ts';

const columns = [
  'id',
  'tenantId as home',
  'enterpriseId',
  'number',
  'title',
  'titleEn',
  'state',
  'orderId',
  'validFrom',
  'validTo',
  'variables',
] as const;

/** Door: one agreement that the context sees; undefined when there is none. */
export async function agreementOf<Tables>(context: TransactionContext<Tables>, agreementId: string) {
  return ownDb(context)
    .selectFrom('agreement')
    .select(columns)
    .where('id', '=', agreementId)
    .executeTakeFirst();
}

/** Door: agreements that carry an order, newest first. */
export async function agreementsOfOrder<Tables>(context: TransactionContext<Tables>, orderId: string) {
  return ownDb(context)
    .selectFrom('agreement')
    .select(columns)
    .where('orderId', '=', orderId)
    .orderBy('createdAt', 'desc')
    .execute();
}

/** Door: agreements in force or registered, on which classes and bases stand. */
export async function standingAgreements<Tables>(context: TransactionContext<Tables>) {
  return ownDb(context)
    .selectFrom('agreement')
    .select(columns)
    .where('state', 'in', ['in-force', 'registered'])
    .orderBy('createdAt', 'desc')
    .execute();
}
