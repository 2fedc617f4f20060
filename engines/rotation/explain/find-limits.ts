import type { PlacePrice } from '../format/plan-format.ts';
import { assign } from '../search/occupancy.ts';
import { bestChoice, type Choice, type Standpoint } from './standpoint.ts';

/** What another learner's score would lose, if that learner made room; null where there is no other programme. */
export type Swap = { learner: string; loss: number | null };

/** One thing that stands against a wish. */
export type Limit =
  /** The site has no places for the unit, or the learner may not have them. */
  | { code: 'no-place' | 'cannot'; params: { site: string; unit: string } }
  /** Never open to so many heads in a row. */
  | { code: 'closed'; params: { site: string; unit: string; heads: number } }
  /** Own calendar, order of units, pins or the limit per site leave no programme with it. */
  | { code: 'own-rules'; params: { site: string; unit: string } }
  /** Possible alone, but the whole programme would be worth this much less. */
  | { code: 'not-worth-it'; params: { loss: number } }
  /** Full in these periods of the best programme with it; `price`: worth of one more head there, where known. */
  | {
      code: 'full';
      params: {
        site: string;
        unit: string;
        periods: number[];
        learners: string[];
        price: number | null;
        swaps: Swap[];
      };
    }
  /** A pool is full in these periods of the best programme with it. */
  | {
      code: 'pool-full';
      params: { pool: string; periods: number[]; learners: string[]; swaps: Swap[] };
    }
  /** The learner is needed for a minimum elsewhere. */
  | { code: 'needed'; params: { site: string; unit: string; periods: number[] } }
  /** Open as the plan stands: the plan gives up this gain for others' sake or was not searched to the end. */
  | { code: 'open'; params: { gain: number } };

/** Learners in a full place whose part in a swap is worked out. */
const SWAPS = 8;

/** Finds what stands against a unit at a site; `alone` is the best programme with it if nobody else were there. */
export function findLimits(
  standpoint: Standpoint,
  learner: number,
  forced: { unit: string; site: string },
  alone: Choice | null,
  prices: readonly PlacePrice[],
): Limit[] {
  const score = standpoint.plan.columns[learner]!.score;
  if (!alone) return [ownLimit(standpoint, learner, forced)];
  if (alone.score <= score) return [{ code: 'not-worth-it', params: { loss: score - alone.score } }];
  const possible = bestChoice(standpoint, learner, { ignoresOthers: false, forced });
  if (possible && possible.score > score) return [{ code: 'open', params: { gain: possible.score - score } }];
  const limits = [
    ...fullPlaces(standpoint, learner, alone, prices),
    ...neededPlaces(standpoint, learner, alone),
  ];
  if (limits.length) return limits;
  return [{ code: 'own-rules', params: { site: forced.site, unit: forced.unit } }];
}

function ownLimit(
  { problem, model }: Standpoint,
  learner: number,
  { unit, site }: { unit: string; site: string },
): Limit {
  const params = { site, unit };
  const { cannot, size } = problem.learners[learner]!;
  if (cannot.some(([s, u]) => s === site && u === unit)) return { code: 'cannot', params };
  const own = model.learners[learner]!;
  const unitAt = own.units.indexOf(problem.units.findIndex(({ id }) => id === unit));
  const option = unitAt * model.sites + problem.sites.findIndex(({ id }) => id === site);
  if ((own.place[option] ?? -1) < 0) return { code: 'no-place', params };
  const place = problem.places[own.place[option]!]!;
  const length = own.lengths[unitAt]!;
  const fits = place.max.some((_, t) => {
    const run = place.max.slice(t, t + length);
    return run.length === length && run.every((n) => n >= size);
  });
  return fits ? { code: 'own-rules', params } : { code: 'closed', params: { ...params, heads: size } };
}

/** Places and pools that the better programme would overfill, each with those who are there. */
function fullPlaces(
  standpoint: Standpoint,
  learner: number,
  alone: Choice,
  prices: readonly PlacePrice[],
): Limit[] {
  const { problem, model, plan } = standpoint;
  const present = new Set(plan.columns[learner]!.cells);
  const { size } = model.learners[learner]!;
  const full = [...alone.cells].filter(
    (cell) => !present.has(cell) && plan.used[cell]! + size > model.max[cell]!,
  );
  return byPlace(problem.periods, full).map(({ place, periods, cells }): Limit => {
    const holders = plan.columns.flatMap((column, i) =>
      i !== learner && column?.cells.some((cell) => cells.includes(cell)) ? [i] : [],
    );
    const swaps = swapsWith(standpoint, learner, alone, holders.slice(0, SWAPS));
    const learners = holders.map((i) => problem.learners[i]!.id);
    const pool = problem.pools[place - problem.places.length];
    if (pool) return { code: 'pool-full', params: { pool: pool.id, periods, learners, swaps } };
    const { site, unit } = problem.places[place]!;
    const known = prices.filter(
      (p) => p.kind === 'max' && p.site === site && p.unit === unit && periods.includes(p.period),
    );
    const params = {
      site,
      unit,
      periods,
      learners,
      price: known.length ? known.reduce((sum, { price }) => sum + price, 0) : null,
      swaps,
    };
    return { code: 'full', params };
  });
}

/** What it would cost each holder to go elsewhere once the learner has the better programme. */
function swapsWith(
  standpoint: Standpoint,
  learner: number,
  alone: Choice,
  holders: readonly number[],
): Swap[] {
  const { problem, model, plan } = standpoint;
  const before = plan.columns[learner]!;
  assign(model, plan, learner, { ...before, cells: alone.cells });
  const swaps = holders.map((holder): Swap => {
    const elsewhere = bestChoice(standpoint, holder, { ignoresOthers: false });
    const loss = elsewhere && plan.columns[holder]!.score - elsewhere.score;
    return { learner: problem.learners[holder]!.id, loss };
  });
  assign(model, plan, learner, before);
  return swaps.sort((a, b) => (a.loss ?? Infinity) - (b.loss ?? Infinity));
}

/** Places whose minimum would no longer be kept if the learner had the better programme. */
function neededPlaces({ problem, model, plan }: Standpoint, learner: number, alone: Choice): Limit[] {
  const { size } = model.learners[learner]!;
  const left = [...plan.columns[learner]!.cells].filter(
    (cell) => !alone.cells.includes(cell) && plan.used[cell]! - size < model.min[cell]!,
  );
  return byPlace(problem.periods, left).map(({ place, periods }): Limit => {
    const { site, unit } = problem.places[place]!;
    return { code: 'needed', params: { site, unit, periods } };
  });
}

function byPlace(
  periods: number,
  cells: readonly number[],
): { place: number; periods: number[]; cells: number[] }[] {
  const places = new Map<number, number[]>();
  for (const cell of cells) {
    const place = Math.floor(cell / periods);
    places.set(place, [...(places.get(place) ?? []), cell]);
  }
  return [...places].map(([place, own]) => ({
    place,
    cells: own,
    periods: own.map((cell) => cell % periods),
  }));
}
