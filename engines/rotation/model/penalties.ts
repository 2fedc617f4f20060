import type { LearnerModel, Path } from './model.ts';

/**
 * What breaking the rules costs that a relaxed state space does not know: taking a unit twice (by unit), too many units
 * at a site (by site), and a later unit without the first of its pair (by pair of `before`). All 0 or more.
 */
export type Penalties = { units: Float64Array; sites: Float64Array; pairs: Float64Array };

export function noPenalties(learner: LearnerModel): Penalties {
  return {
    units: new Float64Array(learner.units.length),
    sites: new Float64Array(learner.siteLimits.length),
    pairs: new Float64Array(learner.before.length),
  };
}

/** How far a way breaks each of these rules: 0 just kept, below 0 kept with room; of sites those that are counted. */
export function excessOf(learner: LearnerModel, path: Path, countable: readonly boolean[]): Penalties {
  const sites = learner.siteLimits.length;
  const taken = new Float64Array(learner.units.length);
  const at = new Float64Array(sites);
  for (const option of path.options) {
    taken[Math.floor(option / sites)]! += 1;
    at[learner.outer[option % sites]!]! += 1;
  }
  return {
    units: taken.map((n) => n - 1),
    sites: at.map((n, site) => (countable[site] ? n - learner.siteLimits[site]! : 0)),
    pairs: Float64Array.from(learner.before, ([first, later]) => taken[later]! - taken[first]!),
  };
}

/** Penalties moved by `step` against what was broken. */
export function moved(penalties: Penalties, excess: Penalties, step: number): Penalties {
  const along = (own: Float64Array, by: Float64Array): Float64Array =>
    own.map((n, i) => Math.max(0, n + step * by[i]!));
  return {
    units: along(penalties.units, excess.units),
    sites: along(penalties.sites, excess.sites),
    pairs: along(penalties.pairs, excess.pairs),
  };
}

/** A direction turned towards a new one: steps that go to and fro cancel out. */
export function between(old: Penalties, fresh: Penalties): Penalties {
  const mix = (a: Float64Array, b: Float64Array): Float64Array => a.map((n, i) => 0.6 * n + 0.4 * b[i]!);
  return {
    units: mix(old.units, fresh.units),
    sites: mix(old.sites, fresh.sites),
    pairs: mix(old.pairs, fresh.pairs),
  };
}

/** Square of the length of a step, leaving out what cannot move because it is 0 and kept. */
export function lengthOf(penalties: Penalties, excess: Penalties): number {
  let sum = 0;
  for (const kind of ['units', 'sites', 'pairs'] as const) {
    excess[kind].forEach((n, i) => {
      if (n > 0 || penalties[kind][i]! > 0) sum += n * n;
    });
  }
  return sum;
}

/** What an option pays: for its unit, its site and its part in pairs. */
export function paidBy(learner: LearnerModel, penalties: Penalties): Float64Array {
  const sites = learner.siteLimits.length;
  const byUnit = penalties.units.slice();
  learner.before.forEach(([first, later], i) => {
    byUnit[first]! -= penalties.pairs[i]!;
    byUnit[later]! += penalties.pairs[i]!;
  });
  return learner.value.map(
    (_, option) => byUnit[Math.floor(option / sites)]! + penalties.sites[learner.outer[option % sites]!]!,
  );
}

/** What a programme can get back at most of what it pays. */
export function refundOf(learner: LearnerModel, penalties: Penalties): number {
  let sum = 0;
  for (const n of penalties.units) sum += n;
  penalties.sites.forEach((n, site) => {
    if (n) sum += n * learner.siteLimits[site]!;
  });
  return sum;
}
