import type { RotationPlan } from '@dualtrack/rotation';
import { type PlanningFacts, placeOf } from './build-problem.ts';

/** A block with the very workstation and mentor. `start` counts weeks from the plan's first. */
export type AssignedBlock = {
  placementId: string;
  unitId: string;
  stationId: string;
  mentorId: string | null;
  start: number;
  weeks: number;
};

type Mentor = { id: string; maxLearners: number };

/**
 * Gives each block of a plan a workstation of its place and a mentor with room. Blocks in order of their start, each
 * to the first station that is free: for intervals on equal stations this never needs more places than the plan's
 * own heads. A block for which no mentor has room is left without one, which the law check then reports.
 */
export function assignStations(
  plan: RotationPlan,
  facts: Pick<PlanningFacts, 'stations' | 'units' | 'weeks'>,
  mentors: readonly Mentor[],
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
  const stationHeads = new Map(facts.stations.map((station) => [station.id, heads(facts.weeks)]));
  const mentorHeads = new Map(mentors.map((mentor) => [mentor.id, heads(facts.weeks)]));
  return blocks.map(({ place, ...block }) => {
    const station = facts.stations.find(
      (one) =>
        one.unitId === block.unitId &&
        placeOf(one) === place &&
        hasRoom(stationHeads.get(one.id), block, one.places),
    );
    if (station === undefined)
      throw new Error(`no free station of unit ${block.unitId} in week ${block.start}`);
    occupy(stationHeads.get(station.id), block);
    const mentor = [...mentors]
      .sort((left, right) => load(mentorHeads.get(left.id), block) - load(mentorHeads.get(right.id), block))
      .find((one) => hasRoom(mentorHeads.get(one.id), block, one.maxLearners));
    if (mentor !== undefined) occupy(mentorHeads.get(mentor.id), block);
    return { ...block, stationId: station.id, mentorId: mentor?.id ?? null };
  });
}

type Span = { start: number; weeks: number };

function heads(weeks: number): number[] {
  return Array.from({ length: weeks }, () => 0);
}

function load(taken: readonly number[] | undefined, span: Span): number {
  return Math.max(0, ...(taken ?? []).slice(span.start, span.start + span.weeks));
}

function hasRoom(taken: readonly number[] | undefined, span: Span, limit: number): boolean {
  return load(taken, span) < limit;
}

function occupy(taken: number[] | undefined, span: Span): void {
  if (taken === undefined) return;
  for (let week = span.start; week < span.start + span.weeks; week += 1) taken[week] = (taken[week] ?? 0) + 1;
}
