import { createHash } from 'node:crypto';
import { kernelRefusal } from '../errors.ts';
import type { TransactionContext } from './context.ts';

/**
 * Claims an idempotency key within the operation's transaction. Of several identical requests at once, one acts;
 * the others wait for its commit (the unique key makes them) and get its answer.
 * @returns the stored answer when the key has been used by the same request before.
 * @throws idempotency.key-reused when the key belongs to a different request.
 */
export async function claimKey(
  context: TransactionContext<unknown>,
  key: string,
  operation: string,
  input: unknown,
): Promise<{ response: unknown } | undefined> {
  const requestDigest = createHash('sha256')
    .update(JSON.stringify(input) ?? '')
    .digest('hex');
  const claimed = await context.db
    .insertInto('idempotencyKey')
    .values({ tenantId: context.tenant, key, operation, requestDigest, response: null, at: context.now })
    .onConflict((conflict) => conflict.columns(['tenantId', 'key']).doNothing())
    .executeTakeFirst();
  if ((claimed.numInsertedOrUpdatedRows ?? 0n) > 0n) return undefined;
  const known = await context.db
    .selectFrom('idempotencyKey')
    .select(['operation', 'requestDigest', 'response'])
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (known.operation !== operation || known.requestDigest !== requestDigest) {
    throw kernelRefusal('idempotency.key-reused');
  }
  return { response: known.response };
}

/** Stores the answer beside the key, in the same transaction as the effects. */
export async function storeAnswer(
  context: TransactionContext<unknown>,
  key: string,
  response: unknown,
): Promise<void> {
  await context.db
    .updateTable('idempotencyKey')
    .set({ response: JSON.stringify(response ?? null) })
    .where('key', '=', key)
    .execute();
}

/** Gives a claimed key back: the request was refused, and may be sent again when what stood in its way is gone. */
export async function releaseKey(context: TransactionContext<unknown>, key: string): Promise<void> {
  await context.db.deleteFrom('idempotencyKey').where('key', '=', key).execute();
}
