import type { RotationProblemInput } from '@dualtrack/rotation';
import { isAlwaysThere, placesIn } from '@dualtrack/training-bases/server';
import { dayAfter, daysBetween, isWeekWithin, weekAfter } from '../week.ts';
import { mentorPools, type PlanningMentor } from './mentor-room.ts';

/** What a rotation is planned from. */
export type PlanningFacts = {
  firstWeek: string;
  weeks: number;
  /** First and last day of the class: nobody is at the enterprise before or after. */
  classSpan: { startsOn: string; endsOn: string };
  calendar: readonly { weekStart: string; kind: string }[];
  learners: readonly { placementId: string; siteName: string | null }[];
  units: readonly { id: string; lengthWeeks: number; isRequired: boolean }[];
  stations: readonly {
    id: string;
    unitId: string;
    siteId: string;
    siteName: string;
    siteNameEn?: string;
    places: number;
    availableFrom: string | null;
    availableTo: string | null;
    periods: readonly { from: string; to: string; places: number; note: string }[];
    /** Placements that the law does not let work there. */
    barred?: readonly string[];
    /** Heads of other classes' published plans, by Monday. */
    taken?: ReadonlyMap<string, number> | undefined;
  }[];
  /** Who looks after learners, as the law allows; none: no mentor is named yet, and none limits the plan. */
  mentors: readonly PlanningMentor[];
  /** How many optional units each learner takes. */
  electives: number;
  /** Blocks of an earlier plan that are to change as little as possible. */
  keep?: PlanningFacts['pins'];
  /** Optional units wished for by placement, best first. */
  wishes?: ReadonlyMap<string, readonly string[]>;
  /** Placements that came off badly in an earlier round: they count three times. */
  owed?: ReadonlySet<string>;
  pins: readonly {
    placementId: string;
    unitId: string;
    stationId: string;
    mentorId: string | null;
    firstWeek: string;
  }[];
};

/** Exactly as before is worth more than anything that a change could gain. */
const keepScore = 20;
/** What the first, second and third wish are worth on top of any other optional unit. */
const wishScores = [3, 2, 1];

/** Being trained at the site where the own post is counts more than anything else; moving about and waiting cost. */
const weights = { unit: 1, site: 2, siteChange: -1, wait: -1 };
/** Three times, not twice: the worst-off learner's own points would else undo what waiting costs somebody who is owed. */
const weightsOwed = { unit: 3, site: 6, siteChange: -3, wait: -3 };

/**
 * Stations of one site that are there in the same weeks are one place of the problem; one with weeks of its own, that is
 * shared with another class or at which the law does not let everybody work, is a place of its own, so that stations can
 * always be given out.
 */
export function placeOf(station: PlanningFacts['stations'][number]): string {
  const isForAll =
    isAlwaysThere(station) && (station.barred ?? []).length === 0 && (station.taken?.size ?? 0) === 0;
  return isForAll ? station.siteId : `${station.siteId}/${station.id}`;
}

/** The site of a place of the problem. */
export function siteOfPlace(place: string): string {
  return place.split('/')[0] ?? place;
}

/** Places of a station in a week of the plan that no other class has. */
export function placesAt(station: PlanningFacts['stations'][number], monday: string): number {
  const places = placesIn(station, monday, dayAfter(monday, 6));
  return Math.max(0, places - (station.taken?.get(monday) ?? 0));
}

/** Units that the class may take: the required ones, and the optional ones where some are chosen. */
export function unitsTaken<Unit extends { isRequired: boolean }>(
  facts: Pick<PlanningFacts, 'electives'>,
  units: readonly Unit[],
): Unit[] {
  return units.filter((unit) => unit.isRequired || facts.electives > 0);
}

/** Weeks in which the class is not at the enterprise, those outside the class included, as periods of the problem. */
export function awayPeriods(
  facts: Pick<PlanningFacts, 'firstWeek' | 'weeks' | 'calendar' | 'classSpan'>,
): number[] {
  const kinds = new Map(facts.calendar.map((week) => [week.weekStart, week.kind]));
  return Array.from({ length: facts.weeks }, (_, period) => period).filter((period) => {
    const monday = weekAfter(facts.firstWeek, period);
    return (kinds.get(monday) ?? 'enterprise') !== 'enterprise' || !isWeekWithin(monday, facts.classSpan);
  });
}

