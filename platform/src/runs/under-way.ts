import type { Kysely } from 'kysely';
import type { KernelTables } from '../db/index.ts';
import type { TransactionContext } from '../operation/index.ts';

/** A run that a page finds again after it was left; when it was asked for, as an instant in ISO 8601. */
export type RunUnderWay = { runId: string; askedAt: string };

/** More of one kind nobody has asked for at a time. */
const most = 20;

/**
 * Runs of a kind in the context's home that wait or work, oldest first, so that a page finds again what it started. The
 * newest of all is there too when it failed: whoever left before is told.
 */
export async function runsUnderWay<Tables>(
  context: TransactionContext<Tables>,
  given: { kind: string; subjectId?: string },
): Promise<RunUnderWay[]> {
  // The same connection, typed with the kernel's own tables.
  const db = context.db as unknown as Kysely<KernelTables>;
  const { kind, subjectId } = given;
  const newest = await db
    .selectFrom('longRun')
    .select(['id', 'state', 'createdAt'])
    .where('kind', '=', kind)
    .$if(subjectId !== undefined, (query) => query.where('subjectId', '=', subjectId ?? null))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return newest
    .filter(
      ({ state }, place) => ['waiting', 'running'].includes(state) || (state === 'failed' && place === 0),
    )
    .map(({ id, createdAt }) => ({ runId: id, askedAt: createdAt.toISOString() }))
    .reverse();
}
