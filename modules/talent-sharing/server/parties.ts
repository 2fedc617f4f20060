import { organisationNames } from '@dualtrack/organisations/server';
import type { TransactionContext } from '@dualtrack/platform/operation';

/** Names of the two sides as every view of this room carries them. */
export type PartyNames = { school: string; schoolEn: string; enterprise: string; enterpriseEn: string };

/** Gives a function that names the sides of a bilateral row; one look-up for all rows. */
export async function partyNames<Tables>(
  context: TransactionContext<Tables>,
  rows: readonly { tenantId: string; enterpriseId: string }[],
): Promise<(row: { tenantId: string; enterpriseId: string }) => PartyNames> {
  const ids = [...new Set(rows.flatMap((row) => [row.tenantId, row.enterpriseId]))];
  const names = await organisationNames(context, ids);
  return ({ tenantId, enterpriseId }) => ({
    school: names.get(tenantId)?.name ?? '',
    schoolEn: names.get(tenantId)?.nameEn ?? '',
    enterprise: names.get(enterpriseId)?.name ?? '',
    enterpriseEn: names.get(enterpriseId)?.nameEn ?? '',
  });
}
