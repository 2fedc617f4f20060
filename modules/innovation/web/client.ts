import { createClient } from '@dualtrack/ui';
import { contract } from '../contract.ts';

/** The API of this module. */
export const api = createClient(contract);
