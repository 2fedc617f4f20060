import type { MatchingProblem } from '@dualtrack/matching';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './class-doors.ts';
import { seatsOf } from './class-view.ts';

/** Limits of a run beside the seats of the class. */
export type MatchingLimits = {
  hostLimit?: number;
  seatLimits: readonly { seatId: string; limit: number }[];
};

/**
 * The matching problem of a class as it stands: choices, scores, and posts inside the enterprise inside the class.
 * The lottery is named by `lottery`: the seed to solve with, or its digest in what is kept of a draft.
 */
export async function buildProblem<Tables>(
  context: TransactionContext<Tables>,
  orderClass: { id: string; enterpriseId: string; capacity: number },
  limits: MatchingLimits,
  lottery: string,
): Promise<{ problem: MatchingProblem; missing: number }> {
  const db = ownDb(context);
  const seats = await seatsOf(context, [orderClass.id]);
  const applications = await db
    .selectFrom('application')
    .select(['id', 'choices'])
    .where('classId', '=', orderClass.id)
    .where('isWithdrawn', '=', false)
    .orderBy('id')
    .execute();
  const rows = await db
    .selectFrom('applicationScore as s')
    .innerJoin('application as a', (join) =>
      join.onRef('a.tenantId', '=', 's.tenantId').onRef('a.id', '=', 's.applicationId'),
    )
    .select(['s.applicationId', 's.seatId', 's.score'])
    .where('a.classId', '=', orderClass.id)
    .execute();
  const scores = new Map(rows.map((row) => [`${row.applicationId} ${row.seatId}`, row.score]));
  let missing = 0;
  const applicants = applications.map(({ id, choices }) => ({
    id,
    choices: choices.map((seat) => {
      const score = scores.get(`${id} ${seat}`);
      if (score === undefined) missing += 1;
      return { seat, score: score ?? 0 };
    }),
  }));
  const limitOf = new Map(limits.seatLimits.map((one) => [one.seatId, one.limit]));
  const { capacity, enterpriseId } = orderClass;
  const problem: MatchingProblem = {
    format: 'dualtrack/matching-problem@1',
    caps: [
      { id: orderClass.id, capacity },
      { id: enterpriseId, capacity: Math.min(capacity, limits.hostLimit ?? capacity), within: orderClass.id },
    ],
    seats: seats.map((seat) => ({
      id: seat.id,
      capacity: Math.min(seat.capacity, limitOf.get(seat.id) ?? seat.capacity),
      within: enterpriseId,
    })),
    lottery,
    applicants,
  };
  return { problem, missing };
}

/** Whether choices or scores have changed since a problem was built; limits of that run are kept. */
export function isSameDemand(then: MatchingProblem, now: MatchingProblem): boolean {
  return JSON.stringify(demand(then)) === JSON.stringify(demand(now));
}

/** In a fixed order of keys and rows, because a database keeps neither. */
function demand({ applicants }: MatchingProblem) {
  return applicants
    .map(({ id, choices }) => [id, choices.map(({ seat, score }) => [seat, score])] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
