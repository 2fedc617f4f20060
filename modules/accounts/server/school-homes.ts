import { noId } from '@dualtrack/platform/ids';
import { asSystem, type Kernel } from '@dualtrack/platform/operation';
import type { AccountsTables } from './tables.ts';

/** Door: homes of all schools of this installation, in which what is shared with enterprises lives. */
export async function schoolHomes(kernel: Kernel): Promise<string[]> {
  return asSystem<AccountsTables, string[]>(kernel, noId, async ({ db }) => {
    const rows = await db
      .selectFrom('organisation')
      .select('tenantId')
      .where('kind', '=', 'school')
      .execute();
    return rows.map((row) => row.tenantId);
  });
}
