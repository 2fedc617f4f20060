import type { AccountsTables } from '@dualtrack/accounts/server';
import { organisationNames } from '@dualtrack/organisations/server';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';

/** Names of the two sides as every view of this room carries them. */
export type PartyNames = { school: string; schoolEn: string; enterprise: string; enterpriseEn: string };

/** Gives a function that names the sides of a bilateral row; one look-up for all rows. */
export async function partyNames<Tables>(
  context: TransactionContext<Tables>,
  rows: readonly { tenantId: string; enterpriseId: string }[],
): Promise<(home: string, enterpriseId: string) => PartyNames> {
  const ids = [...new Set(rows.flatMap((row) => [row.tenantId, row.enterpriseId]))];
  const names = await organisationNames(context, ids);
  return (home, enterpriseId) => ({
    school: names.get(home)?.name ?? '',
    schoolEn: names.get(home)?.nameEn ?? '',
    enterprise: names.get(enterpriseId)?.name ?? '',
    enterpriseEn: names.get(enterpriseId)?.nameEn ?? '',
  });
}

/** Whether one of these organisations is an invented example; what goes out to the public is marked then. */
export async function isAnyIllustrative<Tables>(
  context: TransactionContext<Tables>,
  ids: readonly string[],
): Promise<boolean> {
  // The public directory of organisations is open to every room.
  const db = context.db as unknown as Kysely<Pick<AccountsTables, 'organisation'>>;
  const row = await db
    .selectFrom('organisation')
    .select('tenantId')
    .where('tenantId', 'in', [...ids])
    .where('isIllustrative', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}
