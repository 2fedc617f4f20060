import type { MatchingProblem, MatchingResult } from '@dualtrack/matching';
import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { PlacingRule, RunSide } from '../placing.ts';
import { buildConditions, isSameConditions } from './build-conditions.ts';
import { buildProblem, isSameDemand } from './build-problem.ts';
import { lockedClass } from './class-row.ts';
import { classView } from './class-view.ts';
import { seedOf } from './draft-run.ts';
import { recordClassFacts } from './record-class-facts.ts';
import { type ClassSolution, revealedResult, solveClass } from './solve-class.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<OrderClassesTables>();

/**
 * A stable result is made again with the seed; a filled one, whose search takes long, is checked and stays as it was
 * shown. Undefined when there can be none any more.
 */
function withSeed(
  run: { rule: PlacingRule; result: MatchingResult; side: RunSide | null },
  problem: MatchingProblem,
  conditions: RunSide['conditions'],
): ClassSolution | undefined {
  if (run.rule === 'fill')
    return run.side === null ? undefined : { result: revealedResult(problem, run.result), side: run.side };
  const solution = solveClass(problem, conditions);
  return 'infeasible' in solution ? undefined : solution;
}

/**
 * Publishes one draft in one transaction: the class is locked, so of two who publish at once one is told that it has
 * moved on. The draft must still fit the choices and scores.
 */
export const publishMatching = operation(contract.matchings.publish, async (ctx, input) => {
  const row = await lockedClass(ctx, input.classId, 'publish');
  const run = await ctx.db
    .selectFrom('matchingRun')
    .selectAll()
    .where('id', '=', input.matchingId)
    .where('classId', '=', row.id)
    .executeTakeFirst();
  if (run === undefined) throw notFound('matching');
  const { problem: today } = await buildProblem(ctx, row, { seatLimits: [] }, 'sealed');
  const conditions = await buildConditions(ctx, row);
  if (!isSameDemand(run.problem, today) || !isSameConditions(run.side?.conditions, conditions))
    throw ctx.refuse('matching.outdated');
  const problem = { ...run.problem, lottery: await seedOf(ctx, row.id) };
  // Who ranked posts was told by which rule: another one is only tried out.
  if (run.rule === 'fill' && row.placingRule !== 'fill') throw ctx.refuse('matching.not-announced');
  const published = withSeed(run, problem, conditions);
  if (published === undefined) throw ctx.refuse('matching.outdated');
  const { result, side } = published;
  const isProven = side.filled?.isProven ?? true;
  if ((run.rule === 'stable' && result.blockingPairs > 0) || !isProven)
    throw ctx.refuse('matching.not-stable');
  await ctx.db
    .updateTable('matchingRun')
    .set({
      isPublished: true,
      problem: JSON.stringify(problem),
      result: JSON.stringify(result),
      side: JSON.stringify(side),
    })
    .where('id', '=', run.id)
    .execute();
  const applications = await ctx.db
    .selectFrom('application')
    .select(['id', 'studentId', 'studentName'])
    .where('classId', '=', row.id)
    .execute();
  const seats = await ctx.db
    .selectFrom('classSeat')
    .select(['id', 'postId', 'post'])
    .where('classId', '=', row.id)
    .execute();
  const placements = result.assignments.map(({ applicant, seat: seatId, choice }) => {
    const student = applications.find((one) => one.id === applicant);
    const seat = seats.find((one) => one.id === seatId);
    if (student === undefined || seat === undefined) throw new Error('an assignment names nobody or no seat');
    return {
      tenantId: ctx.tenant,
      enterpriseId: row.enterpriseId,
      id: newId(),
      classId: row.id,
      studentId: student.studentId,
      studentName: student.studentName,
      seatId,
      postId: seat.postId,
      postTitle: seat.post.title,
      postTitleEn: seat.post.titleEn,
      choice,
      state: 'offered' as const,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
    };
  });
  if (placements.length > 0) await ctx.db.insertInto('placement').values(placements).execute();
  await ctx.db
    .updateTable('orderClass')
    .set({ state: 'published', publishedMatchingId: run.id, publishedOn: ctx.today, changedAt: ctx.now })
    .where('id', '=', row.id)
    .execute();
  await recordClassFacts(ctx, row.id);
  await tell(ctx, row, 'published', { byPerson: ctx.actor.personId });
  await ctx.emit('class.published', { classId: row.id, enterpriseId: row.enterpriseId });
  ctx.audit(row.id, { matchingId: run.id, placements: placements.length });
  return classView(ctx, row.id, ctx.actor.role);
});
