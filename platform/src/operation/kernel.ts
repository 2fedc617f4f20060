import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Pool } from '../db/index.ts';
import type { Log } from '../log.ts';
import type { Mailer } from '../mail/index.ts';

/** What every operation stands on. Made once by the composition; nothing else is global. */
export type Kernel = {
  pool: Pool;
  clock: Clock;
  log: Log;
  config: Config;
  mailer: Mailer;
  /** Told after a commit that events or runs wait, so that nobody has to wait for the next look. */
  wake: { outbox(): void; runs(): void; cancelRun(runId: string): void };
};
