import type { Learner, Place, Pool, RotationProblem, Site, Unit } from '../format/problem-format.ts';
import { type Random, randomFrom } from '../random.ts';
import { type PlantedLearner, plantLearner } from './plant-learner.ts';

/** What kind of problem to make. Everything not given is typical for one intake at one enterprise. */
export type GeneratorOptions = {
  seed: string;
  learners?: number;
  units?: number;
  sites?: number;
  periods?: number;
  groups?: number;
  /** Longest unit in periods. */
  longest?: number;
  /** Heads of a learner at most; more than 1 makes groups that move together. */
  largest?: number;
  /** 0: places for everybody everywhere; 1: hardly more places than the planted plan uses. */
  tightness?: number;
  /** Share of used cells that get a minimum. */
  minimums?: number;
  /** Share of pairs of neighbouring units that have an order. */
  orders?: number;
  fairness?: number;
  /** Pools of heads shared by about half of all places. */
  pools?: number;
  /** Learners' wishes by unit and site; false makes everybody indifferent. */
  wishes?: boolean;
};

/** The problem with a plan that is known to be feasible, as blocks by learner. */
export type GeneratedProblem = { problem: RotationProblem; planted: PlantedLearner[] };

/**
 * Makes a problem around a hidden feasible plan, so that it has an answer however tight its places are. The same
 * options give the same problem. Ids say nothing about the plan.
 */
export function generateRotationProblem(options: GeneratorOptions): GeneratedProblem {
  const random = randomFrom(options.seed);
  const periods = options.periods ?? 24;
  const units = makeUnits(options, random);
  const sites: Site[] = Array.from({ length: options.sites ?? 3 }, (_, i) => ({
    id: `s${i + 1}`,
    ...(random.real() < 0.3 ? { maxUnitsPerLearner: 2 + random.below(Math.max(1, units.length - 2)) } : {}),
  }));
  const before = units.flatMap((unit, i): [string, string][] => {
    const later = units[i + 1 + random.below(2)];
    return later && random.real() < (options.orders ?? 0.3) ? [[unit.id, later.id]] : [];
  });
  const pairs = makePairs(units, sites, random);
  const frame = { periods, units, sites, before, pairs };
  const planted = Array.from({ length: options.learners ?? 60 }, (_, i) =>
    plantLearner(frame, `l${i + 1}`, options, random),
  );
  const places = pairs.map((pair) => makePlace(pair, planted, units, periods, options, random));
  const problem: RotationProblem = {
    format: 'dualtrack/rotation-problem@1',
    periods,
    units,
    sites,
    places,
    pools: Array.from({ length: options.pools ?? 0 }, (_, i) =>
      makePool(`p${i + 1}`, pairs, planted, units, periods, random),
    ),
    before,
    learners: planted.map(({ learner }): Learner => learner),
    fairness: options.fairness ?? 1,
    pins: [],
  };
  return { problem, planted };
}

function makeUnits(options: GeneratorOptions, random: Random): Unit[] {
  return Array.from({ length: options.units ?? 6 }, (_, i) => ({
    id: `u${i + 1}`,
    length: 1 + random.below(options.longest ?? 4),
    group: `g${1 + (i % (options.groups ?? 2))}`,
    hostScore: random.below(4),
  }));
}

/** Most pairs of site and unit, and for each unit at least one. */
function makePairs(
  units: readonly Unit[],
  sites: readonly Site[],
  random: Random,
): { site: string; unit: string }[] {
  return units.flatMap((unit) => {
    const sure = random.below(sites.length);
    const open = sites.filter((_, i) => i === sure || random.real() < 0.7);
    return open.map((site) => ({ site: site.id, unit: unit.id }));
  });
}

/** Never less than the planted plan uses, and little more. */
function makePool(
  id: string,
  pairs: readonly { site: string; unit: string }[],
  planted: readonly PlantedLearner[],
  units: readonly Unit[],
  periods: number,
  random: Random,
): Pool {
  const own = pairs.filter(() => random.real() < 0.5);
  const used = new Array<number>(periods).fill(0);
  for (const { site, unit } of own) usedAt({ site, unit }, planted, units, used);
  const usual = Math.ceil(used.reduce((sum, n) => sum + n, 0) / periods);
  const max = used.map((n) => Math.max(n, usual));
  return { id, places: own.map(({ site, unit }): [string, string] => [site, unit]), max };
}

/** Adds the heads of the planted plan at a pair, period by period. */
function usedAt(
  pair: { site: string; unit: string },
  planted: readonly PlantedLearner[],
  units: readonly Unit[],
  used: number[],
): void {
  const length = units.find(({ id }) => id === pair.unit)?.length ?? 1;
  for (const { learner, blocks } of planted) {
    for (const block of blocks) {
      if (block.site !== pair.site || block.unit !== pair.unit) continue;
      for (let t = block.start; t < block.start + length; t++) used[t]! += learner.size;
    }
  }
}

function makePlace(
  pair: { site: string; unit: string },
  planted: readonly PlantedLearner[],
  units: readonly Unit[],
  periods: number,
  options: GeneratorOptions,
  random: Random,
): Place {
  const used = new Array<number>(periods).fill(0);
  usedAt(pair, planted, units, used);
  const heads = planted.reduce((sum, { learner }) => sum + learner.size, 0);
  const usual = used.reduce((sum, n) => sum + n, 0) / periods;
  const level = Math.round(usual + (1 - (options.tightness ?? 0.8)) * (heads - usual));
  const max = used.map((n) => Math.max(n, level));
  const min = used.map((n) => (random.real() < (options.minimums ?? 0.05) ? random.below(n + 1) : 0));
  return { ...pair, min, max };
}
