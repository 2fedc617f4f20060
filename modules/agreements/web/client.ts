import { createClient } from '@dualtrack/ui';
import { contract } from '../contract.ts';

export const agreements = createClient(contract);

/** How many agreements are on the way. */
export async function openAgreements(): Promise<number> {
  return (await agreements.list({ scope: 'open', page: 1, size: 1 })).total;
}

/** Where the browser gets a file of an agreement. */
export const fileAddress = (agreementId: string, file: 'document' | 'preview') =>
  `/api/agreements/${agreementId}/${file}`;
