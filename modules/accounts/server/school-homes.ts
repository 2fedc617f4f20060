import { asSystem, type Kernel } from '@dualtrack/platform/operation';
import type { AccountsTables } from './tables.ts';

/** The directory of organisations is read from any scope; this one has no rows of its own. */
const nowhere = '00000000-0000-4000-8000-000000000000';

/** Door: homes of all schools of this installation, in which what is shared with enterprises lives. */
export async function schoolHomes(kernel: Kernel): Promise<string[]> {
  return asSystem<AccountsTables, string[]>(kernel, nowhere, async ({ db }) => {
    const rows = await db
      .selectFrom('organisation')
      .select('tenantId')
      .where('kind', '=', 'school')
      .execute();
    return rows.map((row) => row.tenantId);
  });
}
