import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { authenticate } from '@dualtrack/accounts/server';
import { findErrorPhrase, localeFrom } from '@dualtrack/locales';
import { type Clock, systemClock } from '@dualtrack/platform/clock';
import type { Config } from '@dualtrack/platform/config';
import { startDaily } from '@dualtrack/platform/daily';
import type { EmbeddedEvent } from '@dualtrack/platform/db/embedded';
import { createHttpServer } from '@dualtrack/platform/http';
import { createLog } from '@dualtrack/platform/log';
import type { Kernel } from '@dualtrack/platform/operation';
import { startRelay } from '@dualtrack/platform/outbox';
import { startRunWorker } from '@dualtrack/platform/runs';
import { mailerOf } from './mailer-of.ts';
import { modules } from './modules.ts';
import { openDatabase } from './open-database.ts';
import { version } from './version.ts';

/** What the first start may do beside the operations. */
export type PrepareTools = { settle(): Promise<void>; asOwner(statement: string): Promise<void> };

/** A running server. */
export type RunningServer = { address: string; kernel: Kernel; stop(): Promise<void> };

/** Folder of the built pages. */
export const webRoot =
  process.env['DUALTRACK_WEB'] ?? fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Opens the database, loads what the first start needs, and listens. Ends everything it started on failure. */
export async function startServer(
  config: Config,
  options: {
    onEvent(event: EmbeddedEvent): void;
    clock?: Clock;
    /** Runs before the server listens; loads the example on the first start. */
    prepare?(kernel: Kernel, tools: PrepareTools): Promise<void>;
  },
): Promise<RunningServer> {
  const log = createLog(config.logLevel);
  const database = await openDatabase({ ...config, onEvent: options.onEvent }, modules);
  const kernel: Kernel = {
    pool: database.pool,
    clock: options.clock ?? systemClock,
    log,
    config,
    mailer: mailerOf(config),
    wake: { outbox: () => relay.wake(), runs: () => worker.wake(), cancelRun: (id) => worker.cancel(id) },
  };
  const relay = startRelay(kernel, modules);
  const worker = startRunWorker(kernel, Object.assign({}, ...modules.map((module) => module.runs ?? {})));
  let isReady = false;
  const app = await createHttpServer(kernel, {
    modules,
    authenticate: (word) => authenticate(kernel, word),
    // A code comes with the params that its contract declares; the phrase takes what it names.
    titles: (locale, code, params) => findErrorPhrase(locale, code, plain(params)) ?? code,
    localeOf: localeFrom,
    webRoot,
    version,
    isReady: () => isReady,
  });
  let daily: ReturnType<typeof startDaily> | undefined;
  const stop = async () => {
    isReady = false;
    await app.close();
    await daily?.stop();
    await worker.stop();
    await relay.stop();
    await database.close();
  };
  try {
    const settle = async () => {
      await worker.idle();
      await relay.idle();
      await worker.idle();
    };
    await options.prepare?.(kernel, { settle, asOwner: database.asOwner });
    daily = startDaily(kernel, modules);
    await daily.idle();
    await app.listen({ port: config.port, host: config.host });
    isReady = true;
  } catch (error) {
    await stop();
    throw error;
  }
  const bound = app.addresses()[0];
  const port = typeof bound === 'object' ? bound.port : config.port;
  config.port = port;
  return { address: `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}`, kernel, stop };
}

function plain(params: Record<string, unknown>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
  );
}

/** Whether the pages have been built. */
export function hasWebPages(): boolean {
  return existsSync(join(webRoot, 'index.html'));
}
