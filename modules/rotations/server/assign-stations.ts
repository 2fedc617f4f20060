import type { RotationPlan } from '@dualtrack/rotation';
import { daysBetween, weekAfter } from '../week.ts';
import { assignMentors } from './assign-mentors.ts';
import { type PlanningFacts, placeOf, placesAt } from './build-problem.ts';
import { begunIn } from './held-blocks.ts';
import { readUnitInSearch } from './rest-blocks.ts';

/** A block with the very workstation and mentor. `start` counts weeks from the plan's first. */
export type AssignedBlock = {
  placementId: string;
  unitId: string;
  stationId: string;
  mentorId: string | null;
  start: number;
  weeks: number;
  /** Makes up for missed weeks of its unit. */
  isRest: boolean;
};

/** A block that stands already and stays. */
type Taken = { stationId: string; mentorId: string | null; firstWeek: string; weeks: number };

/**
 * Gives each block of a plan a workstation of its place and a mentor with room. Blocks in order of their start, each
 * to a station that is free: for intervals on equal stations this never needs more places than the plan's own heads.
 * A block that stands where it stood before keeps its station and mentor if it can. A block for which no mentor has room
 * is left without one, which the law check then reports. Blocks that have begun stand as they are and are not given again.
 */
export function assignStations(
  plan: Pick<RotationPlan, 'learners'>,
  facts: Pick<PlanningFacts, 'stations' | 'units' | 'weeks' | 'firstWeek' | 'mentors' | 'pins' | 'keep'>,
  others: readonly Taken[] = [],
): AssignedBlock[] {
  const lengths = new Map(facts.units.map((unit) => [unit.id, unit.lengthWeeks]));
  const hasBegun = begunIn(facts.pins);
  const blocks = plan.learners
    .flatMap((learner) =>
      learner.blocks.map((block) => {
        const { unitId, restWeeks } = readUnitInSearch(block.unit);
        return {
          ...{ placementId: learner.id, unitId, place: block.site, start: block.start },
          weeks: restWeeks ?? lengths.get(unitId) ?? 1,
          isRest: restWeeks !== null,
        };
      }),
    )
    .filter((block) => block.isRest || !hasBegun(block))
    .sort((left, right) => left.start - right.start || (left.placementId < right.placementId ? -1 : 1));
  const mondays = Array.from({ length: facts.weeks }, (_, week) => weekAfter(facts.firstWeek, week));
  const stationRoom = new Map(
    facts.stations.map((station) => [station.id, mondays.map((monday) => placesAt(station, monday))]),
  );
  const begun = facts.pins.filter((pin) => pin.isBegun === true);
  const standing = [...others, ...begun].map((one) => ({
    ...one,
    weeks: one.weeks ?? 1,
    unitId: '',
    start: daysBetween(facts.firstWeek, one.firstWeek) / 7,
  }));
  for (const one of standing) occupy(stationRoom.get(one.stationId), one);
  const before = [...facts.pins, ...(facts.keep ?? [])];
  const placed = blocks.map(({ place, ...block }) => {
    const free = facts.stations.filter(
      (one) =>
        one.unitId === block.unitId && placeOf(one) === place && roomIn(stationRoom.get(one.id), block) > 0,
    );
    const monday = weekAfter(facts.firstWeek, block.start);
    const same = before.find(
      (one) =>
        one.placementId === block.placementId && one.unitId === block.unitId && one.firstWeek === monday,
    );
    const station = free.find((one) => one.id === same?.stationId) ?? free[0];
    if (station === undefined)
      throw new Error(`no free station of unit ${block.unitId} in week ${block.start}`);
    occupy(stationRoom.get(station.id), block);
    return { ...block, stationId: station.id, mentorId: same?.mentorId ?? null };
  });
  return assignMentors(placed, facts.mentors, facts, standing);
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
