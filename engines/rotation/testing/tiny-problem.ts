import type { RotationProblem } from '../format/problem-format.ts';
import { generateRotationProblem } from '../generate/generate-problem.ts';
import type { PlantedLearner } from '../generate/plant-learner.ts';
import { type Random, randomFrom } from '../random.ts';

/**
 * A problem small enough for brute force, with every feature somewhere: groups that move together, pins, minima,
 * orders, site limits, a site within another, pools with and without minima, blocks worth keeping, weights of either sign, fractions. Harsh ones have places closed at random and are often
 * infeasible.
 */
export function tinyProblem(seed: string, isHarsh: boolean): RotationProblem {
  const random = randomFrom(`tiny ${seed}`);
  const { problem, planted } = generateRotationProblem({
    seed,
    learners: 1 + random.below(3),
    units: 2 + random.below(3),
    sites: 1 + random.below(2),
    periods: 3 + random.below(4),
    longest: 2,
    largest: random.real() < 0.3 ? 3 : 1,
    tightness: 0.5 + 0.5 * random.real(),
    minimums: random.real() < 0.5 ? 0.3 : 0,
    fairness: random.below(4) / 2,
    // From a stream of its own, so that one problem in four has a pool and the others stay as they are.
    pools: Math.max(0, randomFrom(`pools ${seed}`).below(4) - 2),
  });
  const pinned = planted.flatMap(({ learner, blocks }) =>
    blocks.filter(() => random.real() < 0.15).map((block) => ({ learner: learner.id, ...block })),
  );
  const learners = problem.learners.map((learner) => ({ ...learner, weights: oddWeights(random) }));
  const kept = problem.learners.map((_, at) => {
    const blocks = random.real() < 0.3 ? (planted[at]?.blocks ?? []) : [];
    return blocks.map((block) => ({ ...block, score: 1 + random.below(6) / 2 }));
  });
  const places = problem.places.map((place) =>
    isHarsh && random.real() < 0.5 ? harsher(place, random) : place,
  );
  const keeping = learners.map((learner, at) => ({ ...learner, keep: kept[at] ?? [] }));
  const pools = problem.pools.map((pool) =>
    isHarsh ? { ...pool, max: pool.max.map((n) => (random.real() < 0.3 ? random.below(n + 1) : n)) } : pool,
  );
  const tiny = { ...problem, learners: keeping, places, pools, pins: isHarsh ? [] : pinned };
  return nested(poolsWithMinima(tiny, planted, seed), seed);
}

/** In one problem in three with two sites the second lies within the first, and what they allowed is allowed together. */
function nested(problem: RotationProblem, seed: string): RotationProblem {
  const [outer, inner] = problem.sites;
  if (!outer || !inner || randomFrom(`nested ${seed}`).below(3)) return problem;
  const limits = [outer.maxUnitsPerLearner, inner.maxUnitsPerLearner];
  const both = limits.reduce<number>((sum, limit) => sum + (limit ?? Infinity), 0);
  const limit = Number.isFinite(both) ? { maxUnitsPerLearner: both } : {};
  return {
    ...problem,
    sites: [
      { id: outer.id, ...limit },
      { id: inner.id, within: outer.id },
    ],
  };
}

/** Some periods of each pool want heads: up to as many as the planted plan has there. */
function poolsWithMinima(
  problem: RotationProblem,
  planted: readonly PlantedLearner[],
  seed: string,
): RotationProblem {
  const random = randomFrom(`minima ${seed}`);
  const lengthOf = new Map(problem.units.map(({ id, length }) => [id, length]));
  const pools = problem.pools.map((pool) => {
    const heads = pool.max.map(() => 0);
    for (const { learner, blocks } of planted) {
      for (const { site, unit, start } of blocks) {
        if (!pool.places.some(([s, u]) => s === site && u === unit)) continue;
        for (let t = start; t < start + (lengthOf.get(unit) ?? 0); t++) heads[t]! += learner.size;
      }
    }
    const min = heads.map((n, t) => (random.real() < 0.3 ? Math.min(random.below(n + 1), pool.max[t]!) : 0));
    return { ...pool, min };
  });
  return { ...problem, pools };
}

function oddWeights(random: Random): RotationProblem['learners'][number]['weights'] {
  const among = (values: readonly number[]): number => values[random.below(values.length)]!;
  return {
    unit: among([0, 1, 2, 0.5]),
    site: among([0, 1, 3, 0.25]),
    siteChange: among([-3, -1, 0, 1]),
    wait: among([-2, -1, 0, 0.5]),
  };
}

function harsher(place: RotationProblem['places'][number], random: Random): typeof place {
  const max = place.max.map((n) => (random.real() < 0.5 ? random.below(n + 1) : n));
  const min = place.min.map((n, t) => Math.min(random.real() < 0.2 ? n + 1 : n, max[t]!));
  return { ...place, min, max };
}
