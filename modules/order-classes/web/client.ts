import { contract as runsContract } from '@dualtrack/platform/runs/contract';
import { createClient } from '@dualtrack/ui';
import { contract } from '../contract.ts';

/** The API of this module. */
export const orderClasses = createClient(contract);

/** Progress of searches; the platform's own operations for every long run. */
export const runs = createClient(runsContract);
