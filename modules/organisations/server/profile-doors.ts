import type { AccountsTables } from '@dualtrack/accounts/server';
import type { OrganisationKind } from '@dualtrack/platform/contract';
import { noId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';
import { ownDb } from './own-db.ts';

// The public directory of organisations is open to every room.
function directoryOf<Tables>(context: TransactionContext<Tables>) {
  // The same connection; only the view of its tables differs.
  return context.db as unknown as Kysely<Pick<AccountsTables, 'organisation'>>;
}

/** Public names of organisations, by id. */
export async function organisationNames<Tables>(
  context: TransactionContext<Tables>,
  ids: readonly string[],
): Promise<Map<string, { name: string; nameEn: string; kind: OrganisationKind; code: string }>> {
  const rows = await directoryOf(context)
    .selectFrom('organisation')
    .select(['tenantId', 'name', 'nameEn', 'kind', 'code'])
    .where('tenantId', 'in', [...ids, noId])
    .execute();
  return new Map(rows.map(({ tenantId, ...names }) => [tenantId, names]));
}

/** Division code of the region in which an organisation is, such as `650500`; empty where nobody said. */
export async function regionOf<Tables>(context: TransactionContext<Tables>, id: string): Promise<string> {
  const row = await directoryOf(context)
    .selectFrom('organisation')
    .select('regionCode')
    .where('tenantId', '=', id)
    .executeTakeFirst();
  return row?.regionCode ?? '';
}

/** Whether one of these organisations is an invented example, so that what is shown of them is marked. */
export async function isAnyIllustrative<Tables>(
  context: TransactionContext<Tables>,
  ids: readonly string[],
): Promise<boolean> {
  const row = await directoryOf(context)
    .selectFrom('organisation')
    .select('tenantId')
    .where('tenantId', 'in', [...ids])
    .where('isIllustrative', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

/** Profile of the organisation in whose home the context runs; empty fields while nobody has filled it. */
export async function organisationProfile<Tables>(context: TransactionContext<Tables>) {
  const names = (await organisationNames(context, [context.tenant])).get(context.tenant);
  const row = await ownDb(context).selectFrom('organisationProfile').selectAll().executeTakeFirst();
  return {
    id: context.tenant,
    name: names?.name ?? '',
    nameEn: names?.nameEn ?? '',
    kind: names?.kind ?? 'school',
    code: names?.code ?? '',
    legalRepresentative: row?.legalRepresentative ?? '',
    address: row?.address ?? '',
    industrySection: row?.industrySection ?? null,
    schoolLevel: row?.schoolLevel ?? null,
    profile: row?.profile ?? '',
  };
}
