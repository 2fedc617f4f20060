import type { Kysely } from 'kysely';
import { type KernelTables, ownScope, type Pool, type ScopedTransaction, transact } from '../db/index.ts';

/** A school and an enterprise that work together from a day on. */
export type Partnership = { school: string; enterprise: string; validFrom: string; validTo?: string | null };

/**
 * Writes the grant into both homes within the running transaction. From then on the enterprise reads and works on
 * the school's bilateral rows that carry its id.
 */
export async function grantPartnership(transaction: ScopedTransaction, given: Partnership): Promise<void> {
  const both = [
    { tenantId: given.school, partnerId: given.enterprise },
    { tenantId: given.enterprise, partnerId: given.school },
  ];
  for (const side of both) {
    await transaction.within(ownScope(side.tenantId), async ({ db }) => {
      await kernelDb(db)
        .insertInto('partnership')
        .values({
          ...side,
          homeId: given.school,
          enterpriseId: given.enterprise,
          validFrom: given.validFrom,
          validTo: given.validTo ?? null,
        })
        .onConflict((conflict) =>
          conflict.columns(['tenantId', 'partnerId']).doUpdateSet((eb) => ({
            validTo: eb.ref('excluded.validTo'),
          })),
        )
        .execute();
    });
  }
}

/** Homes whose bilateral rows an enterprise may read on a day. */
export async function homesOf(pool: Pool, enterprise: string, day: string): Promise<string[]> {
  return transact(pool, ownScope(enterprise), async ({ db }) => {
    const rows = await kernelDb(db)
      .selectFrom('partnership')
      .select('homeId')
      .where('enterpriseId', '=', enterprise)
      .where('validFrom', '<=', day)
      .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', day)]))
      .execute();
    return rows.map((row) => row.homeId);
  });
}

/** The partners of the organisation in whose scope the transaction runs. */
export async function partnersOf(transaction: ScopedTransaction, day: string): Promise<string[]> {
  const rows = await kernelDb(transaction.db)
    .selectFrom('partnership')
    .select('partnerId')
    .where('validFrom', '<=', day)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', day)]))
    .execute();
  return rows.map((row) => row.partnerId);
}

function kernelDb(db: ScopedTransaction['db']): Kysely<KernelTables> {
  // The same connection, typed with the kernel's own tables.
  return db as unknown as Kysely<KernelTables>;
}
