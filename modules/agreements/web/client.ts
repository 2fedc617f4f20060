import { contract as runsContract } from '@dualtrack/platform/runs/contract';
import { createClient } from '@dualtrack/ui';
import { contract } from '../contract.ts';

export const agreements = createClient(contract);
export const runs = createClient(runsContract);

/** How many agreements wait for the own side. */
export async function waitingAgreements(): Promise<number> {
  return (await agreements.list({ scope: 'waiting', page: 1, size: 1 })).total;
}

/** Where the browser gets a file of an agreement. */
export const fileAddress = (agreementId: string, file: 'document' | 'preview') =>
  `/api/agreements/${agreementId}/${file}`;