/** Puts a class, a base and a calendar into the form of rotation-problem@1. */
export function buildProblem(facts: PlanningFacts): RotationProblemInput {
  const away = awayPeriods(facts);
  const units = unitsTaken(facts, facts.units);
  const sites = [...new Set(facts.stations.map(placeOf))];
  const siteName = new Map(facts.stations.map((station) => [placeOf(station), station.siteName]));
  const required = units.filter((unit) => unit.isRequired).length;
  const places = placesOf(facts, new Set(units.map((unit) => unit.id)));
  const pinned = facts.pins.map((pin) => ({
    ...pin,
    weeks: units.find((unit) => unit.id === pin.unitId)?.lengthWeeks ?? 1,
  }));
  const { firstWeek, weeks } = facts;
  return {
    format: 'dualtrack/rotation-problem@1',
    periods: facts.weeks,
    units: units.map((unit) => ({
      id: unit.id,
      length: unit.lengthWeeks,
      group: unit.isRequired ? 'required' : 'optional',
    })),
    sites: sites.map((id) => ({ id })),
    places,
    pools: mentorPools(facts.mentors, { firstWeek, weeks, units: units.map(({ id }) => id), places }, pinned),
    learners: facts.learners.map((learner) => ({
      id: learner.placementId,
      take: { required, ...(facts.electives > 0 ? { optional: facts.electives } : {}) },
      units: Object.fromEntries(
        units.map((unit) => [unit.id, 1 + wishScore(facts, learner.placementId, unit)]),
      ),
      sites: Object.fromEntries(
        sites.filter((site) => siteName.get(site) === learner.siteName).map((site) => [site, 2]),
      ),
      cannot: facts.stations
        .filter((station) => station.barred?.includes(learner.placementId) === true)
        .filter((station) => units.some((unit) => unit.id === station.unitId))
        .map((station): [string, string] => [placeOf(station), station.unitId]),
      away,
      keep: (facts.keep ?? [])
        .filter((one) => one.placementId === learner.placementId)
        .flatMap((one) => blockOf(facts, one).map((block) => ({ ...block, score: keepScore }))),
      weights: facts.owed?.has(learner.placementId) ? weightsOwed : weights,
    })),
    fairness: 1,
    pins: facts.pins.flatMap((pin) =>
      blockOf(facts, pin).map((block) => ({ learner: pin.placementId, ...block })),
    ),
  };
}

/** A stored block in the words of the problem; none where its station is gone. */
function blockOf(facts: PlanningFacts, block: PlanningFacts['pins'][number]) {
  const station = facts.stations.find((one) => one.id === block.stationId);
  const start = daysBetween(facts.firstWeek, block.firstWeek) / 7;
  return station === undefined || start < 0 ? [] : [{ unit: block.unitId, site: placeOf(station), start }];
}

function wishScore(
  facts: PlanningFacts,
  placementId: string,
  unit: { id: string; isRequired: boolean },
): number {
  if (unit.isRequired) return 0;
  const rank = facts.wishes?.get(placementId)?.indexOf(unit.id) ?? -1;
  return rank < 0 ? 0 : (wishScores[rank] ?? 0);
}

function placesOf(facts: PlanningFacts, taken: ReadonlySet<string>): RotationProblemInput['places'] {
  const places = new Map<string, { site: string; unit: string; max: number[] }>();
  for (const station of facts.stations) {
    if (!taken.has(station.unitId)) continue;
    const site = placeOf(station);
    const key = `${site} ${station.unitId}`;
    const before = places.get(key)?.max;
    const max = Array.from(
      { length: facts.weeks },
      (_, period) => (before?.[period] ?? 0) + placesAt(station, weekAfter(facts.firstWeek, period)),
    );
    places.set(key, { site, unit: station.unitId, max });
  }
  return [...places.values()].map((place) => ({ ...place, min: place.max.map(() => 0) }));
}
