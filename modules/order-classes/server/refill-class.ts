import { newId } from '@dualtrack/platform/ids';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { RefillView } from '../shapes.ts';
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
  const { result, side, digest } = solved(refill);
  if (digest !== input.digest) throw ctx.refuse('refill.outdated');
  if (result.blockingPairs > 0) throw ctx.refuse('matching.not-stable');
  const { round, problem } = refill;
  const place = { tenantId: ctx.tenant, enterpriseId: row.enterpriseId, classId: row.id };
  await ctx.db
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
      madeBy: ctx.actor.personId,
      madeAt: ctx.now,
    })
    .execute();
  const seats = await ctx.db.selectFrom('classSeat').selectAll().where('classId', '=', row.id).execute();
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
      startsOn: row.startsOn < ctx.today && row.state === 'running' ? ctx.today : row.startsOn,
      endsOn: row.endsOn,
    };
  });
  if (placements.length > 0) await ctx.db.insertInto('placement').values(placements).execute();
  await recordClassFacts(ctx, row.id);
  await tell(ctx, row, 'place-offered', { round, byPerson: ctx.actor.personId });
  await ctx.emit('class.refilled', { classId: row.id, enterpriseId: row.enterpriseId, round });
  ctx.audit(row.id, { round, placements: placements.length });
  return classView(ctx, row.id, ctx.actor.role);
});
