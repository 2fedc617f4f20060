import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { buildConditions } from './build-conditions.ts';
import { buildProblem } from './build-problem.ts';
import { lockedClass } from './class-row.ts';
import { keepDraft, readyRun } from './draft-run.ts';
import { matchingView, runsOf } from './matching-view.ts';
import { solveClass } from './solve-class.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();

/** A stable draft: may be repeated with other limits; nobody but the school sees it, and its seed stays secret. */
export const makeMatching = operation(contract.matchings.make, async (ctx, input) => {
  const row = await lockedClass(ctx, input.classId, 'match');
  const { problem, conditions } = await readyRun(ctx, row, input);
  const solution = solveClass(problem, conditions);
  if ('infeasible' in solution) throw ctx.refuse('matching.minimum-infeasible', solution.infeasible);
  const madeBy = ctx.actor.personId;
  const id = await keepDraft(ctx, row, { problem, rule: 'stable', solution, madeBy });
  ctx.audit(row.id, { matchingId: id, matched: solution.result.matched });
  const [run] = await runsOf(ctx, row.id, [id]);
  if (run === undefined) throw new Error('the matching just kept is not there');
  return matchingView(ctx, run, { problem, conditions });
});

/** Runs of a class, newest first: all for the school, the published ones for the enterprise. The context is the class's home. */
export async function seenRuns(context: OperationContext<OrderClassesTables>, classId: string) {
  const runs = await runsOf(context, classId);
  const seen = context.actor.kind === 'school' ? runs : runs.filter((run) => run.isPublished);
  const row = await context.db
    .selectFrom('orderClass')
    .select(['id', 'enterpriseId', 'capacity', 'hasGroups', 'minimum'])
    .where('id', '=', classId)
    .executeTakeFirstOrThrow();
  const { problem } = await buildProblem(context, row, { seatLimits: [] }, 'sealed');
  const conditions = await buildConditions(context, row);
  // One after the other: a transaction is one connection.
  return Array.fromAsync(seen, (run) => matchingView(context, run, { problem, conditions }));
}

export const listMatchings = operation(contract.matchings.list, async (ctx, input) => {
  const home = await homeOf(ctx, 'order_class', input.classId);
  return ctx.inHome(home, (inner) => seenRuns(inner, input.classId));
});
