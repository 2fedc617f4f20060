import { createClient } from '@dualtrack/ui';
import { contract } from '../contract.ts';

export const accounts = createClient(contract);

/** How many offers of a partnership wait for an answer. */
export async function waitingOffers(): Promise<number> {
  return (await accounts.partnerships.list()).offers.length;
}
