import { createClient } from '@dualtrack/ui';
import { contract, type Notice } from '../contract.ts';

/** The API of this module. */
export const api = createClient(contract);

/** How many things of these kinds the person was told of and has not put away. */
export async function unseenNotices(abouts: readonly Notice['about'][]): Promise<number> {
  const found = await Promise.all(abouts.map((about) => api.notices.mine({ about })));
  return found.reduce((sum, one) => sum + one.total, 0);
}
