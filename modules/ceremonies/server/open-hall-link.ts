import type { KernelTables } from '@dualtrack/platform/db';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';

/** The kind of the links that open the screen in the hall. */
export const hallLinkKind = 'hall-screen';

/** Who made the link that is open now; null when there is none. */
export async function openHallLink<Tables>(
  context: TransactionContext<Tables>,
  ceremonyId: string,
): Promise<{ madeBy: string; madeAt: string } | null> {
  // The same connection, typed with the kernel's own tables.
  const db = context.db as unknown as Kysely<KernelTables>;
  const row = await db
    .selectFrom('openLink')
    .select(['details', 'createdAt'])
    .where('kind', '=', hallLinkKind)
    .where('subjectId', '=', ceremonyId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { madeBy } = row.details;
  return { madeBy: typeof madeBy === 'string' ? madeBy : '', madeAt: row.createdAt.toISOString() };
}
