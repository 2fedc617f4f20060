import type { MatchingProblem } from '@dualtrack/matching';
import { newId } from '@dualtrack/platform/ids';
import type { OperationContext, TransactionContext } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import type { PlacingRule, RunSide } from '../placing.ts';
import { buildConditions } from './build-conditions.ts';
import { buildProblem, type MatchingLimits } from './build-problem.ts';
import { ownDb } from './class-doors.ts';
import { type LegalLimits, legalLimits } from './legal-limits.ts';
import type { ClassSolution } from './solve-class.ts';
import type { OrderClassesTables } from './tables.ts';

export type ClassRow = Selectable<OrderClassesTables['orderClass']>;
type Codes = 'matching.no-such-seat' | 'matching.no-applicants' | 'matching.scores-missing';
type Asked = MatchingLimits & { withinLaw: boolean; unscoredAsZero: boolean };

/** A problem as it stands, with the class's secret seed, and the conditions of the class. */
export type Ready = { problem: MatchingProblem; conditions: RunSide['conditions'] };

/** The limits given, and those of the law where they are lower. */
function narrowed(given: MatchingLimits, law: LegalLimits): MatchingLimits {
  const lower = (a: number | undefined, b: number | null) => Math.min(a ?? Infinity, b ?? Infinity);
  const hostLimit = lower(given.hostLimit, law.host.limit);
  const seatLimits = law.seats.flatMap(({ seatId, limit }) => {
    const most = lower(given.seatLimits.find((one) => one.seatId === seatId)?.limit, limit);
    return Number.isFinite(most) ? [{ seatId, limit: most }] : [];
  });
  return { seatLimits, ...(Number.isFinite(hostLimit) ? { hostLimit } : {}) };
}

/** What a run is asked, with the limits it keeps. Nothing is half-run: whatever is missing is refused first. */
export async function readyRun(
  ctx: OperationContext<OrderClassesTables, Codes>,
  row: ClassRow,
  asked: Asked,
): Promise<Ready & { limits: MatchingLimits }> {
  const given = { seatLimits: asked.seatLimits, ...limitOf(asked.hostLimit) };
  const limits = asked.withinLaw ? narrowed(given, await legalLimits(ctx, row)) : given;
  const { problem, missing } = await buildProblem(ctx, row, limits, await seedOf(ctx, row.id));
  const known = new Set(problem.seats.map((seat) => seat.id));
  if (asked.seatLimits.some((one) => !known.has(one.seatId))) throw ctx.refuse('matching.no-such-seat');
  if (problem.applicants.length === 0) throw ctx.refuse('matching.no-applicants');
  if (missing > 0 && !asked.unscoredAsZero) throw ctx.refuse('matching.scores-missing', { count: missing });
  return { problem, conditions: await buildConditions(ctx, row), limits };
}

const limitOf = (hostLimit: number | undefined) => (hostLimit === undefined ? {} : { hostLimit });

/** The seed of the class's lottery: the school's secret until the result is published. */
export async function seedOf<Tables>(context: TransactionContext<Tables>, classId: string): Promise<string> {
  const { seed } = await ownDb(context)
    .selectFrom('lotterySeed')
    .select('seed')
    .where('classId', '=', classId)
    .executeTakeFirstOrThrow();
  return seed;
}

/** Keeps a draft that only the school sees, and moves the class on. Returns the run's id. */
export async function keepDraft<Tables>(
  context: TransactionContext<Tables>,
  row: ClassRow,
  run: { problem: MatchingProblem; rule: PlacingRule; solution: ClassSolution; madeBy: string | null },
): Promise<string> {
  const { problem, rule, solution, madeBy } = run;
  const { lottery: _, ...result } = solution.result;
  const id = newId();
  const db = ownDb(context);
  await db
    .insertInto('matchingRun')
    .values({
      ...{ tenantId: context.tenant, enterpriseId: row.enterpriseId, id, classId: row.id },
      ...{ isPublished: false, rule, madeBy, madeAt: context.now },
      side: JSON.stringify(solution.side),
      applicants: problem.applicants.length,
      matched: result.matched,
      blockingPairs: result.blockingPairs,
      // The row can be read by both sides: until the publication the digest stands where the seed belongs.
      problem: JSON.stringify({ ...problem, lottery: row.lotteryCommitment ?? 'sealed' }),
      result: JSON.stringify(result),
    })
    .execute();
  await db
    .updateTable('orderClass')
    .set({ state: 'matched', fillRunId: null, changedAt: context.now })
    .where('id', '=', row.id)
    .execute();
  return id;
}
