import { dayOf } from '../clock.ts';
import type { Kernel } from '../operation/index.ts';

/** Work that a new day brings. It must be safe to do again on the same day, and by two servers at once. */
export type DailyWork = (kernel: Kernel) => Promise<unknown>;

/** Milliseconds between two looks at the calendar. */
const restMilliseconds = 5 * 60_000;

/**
 * Lets every module do its work of the day: once at the start and again whenever the day of the deployment's time zone
 * has changed. A module that fails is tried again at the next look and holds up no other. `stop` waits for what runs.
 */
export function startDaily(
  kernel: Kernel,
  modules: readonly { name: string; daily?: DailyWork }[],
): { idle(): Promise<void>; stop(): Promise<void> } {
  const doneOn = new Map<string, string>();
  let running: Promise<void> = Promise.resolve();
  const look = async () => {
    const today = dayOf(kernel.clock.now(), kernel.config.timeZone);
    for (const { name, daily } of modules) {
      if (daily === undefined || doneOn.get(name) === today) continue;
      try {
        await daily(kernel);
        doneOn.set(name, today);
      } catch (error) {
        kernel.log.error({ err: error, module: name }, 'daily work');
      }
    }
  };
  const next = () => {
    running = running.then(look);
  };
  const timer = setInterval(next, restMilliseconds);
  timer.unref();
  next();
  return {
    idle: () => running,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
