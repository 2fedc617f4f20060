import type { RotationProblem } from '../format/problem-format.ts';
import { randomFrom } from '../random.ts';

/**
 * The same problem under other names: every id is another one, every list and record stands in another order. Its plans
 * are those of the given problem, block by block, with the same scores.
 */
export function renumbered(problem: RotationProblem, seed: string): RotationProblem {
  const { shuffled } = randomFrom(`renumbered ${seed}`);
  const names = (kind: string, ids: readonly string[]) => {
    const order = shuffled(ids.map((_, at) => at));
    const map = new Map(ids.map((id, at) => [id, `${kind}-${order[at]! + 100}`]));
    return (id: string): string => map.get(id)!;
  };
  const unit = names(
    'u',
    problem.units.map(({ id }) => id),
  );
  const site = names(
    's',
    problem.sites.map(({ id }) => id),
  );
  const learner = names(
    'l',
    problem.learners.map(({ id }) => id),
  );
  const group = names('g', [...new Set(problem.units.map((one) => one.group))]);
  const pair = ([place, what]: [string, string]): [string, string] => [site(place), unit(what)];
  const record = <T>(given: Readonly<Record<string, T>>, rename: (id: string) => string): Record<string, T> =>
    Object.fromEntries(shuffled(Object.entries(given)).map(([id, value]) => [rename(id), value]));
  return {
    ...problem,
    units: shuffled(problem.units).map((one) => ({ ...one, id: unit(one.id), group: group(one.group) })),
    sites: shuffled(problem.sites).map((one) => ({
      ...one,
      id: site(one.id),
      ...(one.within === undefined ? {} : { within: site(one.within) }),
    })),
    places: shuffled(problem.places).map((one) => ({ ...one, site: site(one.site), unit: unit(one.unit) })),
    pools: shuffled(problem.pools).map((one) => ({ ...one, places: shuffled(one.places).map(pair) })),
    before: shuffled(problem.before).map(([first, later]) => [unit(first), unit(later)]),
    pins: shuffled(problem.pins).map((one) => ({
      ...one,
      learner: learner(one.learner),
      unit: unit(one.unit),
      site: site(one.site),
    })),
    learners: shuffled(problem.learners).map((one) => ({
      ...one,
      id: learner(one.id),
      take: record(one.take, group),
      units: record(one.units, unit),
      sites: record(one.sites, site),
      cannot: shuffled(one.cannot).map(pair),
      away: shuffled(one.away),
      keep: shuffled(one.keep ?? []).map((block) => ({
        ...block,
        unit: unit(block.unit),
        site: site(block.site),
      })),
    })),
  };
}
