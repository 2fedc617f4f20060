import { configFrom } from '@dualtrack/platform/config';
import pg from 'pg';
import { startServer } from '../start-server.ts';

/** What the parent is told: where the server listens, and how many statements it has sent since it was asked to count. */
export type MortalMessage = { address: string } | { statements: number };
/** What the parent says: count from now on, die at statement `dieAt` (never when null); or tell the count. */
export type MortalOrder = { dieAt: number | null } | 'count';

// The server of the tests that kill it: the real one, on a database of the test, in a process that dies by SIGKILL
// a moment after it has sent a chosen statement, so that the database may or may not have got it.
let statements = 0;
let dieAt: number | null = null;
const send = pg.Client.prototype.query;
Object.defineProperty(pg.Client.prototype, 'query', {
  value: function countedQuery(this: pg.Client, ...statement: unknown[]) {
    statements += 1;
    if (statements === dieAt) setImmediate(() => process.kill(process.pid, 'SIGKILL'));
    return Reflect.apply(send, this, statement);
  },
});

process.on('message', (order: MortalOrder) => {
  if (order === 'count') {
    process.send?.({ statements } satisfies MortalMessage);
    return;
  }
  statements = 0;
  dieAt = order.dieAt;
});
// A parent that is gone needs no server.
process.on('disconnect', () => process.exit());

const server = await startServer(configFrom(process.env, { port: 0 }), { onEvent: () => undefined });
process.send?.({ address: server.address } satisfies MortalMessage);
