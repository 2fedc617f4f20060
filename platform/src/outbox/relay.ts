import { type Kysely, sql } from 'kysely';
import type { KernelTables } from '../db/index.ts';
import type { Kernel, Reactions } from '../operation/index.ts';
import { asSystem } from '../operation/index.ts';

/** One listener: the module that listens and its handler. */
type Listener = { name: string; handle: Reactions[string] };

export type Relay = { wake(): void; idle(): Promise<void>; stop(): Promise<void> };

const batch = 20;
const restMilliseconds = 5_000;
const longestDelaySeconds = 3_600;

/**
 * Delivers outbox events to their listeners, at least once; each listener's effects and its mark "handled" are one
 * transaction, so effects happen exactly once. A failing listener is tried again with growing delay and never
 * blocks other events.
 */
export function startRelay(
  kernel: Kernel,
  modules: readonly { name: string; reactions?: Reactions }[],
): Relay {
  const listeners = collect(modules);
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const timer = setInterval(() => wake(), restMilliseconds);
  timer.unref();

  function wake(): void {
    if (stopped) return;
    if (running !== undefined) {
      again = true;
      return;
    }
    running = (async () => {
      // Let the transaction that woke us commit first.
      await new Promise((resolve) => setTimeout(resolve, 5));
      do {
        again = false;
        while (!stopped && (await deliverBatch(kernel, listeners)) > 0);
      } while (again && !stopped);
    })()
      .catch((error: unknown) => kernel.log.error({ err: error }, 'outbox'))
      .finally(() => {
        running = undefined;
        if (again) wake();
      });
  }
  wake();
  return {
    wake,
    async idle() {
      wake();
      while (running !== undefined) await running;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

function collect(modules: readonly { name: string; reactions?: Reactions }[]): Map<string, Listener[]> {
  const listeners = new Map<string, Listener[]>();
  for (const module of modules) {
    for (const [event, handle] of Object.entries(module.reactions ?? {})) {
      listeners.set(event, [...(listeners.get(event) ?? []), { name: module.name, handle }]);
    }
  }
  return listeners;
}

type Waiting = {
  id: string;
  tenantId: string;
  name: string;
  payload: Record<string, unknown>;
  attempts: number;
};

async function deliverBatch(kernel: Kernel, listeners: Map<string, Listener[]>): Promise<number> {
  // The outbox is a local table without tenant wall; nothing else is touched on this connection.
  const { raw } = kernel.pool;
  const claimed = await raw.query<{
    id: string;
    tenant_id: string;
    name: string;
    payload: Record<string, unknown>;
    attempts: number;
  }>(
    `update outbox_event set attempts = attempts + 1, next_at = $1::timestamptz + interval '30 seconds'
     where id in (select id from outbox_event where done_at is null and next_at <= $1 order by id limit ${batch} for update skip locked)
     returning id, tenant_id, name, payload, attempts`,
    [kernel.clock.now()],
  );
  const events = claimed.rows
    .map((row): Waiting => ({ ...row, tenantId: row.tenant_id }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  for (const event of events) await deliver(kernel, event, listeners.get(event.name) ?? []);
  return events.length;
}

async function deliver(kernel: Kernel, event: Waiting, listeners: readonly Listener[]): Promise<void> {
  const failures: string[] = [];
  for (const listener of listeners) {
    try {
      await asSystem<KernelTables, void>(kernel, event.tenantId, async (context) => {
        const marked = await markHandled(context.db, event, listener.name, context.now);
        // A listener was given a context typed for its own tables; the payload is what the sender declared.
        if (marked) await listener.handle(context as never, event.payload as never);
      });
    } catch (error) {
      failures.push(`${listener.name}: ${error instanceof Error ? error.message : String(error)}`);
      kernel.log.error({ err: error, event: event.name, listener: listener.name }, 'reaction failed');
    }
  }
  const delay = Math.min(2 ** event.attempts, longestDelaySeconds);
  await kernel.pool.raw.query(
    failures.length === 0
      ? 'update outbox_event set done_at = $2, last_error = null where id = $1'
      : `update outbox_event set last_error = $3, next_at = $2::timestamptz + make_interval(secs => ${delay}) where id = $1`,
    failures.length === 0
      ? [event.id, kernel.clock.now()]
      : [event.id, kernel.clock.now(), failures.join('\n').slice(0, 2_000)],
  );
}

async function markHandled(
  db: Kysely<KernelTables>,
  event: Waiting,
  listener: string,
  at: Date,
): Promise<boolean> {
  const result = await sql`insert into outbox_delivery (tenant_id, event_id, listener, at)
    values (${event.tenantId}, ${event.id}, ${listener}, ${at}) on conflict (tenant_id, event_id, listener) do nothing`.execute(
    db,
  );
  return (result.numAffectedRows ?? 0n) > 0n;
}
