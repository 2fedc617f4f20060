import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MortalMessage, MortalOrder } from './mortal-server.ts';

/** A server in a process of its own that can be told to die at one of its statements. */
export type Mortal = {
  /** A write as a browser sends it; rejects when the server dies before it answers. */
  write(path: string, key: string, body: unknown): Promise<{ status: number; body: string }>;
  /** Counts statements from now on, and dies with SIGKILL right after the one with this number is sent. */
  arm(dieAt: number | null): void;
  statements(): Promise<number>;
  /** Lets it end by itself. */
  end(): Promise<void>;
  /** Ends it with SIGKILL, unless it is dead already. */
  kill(): Promise<void>;
};

const program = fileURLToPath(new URL('mortal-server.ts', import.meta.url));

async function nextMessage(child: ChildProcess): Promise<MortalMessage> {
  const message = once(child, 'message');
  const end = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`the server ended with ${code ?? signal}`);
  });
  const [told] = await Promise.race([message, end]);
  return told;
}

/** Starts a server on a database and signs a person in. */
export async function startMortal(
  databaseUrl: string,
  dataDir: string,
  person: { name: string; password: string },
): Promise<Mortal> {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DUALTRACK_DATA: dataDir,
    DUALTRACK_DEMO: '0',
    DUALTRACK_LOG: 'silent',
    // Many starts of the same program: what the first one compiled serves the others.
    NODE_COMPILE_CACHE: join(dataDir, 'compiled'),
  };
  const child = fork(program, { env, execArgv: [] });
  const ended = once(child, 'exit');
  const told = await nextMessage(child);
  if (!('address' in told)) throw new Error('the server did not tell its address');
  const post = async (path: string, headers: Record<string, string>, body: unknown) =>
    fetch(`${told.address}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const session = await post('/session', {}, person);
  const cookie = session.headers.getSetCookie().map((one) => one.split(';')[0]);
  const order = (given: MortalOrder) => child.send(given);
  return {
    async write(path, key, body) {
      const answer = await post(path, { cookie: cookie.join('; '), 'idempotency-key': key }, body);
      return { status: answer.status, body: await answer.text() };
    },
    arm: (dieAt) => order({ dieAt }),
    async statements() {
      order('count');
      const message = await nextMessage(child);
      return 'statements' in message ? message.statements : 0;
    },
    async end() {
      child.disconnect();
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
