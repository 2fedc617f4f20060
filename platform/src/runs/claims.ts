import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { Kysely } from 'kysely';
import type { Config } from '../config.ts';
import type { KernelTables } from '../db/index.ts';
import { newId } from '../ids.ts';
import type { Kernel } from '../operation/index.ts';

/** A run that this worker holds. */
export type Claimed = {
  runId: string;
  scope: { tenant: string; enterprise: string | null; homes: string[] };
};

/** This worker's part of the queue. Several servers may work on one database; a claim is held by one of them. */
export type Claims = {
  /** Takes back what an earlier process of the same server held when it was killed. */
  resume(): Promise<void>;
  /** Takes the oldest run that nobody holds, or whose holder has not been heard of for the length of a lease. */
  next(): Promise<Claimed | undefined>;
  /** Says that this worker is alive; false when the claim has gone to another one meanwhile. */
  renew(runId: string): Promise<boolean>;
  /**
   * Ends a claim in the transaction that writes how its run ended. False when the claim had gone to another worker:
   * then that one decides, and nothing may be written.
   */
  finish(db: Kysely<KernelTables>, runId: string): Promise<boolean>;
  /** Gives a run back, so that any worker takes it up at once. */
  release(runId: string): Promise<void>;
};

/** How long a worker may be silent before its runs go to another. */
export const leaseMilliseconds = 60_000;

/**
 * Which server this is, the same after a restart: two servers of one machine listen on different ports, and two
 * machines have different names.
 */
export function serverIdentity({ dataDir, port }: Pick<Config, 'dataDir' | 'port'>): string {
  return createHash('sha256').update(`${hostname()} ${port} ${dataDir}`).digest('hex').slice(0, 16);
}

/** Opens the queue for one worker of a server. */
export function claimsOf(kernel: Kernel, server: string): Claims {
  const worker = `${server}:${newId()}`;
  const count = async (text: string, values: unknown[]) =>
    (await kernel.pool.raw.query(text, values)).rowCount ?? 0;
  return {
    async resume() {
      await count('update run_queue set worker = null, claimed_at = null where worker like $1', [
        `${server}:%`,
      ]);
    },
    async next() {
      const now = kernel.clock.now();
      const silentSince = new Date(now.getTime() - leaseMilliseconds);
      const { rows } = await kernel.pool.raw.query<{
        run_id: string;
        tenant_id: string;
        enterprise_id: string | null;
      }>(
        `update run_queue set worker = $1, claimed_at = $2
         where run_id = (select run_id from run_queue where worker is null or claimed_at < $3
                         order by run_id limit 1 for update skip locked)
         returning run_id, tenant_id, enterprise_id`,
        [worker, now, silentSince],
      );
      const row = rows[0];
      if (row === undefined) return undefined;
      return {
        runId: row.run_id,
        scope: { tenant: row.tenant_id, enterprise: row.enterprise_id, homes: [] },
      };
    },
    async renew(runId) {
      const values = [runId, worker, kernel.clock.now()];
      return (
        (await count('update run_queue set claimed_at = $3 where run_id = $1 and worker = $2', values)) > 0
      );
    },
    async finish(db, runId) {
      const ended = await db
        .deleteFrom('runQueue')
        .where('runId', '=', runId)
        .where('worker', '=', worker)
        .executeTakeFirst();
      return ended.numDeletedRows > 0n;
    },
    async release(runId) {
      const text = 'update run_queue set worker = null, claimed_at = null where run_id = $1 and worker = $2';
      await count(text, [runId, worker]);
    },
  };
}
