import type { RotationProblemInput } from '@dualtrack/rotation';
import { daysBetween } from '../week.ts';
import type { PlanningFacts } from './build-problem.ts';
import { type HeldRow, weeksOf } from './held-blocks.ts';
import { isMadeUpAt, type MissedWeek } from './missed-weeks.ts';

/** Weeks of a unit that a student has missed and is to make up for, as a block of their own. */
export type RestToPlan = { placementId: string; unitId: string; weeks: number };

/** A unit as the search knows it: the base's own, or so many missed weeks of it. */
export const unitInSearch = (block: { unitId: string; weeks: number; isRest: boolean }): string =>
  block.isRest ? `${block.unitId}#${block.weeks}` : block.unitId;

/** Reads a unit of the search: the base's unit, and how many missed weeks of it; null: the whole of it. */
export function readUnitInSearch(id: string): { unitId: string; restWeeks: number | null } {
  const [unitId = id, weeks] = id.split('#');
  return { unitId, restWeeks: weeks === undefined ? null : Number(weeks) };
}

type Facts = Pick<PlanningFacts, 'pins' | 'learners' | 'missed'>;

/** What each student still has to make up for: missed weeks that are not let go, without those that blocks under way make up for. */
export function restsToPlan({ pins, learners, missed = [] }: Facts): RestToPlan[] {
  return learners.flatMap(({ placementId, absences = [] }) => {
    const own = missed.filter((one) => one.placementId === placementId);
    return [...new Set(own.map((one) => one.unitId))].flatMap((unitId) => {
      const ofUnit = own.filter((one) => one.unitId === unitId);
      const wanted = ofUnit.filter(
        ({ cause, weekStart }) => cause === 'no-place' || isMadeUpAt(absences, weekStart),
      ).length;
      const underWay = pins
        .filter((pin) => pin.placementId === placementId && pin.unitId === unitId)
        .filter((pin) => pin.isBegun === true && pin.isRest === true)
        .reduce((sum, pin) => sum + (pin.weeks ?? 1), 0);
      const weeks = wanted - underWay - ofUnit.filter((one) => one.isRest).length;
      return weeks > 0 ? [{ placementId, unitId, weeks }] : [];
    });
  });
}

/** Missed weeks of a student that are to be made up for and of which no block makes up. */
export function weeksToMakeUp(placementId: string | undefined, facts: Facts): MissedWeek[] {
  const rests = restsToPlan(facts).filter((rest) => rest.placementId === placementId);
  const { absences = [] } = facts.learners.find((one) => one.placementId === placementId) ?? {};
  return rests.flatMap(({ unitId, weeks }) =>
    (facts.missed ?? [])
      .filter((one) => one.placementId === placementId && one.unitId === unitId)
      .filter(({ cause, weekStart }) => cause === 'no-place' || isMadeUpAt(absences, weekStart))
      .slice(-weeks),
  );
}

type Ways = { placeOf: (station: PlanningFacts['stations'][number]) => string; keepScore: number };
type Pair = readonly [site: string, unit: string];
const group = 'rest';

/**
 * Adds what is to be made up for to a problem. Missed weeks of a unit are a unit of their own that only their students
 * take, at the unit's places and together with it within their heads; what is made up for right now is time that its
 * student does not have, and a head less at its place.
 */
