import type { OrganisationKind } from '@dualtrack/platform/contract';
import { asSystem, type Kernel } from '@dualtrack/platform/operation';
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

/** Registers an organisation in its own home, or brings its public facts up to date. */
export async function registerOrganisation(kernel: Kernel, given: NewOrganisation): Promise<void> {
  const { id, ...facts } = given;
  await asSystem<AccountsTables, void>(kernel, id, async ({ db, now }) => {
    await db
      .insertInto('organisation')
      .values({ tenantId: id, ...facts, createdAt: now })
      .onConflict((conflict) => conflict.column('tenantId').doUpdateSet(facts))
      .execute();
  });
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
