import type { Kernel } from '../operation/index.ts';
import { claimsOf, leaseMilliseconds, serverIdentity } from './claims.ts';
import type { LongRunHandler } from './long-run.ts';
import { work } from './work.ts';

export type RunWorker = {
  wake(): void;
  cancel(runId: string): void;
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Works through the queue of long runs, one at a time in this process. Servers on one database share the queue: a run
 * is claimed by one of them, which says regularly that it is alive. What a killed process left behind is taken up
 * again from its beginning, by the same server at its next start and by another after the lease: handlers keep
 * nothing until their last transaction. `server` tells servers apart and stays the same over restarts.
 */
export function startRunWorker(
  kernel: Kernel,
  handlers: Readonly<Record<string, LongRunHandler>>,
  server = serverIdentity(kernel.config),
  beat = leaseMilliseconds / 4,
): RunWorker {
  const claims = claimsOf(kernel, server);
  const controllers = new Map<string, AbortController>();
  let stopped = false;
  let again = false;
  let running: Promise<void> | undefined;
  const timer = setInterval(() => wake(), 5_000);
  timer.unref();

  function wake(): void {
    if (stopped) return;
    again = true;
    running ??= drain().finally(() => {
      running = undefined;
    });
  }

  async function drain(): Promise<void> {
    await resumed;
    await new Promise((resolve) => setTimeout(resolve, 5));
    while (again && !stopped) {
      again = false;
      try {
        for (let next = await claims.next(); next !== undefined; next = await claims.next()) {
          const controller = new AbortController();
          controllers.set(next.runId, controller);
          await work({ kernel, claims, handlers, controller, isStopping: () => stopped, beat }, next);
          controllers.delete(next.runId);
          if (stopped) return;
        }
      } catch (error) {
        kernel.log.error({ err: error }, 'long runs');
      }
    }
  }

  const resumed = claims
    .resume()
    .then(wake, (error: unknown) => kernel.log.error({ err: error }, 'long runs'));
  return {
    wake,
    cancel: (runId) => controllers.get(runId)?.abort(),
    async idle() {
      wake();
      while (running !== undefined) await running;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      for (const controller of controllers.values()) controller.abort();
      await running;
    },
  };
}
