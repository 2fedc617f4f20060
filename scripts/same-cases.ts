import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before each test file: properties meet the same cases in every run, so that a change is judged by what it
 * changed. `DUALTRACK_TEST_SEED` chooses others: a number, or `random` for new ones in each run (a failure names its own).
 */
const chosen = process.env['DUALTRACK_TEST_SEED'] ?? '20211231';
const file = process.argv[1];
// Loaded only where it is used: most files have no properties, and threads of a test inherit this.
if (isMainThread && chosen !== 'random' && file !== undefined && usesProperties(file)) {
  const seed = Number(chosen);
  if (!Number.isInteger(seed))
    throw new Error(`DUALTRACK_TEST_SEED is ${chosen}: give a whole number or random`);
  const { configureGlobal } = await import('fast-check');
  configureGlobal({ seed });
}

function usesProperties(path: string): boolean {
  return path.endsWith('.test.ts') && readFileSync(path, 'utf8').includes("from 'fast-check'");
}
