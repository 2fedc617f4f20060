import type { RotationProblemInput } from '@dualtrack/rotation';
import { daysBetween, weekAfter } from '../week.ts';

/** What a rotation is planned from. */
export type PlanningFacts = {
  firstWeek: string;
  weeks: number;
  calendar: readonly { weekStart: string; kind: string }[];
  learners: readonly { placementId: string; siteName: string | null }[];
  units: readonly { id: string; lengthWeeks: number; isRequired: boolean }[];
  stations: readonly {
    id: string;
    unitId: string;
    siteId: string;
    siteName: string;
    places: number;
    availableFrom: string | null;
    availableTo: string | null;
  }[];
  pins: readonly { placementId: string; unitId: string; stationId: string; firstWeek: string }[];
};

const group = 'required';
/** Being trained at the site where the own post is counts more than anything else; moving about and waiting cost. */
const weights = { unit: 1, site: 2, siteChange: -1, wait: -1 };

/**
 * Stations of one site that are there in the same weeks are one place of the problem; one with weeks of its own is a
 * place of its own, so that stations can always be given out afterwards.
 */
export function placeOf(station: PlanningFacts['stations'][number]): string {
  const isAlways = station.availableFrom === null && station.availableTo === null;
  return isAlways ? station.siteId : `${station.siteId}/${station.id}`;
}

/** Weeks in which the class is not at the enterprise, as periods of the problem. */
export function awayPeriods(facts: Pick<PlanningFacts, 'firstWeek' | 'weeks' | 'calendar'>): number[] {
  const kinds = new Map(facts.calendar.map((week) => [week.weekStart, week.kind]));
  return Array.from({ length: facts.weeks }, (_, period) => period).filter(
    (period) => (kinds.get(weekAfter(facts.firstWeek, period)) ?? 'enterprise') !== 'enterprise',
  );
}

/** Puts a class, a base and a calendar into the form of rotation-problem@1. */
export function buildProblem(facts: PlanningFacts): RotationProblemInput {
  const away = awayPeriods(facts);
  const required = facts.units.filter((unit) => unit.isRequired);
  const sites = [...new Set(facts.stations.map(placeOf))];
  const siteName = new Map(facts.stations.map((station) => [placeOf(station), station.siteName]));
  const places = new Map<string, { site: string; unit: string; max: number[] }>();
  for (const station of facts.stations) {
    if (!required.some((unit) => unit.id === station.unitId)) continue;
    const key = `${placeOf(station)} ${station.unitId}`;
    const place = places.get(key) ?? {
      site: placeOf(station),
      unit: station.unitId,
      max: Array.from({ length: facts.weeks }, () => 0),
    };
    for (let period = 0; period < facts.weeks; period += 1) {
      if (isAvailable(station, weekAfter(facts.firstWeek, period))) {
        place.max[period] = (place.max[period] ?? 0) + station.places;
      }
    }
    places.set(key, place);
  }
  return {
    format: 'dualtrack/rotation-problem@1',
    periods: facts.weeks,
    units: required.map((unit) => ({ id: unit.id, length: unit.lengthWeeks, group })),
    sites: sites.map((id) => ({ id })),
    places: [...places.values()].map((place) => ({ ...place, min: place.max.map(() => 0) })),
    learners: facts.learners.map((learner) => ({
      id: learner.placementId,
      take: { [group]: required.length },
      units: Object.fromEntries(required.map((unit) => [unit.id, 1])),
      sites: Object.fromEntries(
        sites.filter((site) => siteName.get(site) === learner.siteName).map((site) => [site, 2]),
      ),
      away,
      weights,
    })),
    fairness: 1,
    pins: facts.pins.flatMap((pin) => {
      const station = facts.stations.find((one) => one.id === pin.stationId);
      const start = daysBetween(facts.firstWeek, pin.firstWeek) / 7;
      return station === undefined
        ? []
        : [{ learner: pin.placementId, unit: pin.unitId, site: placeOf(station), start }];
    }),
  };
}

/** Whether a station is there in the whole of a week. */
export function isAvailable(
  station: { availableFrom: string | null; availableTo: string | null },
  monday: string,
): boolean {
  const sunday = weekAfter(monday, 1);
  return (
    (station.availableFrom === null || station.availableFrom <= monday) &&
    (station.availableTo === null || station.availableTo >= sunday)
  );
}
