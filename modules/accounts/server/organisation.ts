import type { OrganisationKind } from '@dualtrack/platform/contract';
import { asSystem, type Kernel, type TransactionContext } from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';
import type { AccountsTables } from './tables.ts';

/** An organisation to register as a tenant. */
export type NewOrganisation = {
  id: string;
  kind: OrganisationKind;
  code: string;
  name: string;
  nameEn: string;
  regionCode: string | null;
  isIllustrative: boolean;
};

/** Registers an organisation, or brings its public facts up to date, in its own home where the context runs. */
export async function putOrganisation<Tables>(
  context: TransactionContext<Tables>,
  given: NewOrganisation,
): Promise<void> {
  const { id, ...facts } = given;
  // The same connection, typed with this room's tables: doors are called with contexts of other rooms.
  const db = context.db as unknown as Kysely<AccountsTables>;
  await db
    .insertInto('organisation')
    .values({ tenantId: id, ...facts, createdAt: context.now })
    .onConflict((conflict) => conflict.column('tenantId').doUpdateSet(facts))
    .execute();
}

/** Registers an organisation in a transaction of its own. */
export async function registerOrganisation(kernel: Kernel, given: NewOrganisation): Promise<void> {
  await asSystem<AccountsTables, void>(kernel, given.id, (context) => putOrganisation(context, given));
}

/** The organisation with a credit code, if it is registered. */
export async function organisationByCode(
  kernel: Kernel,
  code: string,
): Promise<{ id: string; kind: OrganisationKind } | undefined> {
  const { rows } = await kernel.pool.raw.query<{ id: string; kind: OrganisationKind }>(
    'select tenant_id as id, kind from organisation where code = $1',
    [code],
  );
  return rows[0];
}
