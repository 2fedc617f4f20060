import { createClient } from '@dualtrack/ui';
import { contract } from '../contract.ts';

export const outcomes = createClient(contract);
