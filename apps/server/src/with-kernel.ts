import { systemClock } from '@dualtrack/platform/clock';
import { configFrom } from '@dualtrack/platform/config';
import { apiRouter, openApiDocument } from '@dualtrack/platform/http';
import { createLog } from '@dualtrack/platform/log';
import type { Kernel } from '@dualtrack/platform/operation';
import { mailerOf } from './mailer-of.ts';
import { modules } from './modules.ts';
import { openDatabase } from './open-database.ts';
import { version } from './version.ts';

/**
 * Opens the data of a stopped server for one piece of work of the command line, and closes them again.
 * @throws data.in-use while a server runs on them.
 */
export async function withKernel<T>(
  place: { dataDir: string; databaseUrl?: string },
  work: (kernel: Kernel) => Promise<T>,
): Promise<T> {
  const config = configFrom(process.env, place);
  const database = await openDatabase({ ...config, onEvent: () => undefined }, modules);
  try {
    return await work({
      pool: database.pool,
      clock: systemClock,
      log: createLog(config.logLevel),
      config,
      mailer: mailerOf(config),
      // Nothing listens here: the server delivers what waits when it starts.
      wake: { outbox: () => undefined, runs: () => undefined, cancelRun: () => undefined },
    });
  } finally {
    await database.close();
  }
}

/** The OpenAPI document of the product, made from the contracts alone. */
export function openApiOf(): Promise<Record<string, unknown>> {
  const nothing = (): never => {
    throw new Error('the document needs no operation to run');
  };
  // The router is only described, never called: no kernel is needed for that.
  const router = apiRouter({ pool: undefined } as unknown as Kernel, modules, nothing);
  return openApiDocument(router, version);
}
