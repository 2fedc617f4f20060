import { startTestCluster } from './cluster.ts';

let end: (() => Promise<void>) | undefined;

/** One PostgreSQL for a whole test run; every test file takes its own database from it. */
export async function globalSetup(): Promise<void> {
  end = await startTestCluster();
}

export async function globalTeardown(): Promise<void> {
  await end?.();
}
