import type { Unmet } from '../format/plan-format.ts';
import type { RotationProblem } from '../format/problem-format.ts';

/** A rule of a problem that can be let go of by itself. Learners, places and so on by their number. */
export type Rule =
  | { kind: 'programme' | 'away' | 'cannot'; learner: number }
  | { kind: 'before' | 'pin'; at: number }
  | { kind: 'units-per-site'; site: number }
  | { kind: 'place-max' | 'place-min'; place: number; periods: readonly number[] }
  | { kind: 'pool-max' | 'pool-min'; pool: number; periods: readonly number[] };

/** All rules of a problem, place rules over all periods at once; those that say nothing are left out. */
export function rulesOf(problem: RotationProblem): Rule[] {
  const everyPeriod = Array.from({ length: problem.periods }, (_, t) => t);
  return [
    ...problem.learners.flatMap(({ cannot }, learner): Rule[] =>
      cannot.length ? [{ kind: 'cannot', learner }] : [],
    ),
    ...problem.learners.flatMap(({ away }, learner): Rule[] =>
      away.length ? [{ kind: 'away', learner }] : [],
    ),
    ...problem.sites.flatMap(({ maxUnitsPerLearner }, site): Rule[] =>
      maxUnitsPerLearner === undefined ? [] : [{ kind: 'units-per-site', site }],
    ),
    ...problem.before.map((_, at): Rule => ({ kind: 'before', at })),
    ...problem.places.flatMap(({ min }, place): Rule[] =>
      min.some((n) => n > 0) ? [{ kind: 'place-min', place, periods: everyPeriod }] : [],
    ),
    ...problem.pins.map((_, at): Rule => ({ kind: 'pin', at })),
    ...problem.learners.map((_, learner): Rule => ({ kind: 'programme', learner })),
    ...problem.places.map((_, place): Rule => ({ kind: 'place-max', place, periods: everyPeriod })),
    ...problem.pools.map((_, pool): Rule => ({ kind: 'pool-max', pool, periods: everyPeriod })),
    ...problem.pools.flatMap(({ min = [] }, pool): Rule[] =>
      min.some((n) => n > 0) ? [{ kind: 'pool-min', pool, periods: everyPeriod }] : [],
    ),
  ];
}

/** The rule period by period, for those that hold in several. */
export function splitRule(rule: Rule): Rule[] {
  if (!('periods' in rule)) return [rule];
  return rule.periods.map((period) => ({ ...rule, periods: [period] }));
}

/** The problem without wishes in which only the given rules hold. */
export function keepOnly(problem: RotationProblem, rules: readonly Rule[]): RotationProblem {
  const kept = <K extends Rule['kind']>(kind: K): Extract<Rule, { kind: K }>[] =>
    rules.filter((rule): rule is Extract<Rule, { kind: K }> => rule.kind === kind);
  const learnersWith = (kind: 'programme' | 'away' | 'cannot'): Set<number> =>
    new Set(kept(kind).map(({ learner }) => learner));
  const programmes = learnersWith('programme');
  const away = learnersWith('away');
  const cannot = learnersWith('cannot');
  const limited = new Set(kept('units-per-site').map(({ site }) => site));
  const heads = problem.learners.reduce((sum, { size }) => sum + size, 0);
  const periodsOf = (kind: 'place-max' | 'place-min', place: number): Set<number> =>
    new Set(kept(kind).flatMap((rule) => (rule.place === place ? rule.periods : [])));
  const pooled = (kind: 'pool-max' | 'pool-min', pool: number): Set<number> =>
    new Set(kept(kind).flatMap((rule) => (rule.pool === pool ? rule.periods : [])));
  const learners = problem.learners.flatMap((learner, i) => {
    if (!programmes.has(i)) return [];
    const weights = { unit: 0, site: 0, siteChange: 0, wait: 0 };
    return [
      {
        ...learner,
        weights,
        away: away.has(i) ? learner.away : [],
        cannot: cannot.has(i) ? learner.cannot : [],
      },
    ];
  });
  const present = new Set(learners.map(({ id }) => id));
  return {
    ...problem,
    units: problem.units.map((unit) => ({ ...unit, hostScore: 0 })),
    sites: problem.sites.map(({ maxUnitsPerLearner: limit, ...site }, i) =>
      limited.has(i) && limit !== undefined ? { ...site, maxUnitsPerLearner: limit } : site,
    ),
    places: problem.places.map((place, i) => {
      const max = periodsOf('place-max', i);
      const min = periodsOf('place-min', i);
      return {
        ...place,
        min: place.min.map((n, t) => (min.has(t) ? n : 0)),
        max: place.max.map((n, t) => (max.has(t) ? n : Math.max(n, heads))),
      };
    }),
    pools: problem.pools.map((pool, i) => {
      const max = pooled('pool-max', i);
      const min = pooled('pool-min', i);
      return {
        ...pool,
        min: pool.max.map((_, t) => (min.has(t) ? (pool.min?.[t] ?? 0) : 0)),
        max: pool.max.map((n, t) => (max.has(t) ? n : Math.max(n, heads))),
      };
    }),
    before: kept('before').map(({ at }) => problem.before[at]!),
    learners,
    fairness: 0,
    pins: kept('pin').flatMap(({ at }) =>
      problem.pins.filter((pin, i) => i === at && present.has(pin.learner)),
    ),
  };
}