export function withRests(
  problem: RotationProblemInput,
  facts: PlanningFacts,
  { placeOf, keepScore }: Ways,
): RotationProblemInput {
  const known = new Set(problem.units.map(({ id }) => id));
  const rests = restsToPlan(facts).filter(({ unitId }) => known.has(unitId));
  const running = facts.pins.filter((pin) => pin.isBegun === true && pin.isRest === true);
  if (rests.length + running.length === 0) return problem;
  const idOf = (rest: RestToPlan) => unitInSearch({ ...rest, isRest: true });
  const lengths = new Map(rests.map((rest) => [idOf(rest), rest]));
  const idsFor = (unit: string) => [...lengths].filter(([, rest]) => rest.unitId === unit).map(([id]) => id);
  const spread = (pairs: readonly Pair[]): [string, string][] =>
    pairs.flatMap(([site, unit]) => [unit, ...idsFor(unit)].map((id): [string, string] => [site, id]));
  const room = roomBeside(problem, running, facts, placeOf);
  const places = problem.places.map((place) => ({
    ...place,
    max: room([[place.site, place.unit]], place.max),
  }));
  const at = (row: HeldRow) => {
    const station = facts.stations.find((one) => one.id === row.stationId);
    const start = daysBetween(facts.firstWeek, row.firstWeek) / 7;
    const unit = unitInSearch({ ...row, weeks: row.weeks ?? 1, isRest: true });
    return station === undefined || start < 0 || !lengths.has(unit)
      ? []
      : [{ unit, site: placeOf(station), start }];
  };
  const restRows = (rows: readonly HeldRow[], placementId: string) =>
    rows.filter((row) => row.isRest === true && row.isBegun !== true && row.placementId === placementId);
  return {
    ...problem,
    units: [...problem.units, ...[...lengths].map(([id, { weeks }]) => ({ id, length: weeks, group }))],
    places: places.flatMap((place) => [
      place,
      ...idsFor(place.unit).map((unit) => ({ ...place, unit, min: place.max.map(() => 0) })),
    ]),
    pools: [
      ...(problem.pools ?? []).map((pool) => ({
        ...pool,
        places: spread(pool.places),
        max: room(pool.places, pool.max),
      })),
      ...places
        .filter(({ unit }) => idsFor(unit).length > 0)
        .map(({ site, unit, max }) => ({
          id: `${restPool} ${site} ${unit}`,
          places: spread([[site, unit]]),
          max,
        })),
    ],
    learners: problem.learners.map((learner) => {
      const own = rests.filter((rest) => rest.placementId === learner.id);
      const busy = running.filter((row) => row.placementId === learner.id);
      if (own.length + busy.length === 0) return learner;
      const barred = facts.stations.filter((station) => station.barred?.includes(learner.id) === true);
      const rows = restRows(facts.keep ?? [], learner.id);
      return {
        ...learner,
        take: { ...learner.take, [group]: own.length },
        units: { ...learner.units, ...Object.fromEntries(own.map((rest) => [idOf(rest), 1])) },
        cannot: [
          ...(learner.cannot ?? []),
          ...barred.flatMap((station) =>
            own
              .filter(({ unitId }) => unitId === station.unitId)
              .map((rest): [string, string] => [placeOf(station), idOf(rest)]),
          ),
        ],
        away: [...new Set([...(learner.away ?? []), ...busy.flatMap((row) => periodsOf(row, facts))])],
        keep: [...(learner.keep ?? []), ...rows.flatMap(at).map((block) => ({ ...block, score: keepScore }))],
      };
    }),
    pins: [
      ...(problem.pins ?? []),
      ...rests.flatMap(({ placementId }) =>
        restRows(facts.pins, placementId)
          .filter((row) => rests.some((rest) => isOf(rest, row)))
          .flatMap(at)
          .map((block) => ({ learner: placementId, ...block })),
      ),
    ].filter((pin, index, all) => all.findIndex((one) => isSamePin(one, pin)) === index),
  };
}

type Unmet = { code: string; params: Readonly<Record<string, unknown>> };
const restPool = 'rests';

/** Rules that cannot hold together, of the base's own units: what missed weeks share with their unit are its places. */
export function unmetInPlan({ code, params }: Unmet): Unmet {
  const plain = (value: unknown) => (typeof value === 'string' ? readUnitInSearch(value).unitId : value);
  const [kind, site, unit] = String(params.pool ?? '').split(' ');
  if (kind === restPool) {
    const { periods, heads } = params;
    return { code: 'place-max', params: { site, unit, periods, heads } };
  }
  const units = Array.isArray(params.units) ? { units: [...new Set(params.units.map(plain))] } : {};
  return { code, params: { ...params, ...units, ...('unit' in params ? { unit: plain(params.unit) } : {}) } };
}

type PinInput = NonNullable<RotationProblemInput['pins']>[number];

function isSamePin(one: PinInput, other: PinInput): boolean {
  return (
    one.learner === other.learner &&
    one.unit === other.unit &&
    one.site === other.site &&
    one.start === other.start
  );
}

/** Whether a planned row is what a student still has to make up for. */
export function isOf(rest: RestToPlan, row: HeldRow): boolean {
  return rest.placementId === row.placementId && rest.unitId === row.unitId && rest.weeks === row.weeks;
}

function periodsOf(row: HeldRow, facts: Pick<PlanningFacts, 'firstWeek' | 'weeks'>): number[] {
  return weeksOf(row, row.weeks ?? 1)
    .map((monday) => daysBetween(facts.firstWeek, monday) / 7)
    .filter((period) => period >= 0 && period < facts.weeks);
}

/**
 * Heads that places take together beside those who make up for missed weeks right now; never less than kept blocks need,
 * which stand whatever the room.
 */
function roomBeside(
  problem: RotationProblemInput,
  running: readonly HeldRow[],
  facts: PlanningFacts,
  placeOf: Ways['placeOf'],
) {
  const key = (site: string, unit: string, period: number) => `${site} ${unit} ${period}`;
  const count = (heads: Map<string, number>, id: string) => heads.set(id, (heads.get(id) ?? 0) + 1);
  const [busy, kept] = [new Map<string, number>(), new Map<string, number>()];
  for (const row of running) {
    const station = facts.stations.find((one) => one.id === row.stationId);
    if (station === undefined) continue;
    for (const period of periodsOf(row, facts)) count(busy, key(placeOf(station), row.unitId, period));
  }
  const lengthOf = new Map(problem.units.map(({ id, length }) => [id, length]));
  for (const pin of problem.pins ?? []) {
    const length = lengthOf.get(pin.unit) ?? 1;
    for (let at = 0; at < length; at += 1) count(kept, key(pin.site, pin.unit, pin.start + at));
  }
  return (pairs: readonly Pair[], max: readonly number[]): number[] =>
    max.map((most, period) => {
      const heads = (of: ReadonlyMap<string, number>) =>
        pairs.reduce((sum, [site, unit]) => sum + (of.get(key(site, unit, period)) ?? 0), 0);
      return heads(busy) === 0 ? most : Math.max(0, most - heads(busy), Math.min(most, heads(kept)));
    });
}
