import { newId } from '@dualtrack/platform/ids';
import { type OperationContext, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { classTransitions } from '../order-class.ts';
import type { RefillView } from '../shapes.ts';
import { ownDb } from './class-doors.ts';
import { lockedClass } from './class-row.ts';
import { classView } from './class-view.ts';
import { explanationView } from './explanation-view.ts';
import { recordClassFacts } from './record-class-facts.ts';
import { type Refill, refillDigest, refillProblem } from './refill-problem.ts';
import { explainRun, solveClass } from './solve-class.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

const operation = operationsOn<OrderClassesTables>();
type Codes =
  | 'class.not-your-role'
  | 'class.not-in-state'
  | 'refill.nothing-free'
  | 'refill.nobody-waiting'
  | 'refill.outdated'
  | 'matching.not-stable';
type Context = OperationContext<OrderClassesTables, Codes>;
type ClassRow = Awaited<ReturnType<typeof lockedClass>>;

function solved(refill: Refill) {
  const { problem, conditions } = refill;
  const solution = solveClass(problem, conditions);
  if ('infeasible' in solution) throw new Error('a further round asks for more heads than it has room for');
  const { result, side } = solution;
  const explain = (id: string) => explainRun({ problem, result, side }, id);
  return { result, side, explain, digest: refillDigest(refill, solution) };
}

/** Whether there is something to give and somebody to give it to. @throws refill.nothing-free, refill.nobody-waiting */
async function nextRound(ctx: Context, row: ClassRow): Promise<Refill> {
  const refill = await refillProblem(ctx, row);
  if (refill === undefined || !refill.free.some((one) => one.free > 0))
    throw ctx.refuse('refill.nothing-free');
  if (refill.waiting.length === 0) throw ctx.refuse('refill.nobody-waiting');
  return refill;
}

const nothing = {
  waiting: [],
  matched: 0,
  blockingPairs: 0,
  closed: [],
  groups: [],
  setAside: 0,
  digest: '',
};

/** What the next round would give, and to each who waits the reason; nothing is written. */
export const previewRefill = operation(contract.refills.preview, async (ctx, input): Promise<RefillView> => {
  const row = await lockedClass(ctx, input.classId, 'refill', 'shared');
  const refill = await refillProblem(ctx, row);
  if (refill === undefined) return { round: 2, free: [], ...nothing };
  const { result, side, explain, digest } = solved(refill);
  ctx.audit(row.id, { waiting: refill.waiting.length });
  const nameOf = new Map(refill.waiting.map((one) => [one.applicationId, one.studentName]));
  return {
    round: refill.round,
    free: refill.free,
    matched: result.matched,
    blockingPairs: result.blockingPairs,
    closed: side.closed,
    groups: side.groups.map(({ id, seat }) => {
      const members = side.conditions.groups.find((group) => group.id === id)?.members ?? [];
      return { names: members.map((member) => nameOf.get(member) ?? ''), seatId: seat };
    }),
    setAside: side.setAside,
    digest,
    waiting: refill.waiting.map(({ applicationId, studentName }) => {
      const found = explain(applicationId);
      return { applicationId, studentName, result: found === undefined ? null : explanationView(found) };
    }),
  };
});

/**
 * Gives the free seats among those who wait, exactly as it was shown: whoever decides names the digest of what they
 * saw. The class is locked, so of two at once the second is told that nothing is as it was.
 */
export const refillClass = operation(contract.refills.make, async (ctx, input) => {
  const row = await lockedClass(ctx, input.classId, 'refill');
  const refill = await nextRound(ctx, row);
  const solution = solved(refill);
  if (solution.digest !== input.digest) throw ctx.refuse('refill.outdated');
  if (solution.result.blockingPairs > 0) throw ctx.refuse('matching.not-stable');
  const placements = await writeRound(ctx, row, refill, solution, ctx.actor.personId);
  ctx.audit(row.id, { round: refill.round, placements });
  return classView(ctx, row.id, ctx.actor.role);
});

/** Writes one round as it was worked out: its run, the offers, the facts; the context is the school's home. */
async function writeRound(
  context: TransactionContext<OrderClassesTables>,
  row: ClassRow,
  refill: Refill,
  { result, side }: Pick<ReturnType<typeof solved>, 'result' | 'side'>,
  byPerson: string | null,
): Promise<number> {
  const { round, problem } = refill;
  const db = ownDb(context);
  const place = { tenantId: context.tenant, enterpriseId: row.enterpriseId, classId: row.id };
  await db
    .insertInto('matchingRun')
    .values({
      ...place,
      id: newId(),
      round,
      isPublished: true,
      applicants: problem.applicants.length,
      matched: result.matched,
      blockingPairs: result.blockingPairs,
      side: JSON.stringify(side),
      problem: JSON.stringify(problem),
      result: JSON.stringify(result),
      madeBy: byPerson,
      madeAt: context.now,
    })
    .execute();
  const seats = await db.selectFrom('classSeat').selectAll().where('classId', '=', row.id).execute();
  const placements = result.assignments.map(({ applicant, seat: seatId, choice }) => {
    const student = refill.waiting.find((one) => one.applicationId === applicant);
    const seat = seats.find((one) => one.id === seatId);
    if (student === undefined || seat === undefined) throw new Error('an assignment names nobody or no seat');
    return {
      ...place,
      id: newId(),
      round,
      studentId: student.studentId,
      studentName: student.studentName,
      seatId,
      postId: seat.postId,
      postTitle: seat.post.title,
      postTitleEn: seat.post.titleEn,
      choice,
      state: 'offered' as const,
      // Nobody begins before they are asked.
      startsOn: row.startsOn < context.today && row.state === 'running' ? context.today : row.startsOn,
      endsOn: row.endsOn,
    };
  });
  if (placements.length > 0) await db.insertInto('placement').values(placements).execute();
  await recordClassFacts(context, row.id);
  await tell(context, row, 'place-offered', { round, ...(byPerson === null ? {} : { byPerson }) });
  await context.emit('class.refilled', { classId: row.id, enterpriseId: row.enterpriseId, round });
  return placements.length;
}

/**
 * A new day's round of one class: free places are offered to those who wait, where the class was announced so and the
 * result is stable. Returns how many were offered; done again at once it offers none.
 */
export async function moveUp(
  context: TransactionContext<OrderClassesTables>,
  classId: string,
): Promise<number> {
  const row = await ownDb(context)
    .selectFrom('orderClass')
    .selectAll()
    .where('id', '=', classId)
    .where('movesUp', '=', true)
    .where('state', 'in', [...classTransitions.refill.from])
    .forUpdate()
    .executeTakeFirst();
  const refill = row === undefined ? undefined : await refillProblem(context, row);
  if (row === undefined || refill === undefined || refill.waiting.length === 0) return 0;
  if (!refill.free.some((one) => one.free > 0)) return 0;
  const solution = solved(refill);
  if (solution.result.matched === 0 || solution.result.blockingPairs > 0) return 0;
  const offered = await writeRound(context, row, refill, solution, null);
  await tell(context, row, 'moved-up', { round: refill.round });
  return offered;
}
