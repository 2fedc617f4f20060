import { contract as accountsContract } from '@dualtrack/accounts/contract';
import { contract as runsContract } from '@dualtrack/platform/runs/contract';
import { createClient } from '@dualtrack/ui';
import { contract } from '../contract.ts';

export const organisations = createClient(contract);

/** Progress of imports; the platform's own operations for every long run. */
export const runs = createClient(runsContract);

/** The public directory of organisations, which the operator's list shows. */
export const accounts = createClient(accountsContract);
