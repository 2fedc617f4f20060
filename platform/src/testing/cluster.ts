import { startTemporary } from '../db/embedded/index.ts';

/** Addresses of a running test server, with `__database__` where the database's name goes. */
export type TestCluster = { admin: string; owner: string; app: string };

const variable = 'DUALTRACK_TEST_CLUSTER';
const placeholder = '__database__';

/** Starts one throw-away PostgreSQL and tells child processes about it. Returns how to end it. */
export async function startTestCluster(): Promise<() => Promise<void>> {
  const server = await startTemporary({
    log: () => undefined,
    // A test database is thrown away: nothing has to survive a power cut.
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'],
  });
  const cluster: TestCluster = {
    admin: server.url(placeholder, 'admin'),
    owner: server.url(placeholder, 'owner'),
    app: server.url(placeholder, 'app'),
  };
  process.env[variable] = JSON.stringify(cluster);
  return async () => {
    delete process.env[variable];
    await server.stop();
  };
}

/** The running test server, if a parent process started one. */
export function knownCluster(): TestCluster | undefined {
  const text = process.env[variable];
  // Written by `startTestCluster` above.
  return text === undefined ? undefined : (JSON.parse(text) as TestCluster);
}

/** The address of one database on the test server. */
export function addressOf(cluster: TestCluster, role: keyof TestCluster, database: string): string {
  return cluster[role].replace(placeholder, database);
}
