import type { LearnerModel, Path } from './model.ts';

/** What a way through a relaxed state space should have remembered: own units and outer sites. */
export type Flaws = { units: number[]; sites: number[] };

/** Units taken twice, first units of a pair that were not taken before the second, sites over their limit. */
export function pathFlaws(learner: LearnerModel, path: Path): Flaws {
  const sites = learner.siteLimits.length;
  const done = new Set<number>();
  const units = new Set<number>();
  const atSite = new Array<number>(sites).fill(0);
  for (const option of path.options) {
    const unit = Math.floor(option / sites);
    if (done.has(unit)) units.add(unit);
    for (const [first, later] of learner.before) if (later === unit && !done.has(first)) units.add(first);
    done.add(unit);
    atSite[learner.outer[option % sites]!]! += 1;
  }
  const over = atSite.flatMap((n, site) => (n > learner.siteLimits[site]! ? [site] : []));
  return { units: [...units], sites: over };
}
