import type { RotationProblemInput } from '@dualtrack/rotation';
import { isAlwaysThere, placesIn } from '@dualtrack/training-bases/server';
import type { PlanRules } from '../rules-contract.ts';
import { dayAfter, daysBetween, isWeekWithin, weekAfter } from '../week.ts';
import { begunIn, type HeldRow, weeksOf, wholeBlocks } from './held-blocks.ts';
import { mentorPools, type PlanningMentor } from './mentor-room.ts';
import type { MissedWeek } from './missed-weeks.ts';
import { withRests } from './rest-blocks.ts';

/** What a rotation is planned from. */
export type PlanningFacts = {
  firstWeek: string;
  weeks: number;
  /** First and last day of the class: nobody is at the enterprise before or after. */
  classSpan: { startsOn: string; endsOn: string };
  calendar: readonly { weekStart: string; kind: string }[];
  learners: readonly {
    placementId: string;
    siteName: string | null;
    /** Stretches of days, both ends included, in which the student cannot be there. */
    absences?: readonly { from: string; to: string; isMadeUp?: boolean }[];
  }[];
  /** `after`: units that have to be begun before this one. */
  units: readonly { id: string; lengthWeeks: number; isRequired: boolean; after?: readonly string[] }[];
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
  pins: readonly HeldRow[];
  /** What was set for this plan beside places, calendar and law. */
  rules?: PlanRules;
  /** Monday of the week up to which everything is past, in the change of a published plan. */
  heldUntil?: string | null;
  /** Weeks of begun blocks without their students. */
  missed?: readonly MissedWeek[];
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
  const places = placesOf(facts, units);
  const pins = pinsThatBind(facts, units);
  const lengthOf = (unitId: string) => units.find((unit) => unit.id === unitId)?.lengthWeeks ?? 1;
  const pinned = pins.map((pin) => ({ ...pin, weeks: pin.weeks ?? lengthOf(pin.unitId) }));
  const hasBegun = begunIn(pins);
  const { firstWeek, weeks } = facts;
  const problem: RotationProblemInput = {
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
        .filter(({ unitId }) => !hasBegun({ placementId: learner.placementId, unitId }))
        .map((station): [string, string] => [placeOf(station), station.unitId]),
      away: awayOf(facts, away, learner, pins, lengthOf),
      keep: wholeBlocks(facts.keep ?? [])
        .filter((one) => one.placementId === learner.placementId)
        .flatMap((one) => blockOf(facts, one).map((block) => ({ ...block, score: keepScore }))),
      weights: facts.owed?.has(learner.placementId) ? weightsOwed : weights,
    })),
    fairness: 1,
    pins: wholeBlocks(pins).flatMap((pin) =>
      blockOf(facts, pin).map((block) => ({ learner: pin.placementId, ...block })),
    ),
  };
  return withRests(problem, facts, { placeOf, keepScore });
}

/** A stored block in the words of the problem; none where its station is gone. */
function blockOf(facts: PlanningFacts, block: HeldRow) {
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

/** Kept blocks of students who are still there, in units that are still taken. */
function pinsThatBind(facts: PlanningFacts, units: readonly { id: string }[]): HeldRow[] {
  const known = new Set(facts.learners.map((learner) => learner.placementId));
  const taken = new Set(units.map((unit) => unit.id));
  return facts.pins.filter(
    (pin) => known.has(pin.placementId) && taken.has(pin.unitId) && pin.isRest !== true,
  );
}

/** Weeks in which one student is not there. A block that has begun goes on: its weeks are no absence. */
function awayOf(
  facts: PlanningFacts,
  away: readonly number[],
  { placementId, absences }: PlanningFacts['learners'][number],
  pins: readonly HeldRow[],
  lengthOf: (unitId: string) => number,
): number[] {
  const weeks = Array.from({ length: facts.weeks }, (_, period) => weekAfter(facts.firstWeek, period));
  const isAbsent = (monday: string) => isAbsentAt(absences ?? [], monday);
  const isPast = (monday: string) => monday <= (facts.heldUntil ?? '');
  const begun = pins.filter((pin) => pin.placementId === placementId && pin.isBegun === true);
  // As the search counts it, a block is one row of weeks from its beginning; a holiday may have parted it since.
  const counted = new Set(
    wholeBlocks(begun).flatMap((pin) => weeksOf({ firstWeek: pin.firstWeek }, lengthOf(pin.unitId))),
  );
  const real = new Set(begun.flatMap((pin) => weeksOf(pin, lengthOf(pin.unitId))));
  return weeks.flatMap((monday, period) => {
    if (counted.has(monday)) return [];
    return away.includes(period) || isAbsent(monday) || isPast(monday) || real.has(monday) ? [period] : [];
  });
}

/** Whether a student is absent on some working day of a week. */
export function isAbsentAt(absences: readonly { from: string; to: string }[], monday: string): boolean {
  return absences.some(({ from, to }) => from <= dayAfter(monday, 4) && to >= monday);
}

function placesOf(
  facts: PlanningFacts,
  units: readonly { id: string; lengthWeeks: number }[],
): RotationProblemInput['places'] {
  const taken = new Set(units.map((unit) => unit.id));
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
  const moved = headsMoved(facts, units);
  return [...places.values()].map(({ site, unit, max }) => ({
    ...{ site, unit, min: max.map(() => 0) },
    max: max.map((count, period) => {
      const { counted = 0, real = 0 } = moved.get(`${site} ${unit} ${period}`) ?? {};
      return Math.max(count + counted - real, counted);
    }),
  }));
}

/**
 * Heads of blocks that have begun, by place, unit and period: as the search counts them, all at the place where the block
 * began, and where they really are. Both stand fast, so that a place which is closed by now refuses nobody who is there.
 */
function headsMoved(facts: PlanningFacts, units: readonly { id: string; lengthWeeks: number }[]) {
  const heads = new Map<string, { counted: number; real: number }>();
  const note = (row: HeldRow, weeks: readonly string[], kind: 'counted' | 'real') => {
    const station = facts.stations.find((one) => one.id === row.stationId);
    if (station === undefined) return;
    for (const monday of weeks) {
      const key = `${placeOf(station)} ${row.unitId} ${daysBetween(facts.firstWeek, monday) / 7}`;
      const found = heads.get(key) ?? { counted: 0, real: 0 };
      heads.set(key, { ...found, [kind]: found[kind] + 1 });
    }
  };
  const begun = pinsThatBind(facts, units).filter((pin) => pin.isBegun === true);
  const lengthOf = (unitId: string) => units.find((unit) => unit.id === unitId)?.lengthWeeks ?? 1;
  for (const pin of begun) note(pin, weeksOf(pin, lengthOf(pin.unitId)), 'real');
  for (const pin of wholeBlocks(begun)) {
    note(pin, weeksOf({ firstWeek: pin.firstWeek }, lengthOf(pin.unitId)), 'counted');
  }
  return heads;
}