/** The rules as codes and parameters: what concerns learners one by one is said once for all of them. */
export function unmetOf(problem: RotationProblem, rules: readonly Rule[]): Unmet[] {
  const unmet: Unmet[] = [];
  for (const kind of ['programme', 'away', 'cannot'] as const) {
    const learners = rules.flatMap((rule) => (rule.kind === kind ? [problem.learners[rule.learner]!] : []));
    if (!learners.length) continue;
    const heads = learners.reduce((sum, { size }) => sum + size, 0);
    unmet.push({ code: kind, params: { learners: learners.map(({ id }) => id), heads } });
  }
  const places = new Map<string, { kind: 'place-max' | 'place-min'; place: number; periods: number[] }>();
  for (const rule of rules) {
    if (rule.kind === 'before') {
      const [first, later] = problem.before[rule.at]!;
      unmet.push({ code: 'before', params: { first, later } });
    } else if (rule.kind === 'pin') unmet.push({ code: 'pin', params: { ...problem.pins[rule.at]! } });
    else if (rule.kind === 'units-per-site') {
      const { id, maxUnitsPerLearner } = problem.sites[rule.site]!;
      unmet.push({
        code: 'units-per-site',
        params: { site: id, maxUnitsPerLearner: maxUnitsPerLearner ?? null },
      });
    } else if (rule.kind === 'place-max' || rule.kind === 'place-min') {
      const key = `${rule.kind} ${rule.place}`;
      const periods = [...(places.get(key)?.periods ?? []), ...rule.periods];
      places.set(key, { ...rule, periods });
    }
  }
  for (const { kind, place, periods } of places.values()) {
    const { site, unit, min, max } = problem.places[place]!;
    const heads = periods.map((t) => (kind === 'place-max' ? max : min)[t]!);
    unmet.push({ code: kind, params: { site, unit, periods, heads } });
  }
  problem.pools.forEach(({ id, min = [], max, places }, pool) => {
    const units = [...new Set(places.map(([, unit]) => unit))];
    const sites = [...new Set(places.map(([site]) => site))];
    for (const kind of ['pool-max', 'pool-min'] as const) {
      const periods = rules.flatMap((rule) => (rule.kind === kind && rule.pool === pool ? rule.periods : []));
      if (!periods.length) continue;
      const heads = periods.map((t) => (kind === 'pool-max' ? max : min)[t] ?? 0);
      unmet.push({ code: kind, params: { pool: id, units, sites, periods, heads } });
    }
  });
  return unmet;
}
