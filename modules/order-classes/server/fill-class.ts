import { Refusal } from '@dualtrack/platform/errors';
import { asSystem, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { type LongRunHandler, startRun } from '@dualtrack/platform/runs';
import * as z from 'zod';
import { contract } from '../contract.ts';
import { whyNot } from '../order-class.ts';
import { buildConditions, isSameConditions } from './build-conditions.ts';
import { buildProblem, isSameDemand } from './build-problem.ts';
import { ownDb } from './class-doors.ts';
import { lockedClass } from './class-row.ts';
import { type ClassRow, keepDraft, type Ready, readyRun, seedOf } from './draft-run.ts';
import { fillInThread } from './fill-in-thread.ts';
import { whyInfeasible } from './solve-class.ts';
import type { OrderClassesTables } from './tables.ts';

const operation = operationsOn<OrderClassesTables>();

/** Most seconds for each of the five steps of the integer programme. */
const stepSeconds = 60;

/** The seed is not in it: a run's input can be read by all staff of the school. */
const runInput = z.object({
  classId: z.string(),
  limits: z.object({
    hostLimit: z.number().optional(),
    seatLimits: z.array(z.object({ seatId: z.string(), limit: z.number() })).readonly(),
  }),
});

/** Starts the search for a draft that fills more seats; what is not sound is refused before it starts. */
export const startFill = operation(contract.matchings.fill, async (ctx, input) => {
  const row = await lockedClass(ctx, input.classId, 'match');
  const { problem, conditions, limits } = await readyRun(ctx, row, input);
  const infeasible = whyInfeasible(problem, conditions);
  if (infeasible !== null) throw ctx.refuse('matching.minimum-infeasible', infeasible);
  const runId = await startRun(ctx, {
    kind: 'order-classes.fill',
    input: { classId: row.id, limits } satisfies z.infer<typeof runInput>,
    subjectId: row.id,
    startedBy: ctx.actor.personId,
  });
  // Of two that run at once the later one is kept.
  await ctx.db.updateTable('orderClass').set({ fillRunId: runId }).where('id', '=', row.id).execute();
  ctx.audit(row.id, { action: 'fill' });
  return { runId };
});

/** The long run of a fill. Cancelled it leaves nothing; killed it is taken up again. */
export const runFill: LongRunHandler = async (run) => {
  const { classId, limits } = runInput.parse(run.input);
  const within = <T>(work: (context: TransactionContext<OrderClassesTables>) => Promise<T>) =>
    asSystem<OrderClassesTables, T>(run.kernel, { ...run.scope, homes: [] }, work);
  const ready = await within(async (context) => {
    const row = await waitingClass(context, classId, run.runId);
    return row && readyNow(context, row, limits);
  });
  if (ready === undefined) return null;
  const solution = await fillInThread(
    { ...ready, seconds: stepSeconds },
    { signal: run.signal, onStep: (done, steps, heads) => run.progress(done, steps, { heads }) },
  );
  if ('infeasible' in solution) throw new Refusal('matching.outdated', 409);
  return within(async (context) => {
    const row = await waitingClass(context, classId, run.runId);
    if (row === undefined) return null;
    const now = await readyNow(context, row, limits);
    if (!isSameDemand(ready.problem, now.problem) || !isSameConditions(ready.conditions, now.conditions))
      throw new Refusal('matching.outdated', 409);
    const { problem } = ready;
    const id = await keepDraft(context, row, { problem, rule: 'fill', solution, madeBy: run.startedBy });
    return { matchingId: id, matched: solution.result.matched };
  });
};

/** The class, locked, as long as it waits for this run; undefined when it has gone on without it. */
async function waitingClass<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
  runId: string,
): Promise<ClassRow | undefined> {
  const row = await ownDb(context)
    .selectFrom('orderClass')
    .selectAll()
    .where('id', '=', classId)
    .where('fillRunId', '=', runId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined && whyNot(row, { role: 'school-office' }, 'match') === null ? row : undefined;
}

async function readyNow<Tables>(
  context: TransactionContext<Tables>,
  row: ClassRow,
  limits: z.infer<typeof runInput>['limits'],
): Promise<Ready> {
  const { hostLimit, seatLimits } = limits;
  const given = hostLimit === undefined ? { seatLimits } : { seatLimits, hostLimit };
  const { problem } = await buildProblem(context, row, given, await seedOf(context, row.id));
  return { problem, conditions: await buildConditions(context, row) };
}
