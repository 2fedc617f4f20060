import { kernelMigrations } from '../db/index.ts';
import type { ServerModule } from '../operation/index.ts';
import { contract } from './contract.ts';
import { runOperations } from './operations.ts';

/** Long runs as a module of their own: the platform's only operations. */
export const runs: ServerModule = {
  name: 'runs',
  contract,
  operations: runOperations,
  migrations: kernelMigrations,
};
