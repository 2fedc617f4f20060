import { organisationNames } from '@dualtrack/organisations/server';
import type { Actor } from '@dualtrack/platform/access';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type Side, sideOfRole } from '../side.ts';

/** Gives a function that names both organisations of a bilateral row; one look-up for all rows. */
export async function namesOfRows<Tables>(
  context: TransactionContext<Tables>,
  rows: readonly { tenantId: string; enterpriseId: string }[],
) {
  const ids = [...new Set(rows.flatMap((row) => [row.tenantId, row.enterpriseId]))];
  const names = await organisationNames(context, ids);
  return (row: { tenantId: string; enterpriseId: string }) => ({
    home: row.tenantId,
    enterpriseId: row.enterpriseId,
    school: names.get(row.tenantId)?.name ?? '',
    schoolEn: names.get(row.tenantId)?.nameEn ?? '',
    enterprise: names.get(row.enterpriseId)?.name ?? '',
    enterpriseEn: names.get(row.enterpriseId)?.nameEn ?? '',
  });
}

/** The side for which the caller works. The contracts let in nobody else. */
export function ownSide(actor: Pick<Actor, 'role' | 'kind'>): Side {
  return sideOfRole(actor.role) ?? (actor.kind === 'enterprise' ? 'enterprise' : 'school');
}
