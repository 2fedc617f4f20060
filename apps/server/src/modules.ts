import { accounts } from '@dualtrack/accounts/server';
import type { ServerModule } from '@dualtrack/platform/operation';
import { runs } from '@dualtrack/platform/runs/module';

import { searchOver } from './search.ts';

/** The rooms of the product in use order; a later one may call an earlier one, never back. */
const rooms: readonly ServerModule[] = [accounts];

/** Everything that the server serves. */
export const modules: readonly ServerModule[] = [runs, ...rooms, searchOver(rooms)];
