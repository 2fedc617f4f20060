import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '@dualtrack/app-server';
import { examplePassword, loadExampleOnce } from '@dualtrack/app-server/example';
import { configFrom } from '@dualtrack/platform/config';
import { ownScope, transact } from '@dualtrack/platform/db';
import { report, timed } from './measure.ts';

// All rounds together stay below what one address may ask in ten seconds. Many short rounds, turn by turn, so that
// other work on the machine meets both sides alike.
const rounds = 40;
const parallel = 8;

/** Asks an address `rounds` times, a few at once; seconds a request. */
async function ask(url: string, headers: Record<string, string>): Promise<number> {
  let left = rounds;
  const start = performance.now();
  const one = async () => {
    while (left > 0) {
      left -= 1;
      const response = await fetch(url, { headers });
      if (!response.ok) throw new Error(`${url} answered ${response.status}`);
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: parallel }, one));
  return (performance.now() - start) / 1_000 / rounds;
}

/** Start times, and a list operation beside a bare handler on the same database with the same tenancy. */
export async function benchServer(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dualtrack-bench-'));
  const config = () => configFrom({}, { dataDir, port: 0 });
  const start = () =>
    startServer(config(), {
      onEvent: () => undefined,
      prepare: async (kernel, tools) => void (await loadExampleOnce(kernel, tools)),
    });
  const begun = performance.now();
  let server = await start();
  report(
    'first start with everything installed (example loaded)',
    [(performance.now() - begun) / 1_000],
    's',
    'aim ≤ 20',
  );
  await server.stop();
  const again = await timed(3, async () => {
    server = await start();
    await (await fetch(`${server.address}/`)).arrayBuffer();
    await server.stop();
  });
  report('second start to first page', again, 's', 'aim ≤ 5');
  server = await start();
  try {
    const signIn = await fetch(`${server.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'office@yizhou.example', password: examplePassword }),
    });
    const cookie = (signIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const { membership } = await signIn.json();
    const scope = ownScope(membership.organisation.id);
    const bare = createServer((_request, response) => {
      transact(server.kernel.pool, scope, ({ db }) =>
        db.selectFrom('cohort').selectAll().where('tenantId', '=', scope.tenant).limit(50).execute(),
      ).then(
        (items) => response.end(JSON.stringify({ items })),
        () => response.writeHead(500).end(),
      );
    });
    await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
    // Listening on a port gives an address with one.
    const { port } = bare.address() as AddressInfo;
    const ratios: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const reference = await ask(`http://127.0.0.1:${port}/`, {});
      const own = await ask(`${server.address}/api/cohorts?size=50`, { cookie });
      ours.push(own * 1_000);
      ratios.push((100 * reference) / own);
    }
    bare.close();
    report('list of 16 rows, 8 at once', ours, 'ms');
    report('  share of a bare handler on the same rows', ratios, '%', 'aim ≥ 60');
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
