import type { MatchingProblem } from '@dualtrack/matching';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import type { RunSide } from '../placing.ts';
import type { MatchingView } from '../shapes.ts';
import { isSameConditions } from './build-conditions.ts';
import { isSameDemand } from './build-problem.ts';
import { ownDb } from './class-doors.ts';
import type { OrderClassesTables } from './tables.ts';

type Run = Selectable<OrderClassesTables['matchingRun']>;

/** Matching runs of a class, newest first; all, or those with the ids given. */
export async function runsOf<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
  ids?: readonly string[],
): Promise<Run[]> {
  let query = ownDb(context)
    .selectFrom('matchingRun')
    .selectAll()
    .where('classId', '=', classId)
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .limit(20);
  if (ids !== undefined) query = query.where('id', 'in', [...ids]);
  return query.execute();
}

/** What a run would be built from today. */
type Today = { problem: MatchingProblem; conditions: RunSide['conditions'] };

/** One run with names beside the ids. */
export async function matchingView<Tables>(
  context: TransactionContext<Tables>,
  run: Run,
  now: Today,
): Promise<MatchingView> {
  const applications = await ownDb(context)
    .selectFrom('application')
    .select(['id', 'studentName'])
    .where('classId', '=', run.classId)
    .execute();
  const names = new Map(applications.map((one) => [one.id, one.studentName]));
  const { problem, result } = run;
  const scoreOf = new Map(
    problem.applicants.flatMap(({ id, choices }) =>
      choices.map((c) => [`${id} ${c.seat}`, c.score] as const),
    ),
  );
  const matched = new Set(result.assignments.map((one) => one.applicant));
  return {
    id: run.id,
    round: run.round,
    isPublished: run.isPublished,
    isOutdated:
      !run.isPublished &&
      !(isSameDemand(problem, now.problem) && isSameConditions(run.side?.conditions, now.conditions)),
    applicants: run.applicants,
    matched: run.matched,
    blockingPairs: run.blockingPairs,
    rule: run.rule,
    closed: run.side?.closed ?? [],
    groups: (run.side?.groups ?? []).map(({ id, seat }) => ({
      names: (run.side?.conditions.groups.find((group) => group.id === id)?.members ?? []).map(
        (member) => names.get(member) ?? '',
      ),
      seatId: seat,
    })),
    setAside: run.side?.setAside ?? 0,
    filled: run.side?.filled ?? null,
    madeAt: run.madeAt.toISOString(),
    limits: [...problem.seats, ...(problem.caps ?? [])].map(({ id, capacity }) => ({ id, capacity })),
    cutoffs: result.cutoffs,
    assignments: result.assignments.map(({ applicant, seat, choice }) => ({
      studentName: names.get(applicant) ?? '',
      seatId: seat,
      choice,
      score: scoreOf.get(`${applicant} ${seat}`) ?? 0,
    })),
    unmatched: problem.applicants.filter(({ id }) => !matched.has(id)).map(({ id }) => names.get(id) ?? ''),
  };
}
