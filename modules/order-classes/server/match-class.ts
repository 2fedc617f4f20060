import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { buildConditions } from './build-conditions.ts';
import { buildProblem, type MatchingLimits } from './build-problem.ts';
import { lockedClass } from './class-row.ts';
import { type LegalLimits, legalLimits } from './legal-limits.ts';
import { matchingView, runsOf } from './matching-view.ts';
import { solveClass } from './solve-class.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();

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

/** A draft: may be repeated with other limits; nobody but the school sees it, and its seed stays secret. */
export const makeMatching = operation(contract.matchings.make, async (ctx, input) => {
  const row = await lockedClass(ctx, input.classId, 'match');
  const { seed } = await ctx.db
    .selectFrom('lotterySeed')
    .select('seed')
    .where('classId', '=', row.id)
    .executeTakeFirstOrThrow();
  const limits = input.withinLaw ? narrowed(input, await legalLimits(ctx, row)) : input;
  const { problem, missing } = await buildProblem(ctx, row, limits, seed);
  const known = new Set(problem.seats.map((seat) => seat.id));
  if (input.seatLimits.some((one) => !known.has(one.seatId))) throw ctx.refuse('matching.no-such-seat');
  if (problem.applicants.length === 0) throw ctx.refuse('matching.no-applicants');
  if (missing > 0 && !input.unscoredAsZero) throw ctx.refuse('matching.scores-missing', { count: missing });
  const rule = input.rule ?? row.placingRule;
  const conditions = await buildConditions(ctx, row);
  const solution = await solveClass(problem, conditions, rule);
  if ('infeasible' in solution) throw ctx.refuse('matching.minimum-infeasible', solution.infeasible);
  const { side } = solution;
  const { lottery: _, ...result } = solution.result;
  const id = newId();
  await ctx.db
    .insertInto('matchingRun')
    .values({
      tenantId: ctx.tenant,
      enterpriseId: row.enterpriseId,
      id,
      classId: row.id,
      isPublished: false,
      rule,
      side: JSON.stringify(side),
      applicants: problem.applicants.length,
      matched: result.matched,
      blockingPairs: result.blockingPairs,
      // The row can be read by both sides: until the publication the digest stands where the seed belongs.
      problem: JSON.stringify({ ...problem, lottery: row.lotteryCommitment ?? 'sealed' }),
      result: JSON.stringify(result),
      madeBy: ctx.actor.personId,
      madeAt: ctx.now,
    })
    .execute();
  await ctx.db
    .updateTable('orderClass')
    .set({ state: 'matched', changedAt: ctx.now })
    .where('id', '=', row.id)
    .execute();
  ctx.audit(row.id, { matchingId: id, matched: result.matched });
  const [run] = await runsOf(ctx, row.id, [id]);
  if (run === undefined) throw new Error('the matching just kept is not there');
  return matchingView(ctx, run, { problem, conditions });
});

/** Runs of a class, newest first: all for the school, the published one for the enterprise. */
export const listMatchings = operation(contract.matchings.list, async (ctx, input) => {
  const home = await homeOf(ctx, 'order_class', input.classId);
  return ctx.inHome(home, async (inner) => {
    const runs = await runsOf(inner, input.classId);
    const seen = ctx.actor.kind === 'school' ? runs : runs.filter((run) => run.isPublished);
    const row = await inner.db
      .selectFrom('orderClass')
      .select(['id', 'enterpriseId', 'capacity', 'hasGroups', 'minimum'])
      .where('id', '=', input.classId)
      .executeTakeFirstOrThrow();
    const { problem } = await buildProblem(inner, row, { seatLimits: [] }, 'sealed');
    const conditions = await buildConditions(inner, row);
    // One after the other: a transaction is one connection.
    return Array.fromAsync(seen, (run) => matchingView(inner, run, { problem, conditions }));
  });
});
