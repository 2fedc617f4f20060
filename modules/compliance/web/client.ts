import { createClient } from '@dualtrack/ui';
import { contract } from '../contract.ts';

export const compliance = createClient(contract);

/** How many verdicts are breached in the caller's classes. */
export async function breachedCount(): Promise<number> {
  return (await compliance.overview(undefined)).tally.breached;
}
