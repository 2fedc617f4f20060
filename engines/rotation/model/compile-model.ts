import type { RotationProblem } from '../format/problem-format.ts';
import { commonStep } from './common-step.ts';
import { compileLearner } from './compile-learner.ts';
import type { Model } from './model.ts';

/** What of a problem every learner's model is made from. */
export type Frame = {
  problem: RotationProblem;
  /** Number of sites, at least 1, so that tables by site are never empty. */
  sites: number;
  unitIndex: ReadonlyMap<string, number>;
  siteIndex: ReadonlyMap<string, number>;
  /** For each site the one by which changes and limits count. */
  outer: Int32Array;
  /** `unit * sites + site` → place, −1 without one. */
  placeOf: Int32Array;
  /** `unit * sites + site` at `start` → fewest heads that the place takes while a block lasts. */
  room: (place: number, start: number, length: number) => number;
};

/** Turns a sound problem into numbers; `problem` must have passed `parseRotationProblem`. */
export function compileModel(problem: RotationProblem): Model {
  const { periods, units, places } = problem;
  const sites = Math.max(1, problem.sites.length);
  const unitIndex = new Map(units.map(({ id }, i) => [id, i]));
  const siteIndex = new Map(problem.sites.map(({ id }, i) => [id, i]));
  const outer = Int32Array.from(
    { length: sites },
    (_, s) => siteIndex.get(problem.sites[s]?.within ?? '') ?? s,
  );
  const placeUnit = Int32Array.from(places, (place) => unitIndex.get(place.unit) ?? -1);
  const placeSite = Int32Array.from(places, (place) => siteIndex.get(place.site) ?? -1);
  const rows = places.length + problem.pools.length;
  const min = new Int32Array(rows * periods);
  const max = new Int32Array(rows * periods);
  const poolsOf = places.map(({ site, unit }) =>
    problem.pools.flatMap((pool, i) =>
      pool.places.some(([s, u]) => s === site && u === unit) ? [places.length + i] : [],
    ),
  );
  problem.pools.forEach((pool, i) => {
    min.set(pool.min ?? [], (places.length + i) * periods);
    max.set(pool.max, (places.length + i) * periods);
  });
  const placeOf = new Int32Array(units.length * sites).fill(-1);
  places.forEach((place, p) => {
    min.set(place.min, p * periods);
    max.set(place.max, p * periods);
    placeOf[placeUnit[p]! * sites + placeSite[p]!] = p;
  });
  const room = (place: number, start: number, length: number): number => {
    let least = Infinity;
    for (const row of [place, ...poolsOf[place]!]) {
      for (let t = start; t < start + length; t++) least = Math.min(least, max[row * periods + t]!);
    }
    return least;
  };
  const frame: Frame = { problem, sites, unitIndex, siteIndex, outer, placeOf, room };
  const learners = problem.learners.map((learner, index) => compileLearner(frame, learner, index));
  const scoreStep = commonStep(
    learners.flatMap((l) => [
      ...l.value.filter(Number.isFinite),
      ...new Set(l.bonus ?? []),
      l.siteChange,
      l.wait,
    ]),
  );
  return {
    periods,
    sites,
    places: places.length,
    poolsOf,
    placeUnit,
    placeSite,
    min,
    max,
    learners,
    fairness: problem.fairness,
    scoreStep,
    objectiveStep: scoreStep * commonStep([1, problem.fairness]),
  };
}
