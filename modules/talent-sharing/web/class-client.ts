import { contract } from '@dualtrack/order-classes/contract';
import { createClient } from '@dualtrack/ui';

/** The classes of both sides, for which sessions are booked. */
export const classApi = createClient(contract);
