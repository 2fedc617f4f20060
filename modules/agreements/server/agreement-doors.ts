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
    .where('kind', '!=', 'amendment')
    .orderBy('createdAt', 'desc')
    .execute();
}

/** A signature as rooms beside this one see it; `role` is signer unless the plan of signing said otherwise. */
export type SignatureFacts = { side: string; name: string; post: string; role: string; signedAt: Date };

/** Door: the signatures that an agreement carries, in the order in which they were made. */
export async function signaturesOf<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
): Promise<SignatureFacts[]> {
  const rows = await ownDb(context)
    .selectFrom('agreementSignature')
    .selectAll()
    .where('agreementId', '=', agreementId)
    .orderBy('signedAt')
    .execute();
  return rows.map((row) => ({
    side: row.side,
    name: row.signerName,
    post: row.signerPost,
    role: 'role' in row && typeof row.role === 'string' ? row.role : 'signer',
    signedAt: row.signedAt,
  }));
}
