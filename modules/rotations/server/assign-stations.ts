import type { RotationPlan } from '@dualtrack/rotation';
import { takesNobodyIn } from '@dualtrack/training-bases/server';
import { dayAfter, daysBetween, weekAfter } from '../week.ts';
import { type PlanningFacts, placeOf, placesAt } from './build-problem.ts';

/** A block with the very workstation and mentor. `start` counts weeks from the plan's first. */
export type AssignedBlock = {
  placementId: string;
  unitId: string;
  stationId: string;
  mentorId: string | null;
  start: number;
  weeks: number;
};

type Mentor = { id: string; maxLearners: number } & Parameters<typeof takesNobodyIn>[0];

/** A block that stands already and stays. */
type Taken = { stationId: string; mentorId: string | null; firstWeek: string; weeks: number };

/**
 * Gives each block of a plan a workstation of its place and a mentor with room. Blocks in order of their start, each
 * to the first station that is free: for intervals on equal stations this never needs more places than the plan's
 * own heads. A block for which no mentor has room is left without one, which the law check then reports.
 */
export function assignStations(
  plan: Pick<RotationPlan, 'learners'>,
  facts: Pick<PlanningFacts, 'stations' | 'units' | 'weeks' | 'firstWeek'>,
  mentors: readonly Mentor[],
  others: readonly Taken[] = [],
): AssignedBlock[] {
  const lengths = new Map(facts.units.map((unit) => [unit.id, unit.lengthWeeks]));
  const blocks = plan.learners
    .flatMap((learner) =>
      learner.blocks.map((block) => ({
        placementId: learner.id,
        unitId: block.unit,
        place: block.site,
        start: block.start,
        weeks: lengths.get(block.unit) ?? 1,
      })),
    )
    .sort((left, right) => left.start - right.start || (left.placementId < right.placementId ? -1 : 1));
  const mondays = Array.from({ length: facts.weeks }, (_, week) => weekAfter(facts.firstWeek, week));
  const stationRoom = new Map(
    facts.stations.map((station) => [station.id, mondays.map((monday) => placesAt(station, monday))]),
  );
  const mentorRoom = new Map(
    mentors.map((mentor) => [
      mentor.id,
      mondays.map((monday) => (takesNobodyIn(mentor, monday, dayAfter(monday, 6)) ? 0 : mentor.maxLearners)),
    ]),
  );
  for (const { stationId, mentorId, firstWeek, weeks } of others) {
    const span = { start: daysBetween(facts.firstWeek, firstWeek) / 7, weeks };
    occupy(stationRoom.get(stationId), span);
    occupy(mentorRoom.get(mentorId ?? ''), span);
  }
  const most = new Map(mentors.map((mentor) => [mentor.id, mentor.maxLearners]));
  return blocks.map(({ place, ...block }) => {
    const station = facts.stations.find(
      (one) =>
        one.unitId === block.unitId && placeOf(one) === place && roomIn(stationRoom.get(one.id), block) > 0,
    );
    if (station === undefined)
      throw new Error(`no free station of unit ${block.unitId} in week ${block.start}`);
    occupy(stationRoom.get(station.id), block);
    // To the mentor with the fewest learners so far in these weeks.
    const load = ({ id }: Mentor) => (most.get(id) ?? 0) - roomIn(mentorRoom.get(id), block);
    const mentor = [...mentors]
      .sort((left, right) => load(left) - load(right))
      .find((one) => roomIn(mentorRoom.get(one.id), block) > 0);
    if (mentor !== undefined) occupy(mentorRoom.get(mentor.id), block);
    return { ...block, stationId: station.id, mentorId: mentor?.id ?? null };
  });
}

type Span = { start: number; weeks: number };

/** Places that are free in every week of a span. */
function roomIn(room: readonly number[] | undefined, span: Span): number {
  return Math.min(...(room ?? [0]).slice(span.start, span.start + span.weeks));
}

function occupy(room: number[] | undefined, span: Span): void {
  if (room === undefined) return;
  for (let week = span.start; week < span.start + span.weeks; week += 1) room[week] = (room[week] ?? 0) - 1;
}
