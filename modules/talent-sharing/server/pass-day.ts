import type { AccountsTables } from '@dualtrack/accounts/server';
import { noId } from '@dualtrack/platform/ids';
import { asSystem, type Kernel } from '@dualtrack/platform/operation';
import type { Side } from '../side.ts';
import { publishListing } from './listing.ts';
import type { TalentTables } from './tables.ts';

/**
 * What a new day brings: whoever became a partner sees the listed experts, and calendars that partners see begin a day
 * later. Done again on the same day it changes nothing.
 */
export async function passDay(kernel: Kernel): Promise<{ published: number }> {
  const homes = await asSystem<AccountsTables, { tenantId: string; kind: string }[]>(kernel, noId, ({ db }) =>
    db
      .selectFrom('organisation')
      .select(['tenantId', 'kind'])
      .where('kind', 'in', ['school', 'enterprise'])
      .execute(),
  );
  let published = 0;
  for (const { tenantId, kind } of homes) {
    const side: Side = kind === 'school' ? 'school' : 'enterprise';
    published += await asSystem<TalentTables, number>(kernel, tenantId, async (context) => {
      const rows = await context.db
        .selectFrom('expert')
        .select('id')
        .where('listedSince', 'is not', null)
        .execute();
      for (const { id } of rows) await publishListing(context, side, id);
      return rows.length;
    });
  }
  return { published };
}
