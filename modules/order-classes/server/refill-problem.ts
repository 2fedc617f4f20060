import { createHash } from 'node:crypto';
import type { MatchingProblem, MatchingResult } from '@dualtrack/matching';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import { buildProblem } from './build-problem.ts';
import { ownDb } from './class-doors.ts';

type ClassRow = {
  id: string;
  enterpriseId: string;
  capacity: number;
  startsOn: string;
  endsOn: string;
  publishedMatchingId: string | null;
};

/** A later round of a class: what is free and who waits, as a matching problem with the lottery of the first round. */
export type Refill = {
  round: number;
  problem: MatchingProblem;
  free: { seatId: string; free: number }[];
  /** Applicants who wait, in the order of their names. */
  waiting: { applicationId: string; studentId: string; studentName: string }[];
};

/**
 * The problem of the next round. Whoever has a place keeps it; the limits under which the first result was published
 * still hold, less the places that stand. Nobody takes part who declined or ended a place here, has withdrawn, or has
 * a place elsewhere at the same time. Undefined before the first publication.
 */
export async function refillProblem<Tables>(
  context: TransactionContext<Tables>,
  row: ClassRow,
): Promise<Refill | undefined> {
  if (row.publishedMatchingId === null) return undefined;
  const db = ownDb(context);
  const { problem: first, side } = await db
    .selectFrom('matchingRun')
    .select(['problem', 'side'])
    .where('id', '=', row.publishedMatchingId)
    .executeTakeFirstOrThrow();
  const { last } = await db
    .selectFrom('matchingRun')
    .select(sql<number>`max(round)`.as('last'))
    .where('classId', '=', row.id)
    .where('isPublished', '=', true)
    .executeTakeFirstOrThrow();
  const standing = await db
    .selectFrom('placement')
    .select('seatId')
    .where('classId', '=', row.id)
    .where('state', 'in', ['offered', 'accepted', 'active'])
    .execute();
  // A seat that is not run with so few has no place to give away.
  const isRun = (id: string) => !side?.closed.some(({ place }) => place === id || place === row.id);
  const seats = first.seats.map((seat) => ({
    ...seat,
    capacity: !isRun(seat.id)
      ? 0
      : Math.max(0, seat.capacity - standing.filter((one) => one.seatId === seat.id).length),
  }));
  // Caps are the class and the enterprise; both hold everybody who stands.
  const caps = (first.caps ?? []).map((cap) => ({
    ...cap,
    capacity: Math.max(0, cap.capacity - standing.length),
  }));
  const waiting = await whoWaits(context, row);
  const { problem: today } = await buildProblem(context, row, { seatLimits: [] }, first.lottery);
  const isWaiting = new Set(waiting.map((one) => one.applicationId));
  const applicants = today.applicants.filter(({ id }) => isWaiting.has(id));
  return {
    round: last + 1,
    problem: { ...first, caps, seats, applicants },
    free: seats.map(({ id, capacity }) => ({ seatId: id, free: capacity })),
    waiting,
  };
}

async function whoWaits<Tables>(context: TransactionContext<Tables>, row: ClassRow) {
  return ownDb(context)
    .selectFrom('application as a')
    .select(['a.id as applicationId', 'a.studentId', 'a.studentName'])
    .where('a.classId', '=', row.id)
    .where('a.isWithdrawn', '=', false)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('placement as p')
            .select('p.id')
            .whereRef('p.tenantId', '=', 'a.tenantId')
            .whereRef('p.studentId', '=', 'a.studentId')
            .where((of) =>
              of.or([
                of('p.classId', '=', row.id),
                of.and([
                  of('p.state', 'in', ['offered', 'accepted', 'active']),
                  of('p.startsOn', '<=', row.endsOn),
                  of('p.endsOn', '>=', row.startsOn),
                ]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('a.studentName')
    .orderBy('a.id')
    .execute();
}

/** What was shown to whoever decides: another digest means that something has changed since. */
export function refillDigest({ round, problem }: Refill, result: MatchingResult): string {
  const shown = [round, problem.seats, problem.caps, result.assignments];
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}
