import { accounts } from '@dualtrack/accounts/server';
import type { ServerModule } from '@dualtrack/platform/operation';

/** Every module of the product in use order; a later one may call an earlier one, never back. */
export const modules: readonly ServerModule[] = [accounts];
