import { createHash } from 'node:crypto';
import type { MatchingProblem, MatchingResult } from '@dualtrack/matching';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { sql } from 'kysely';
import type { RunSide } from '../placing.ts';
import { buildConditions } from './build-conditions.ts';
import { buildProblem } from './build-problem.ts';
import { ownDb } from './class-doors.ts';

type ClassRow = {
  id: string;
  enterpriseId: string;
  capacity: number;
  startsOn: string;
  endsOn: string;
  publishedMatchingId: string | null;
  hasGroups: boolean;
  minimum: number;
};

/** A later round of a class: what is free and who waits, as a matching problem with the lottery of the first round. */
export type Refill = {
  round: number;
  problem: MatchingProblem;
  conditions: RunSide['conditions'];
  /** `least`: heads with which alone a post is run where nobody has a place yet; 0 = any. */
  free: { seatId: string; free: number; least: number }[];
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
  const { problem: first } = await db
    .selectFrom('matchingRun')
    .select('problem')
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
  // Places that an appeal added since are there beside those of the published problem.
  const added = await db
    .selectFrom('classSeat')
    .select(['id', 'extra'])
    .where('classId', '=', row.id)
    .where('extra', '>', 0)
    .execute();
  const extraAt = (seatId: string) => added.find(({ id }) => id === seatId)?.extra ?? 0;
  const extra = added.reduce((sum, one) => sum + one.extra, 0);
  const seats = first.seats.map((seat) => ({
    ...seat,
    capacity: Math.max(
      0,
      seat.capacity + extraAt(seat.id) - standing.filter((one) => one.seatId === seat.id).length,
    ),
  }));
  // Caps are the class and the enterprise; both hold everybody who stands.
  const caps = (first.caps ?? []).map((cap) => ({
    ...cap,
    capacity: Math.max(0, cap.capacity + extra - standing.length),
  }));
  const waiting = await whoWaits(context, row);
  const { problem: today } = await buildProblem(context, row, { seatLimits: [] }, first.lottery);
  const isWaiting = new Set(waiting.map((one) => one.applicationId));
  const applicants = today.applicants.filter(({ id }) => isWaiting.has(id));
  const heldAt = (place: string) =>
    place === row.id ? standing.length : standing.filter((one) => one.seatId === place).length;
  const all = await buildConditions(context, row);
  const { minimums, closed } = leastNumbers({ caps, seats }, all.minimums, heldAt);
  const open = seats.map((seat) => (closed.has(seat.id) ? { ...seat, capacity: 0 } : seat));
  return {
    round: last + 1,
    problem: { ...first, caps, seats: open, applicants },
    conditions: { groups: groupsAmong(all.groups, isWaiting), minimums },
    free: open.map(({ id, capacity }) => {
      const least = minimums.find(({ place }) => place === id)?.heads ?? 0;
      return { seatId: id, free: capacity, least };
    }),
    waiting,
  };
}

/**
 * Least numbers of a later round. Where somebody has a place the post is run, and one more is welcome; where nobody has, it
 * is only run with its least number, and not at all when there is no longer room for so many.
 */
function leastNumbers(
  {
    caps,
    seats,
  }: { caps: readonly { capacity: number }[]; seats: readonly { id: string; capacity: number }[] },
  given: RunSide['conditions']['minimums'],
  heldAt: (place: string) => number,
) {
  const most = Math.min(...caps.map(({ capacity }) => capacity));
  const roomAt = (place: string) => Math.min(most, seats.find(({ id }) => id === place)?.capacity ?? most);
  const open = given.filter(({ place }) => heldAt(place) === 0);
  const closed = open.filter(({ place, heads }) => heads > roomAt(place)).map(({ place }) => place);
  const isWhole = closed.some((place) => !seats.some(({ id }) => id === place));
  return {
    closed: new Set(isWhole ? seats.map(({ id }) => id) : closed),
    minimums: isWhole ? [] : open.filter(({ place }) => !closed.includes(place)),
  };
}

/** Groups as far as their members wait. Whoever has a place keeps it, so one alone is no group. */
function groupsAmong(
  groups: RunSide['conditions']['groups'],
  isWaiting: ReadonlySet<string>,
): RunSide['conditions']['groups'] {
  return groups
    .map(({ members }) => members.filter((id) => isWaiting.has(id)))
    .filter((members) => members.length > 1)
    .map((members) => ({ id: members[0] ?? '', members }));
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
export function refillDigest(
  { round, problem, conditions }: Refill,
  { result, side }: { result: MatchingResult; side: RunSide },
): string {
  const shown = [round, problem.seats, problem.caps, conditions, result.assignments, side.groups];
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex');
}
