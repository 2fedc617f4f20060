import { contract as orderClassesContract } from '@dualtrack/order-classes/contract';
import { contract as runsContract } from '@dualtrack/platform/runs/contract';
import { contract as basesContract } from '@dualtrack/training-bases/contract';
import { createClient } from '@dualtrack/ui';
import { contract } from '../contract.ts';

/** The API of this module. */
export const rotations = createClient(contract);

/** Progress of searches; the platform's own operations for every long run. */
export const runs = createClient(runsContract);

/** Classes and bases that a plan is made from. */
export const orderClasses = createClient(orderClassesContract);
export const bases = createClient(basesContract);
