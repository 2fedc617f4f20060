import type { RotationProblemInput } from '@dualtrack/rotation';
import { weeksOfLeast } from '../plan-rules.ts';
import { type PlanningFacts, siteOfPlace } from './build-problem.ts';
import { ruleFactsOf } from './rule-facts.ts';

type Problem = RotationProblemInput;

/**
 * Adds the order of units and the rules of the plan to a problem: what comes after what, how many units of one student a
 * site takes (all its places together), what the enterprise would rather have taught, and least heads.
 */
export function withRules(problem: Problem, facts: PlanningFacts): Problem {
  const limits = new Map(facts.rules?.siteLimits.map(({ siteId, most }) => [siteId, most]));
  const scores = new Map(facts.rules?.hostScores.map(({ unitId, score }) => [unitId, score]));
  const known = new Set(problem.units.map(({ id }) => id));
  const outer = [...new Set(problem.sites.map(({ id }) => siteOfPlace(id)))];
  const inner = problem.sites.filter(({ id }) => siteOfPlace(id) !== id);
  return {
    ...problem,
    units: problem.units.map((unit) => ({ ...unit, hostScore: scores.get(unit.id) ?? 0 })),
    sites: [
      ...outer.map((id) => ({ id, ...limitOf(limits.get(id)) })),
      ...inner.map((site) => ({ ...site, within: siteOfPlace(site.id) })),
    ],
    before: facts.units
      .filter(({ id }) => known.has(id))
      .flatMap(({ id, after = [] }) =>
        after.filter((first) => known.has(first)).map((first): [string, string] => [first, id]),
      ),
    ...withLeast(problem, facts),
  };
}

const limitOf = (most: number | undefined) => (most === undefined ? {} : { maxUnitsPerLearner: most });

/** Least heads are said of a place where the site has one for the unit, else of all its places together. */
function withLeast(problem: Problem, facts: PlanningFacts): Pick<Problem, 'places' | 'pools'> {
  const least = leastOf(problem, facts);
  const own = (place: Problem['places'][number]) =>
    least.find(({ places: [first, ...others] }) => first === place && others.length === 0)?.min;
  const heads = facts.learners.length;
  return {
    places: problem.places.map((place) => ({ ...place, min: own(place) ?? place.min })),
    pools: [
      ...(problem.pools ?? []),
      ...least
        .filter(({ places }) => places.length > 1)
        .map(({ id, places, min }) => ({
          id,
          places: places.map(({ site, unit }): [string, string] => [site, unit]),
          min,
          max: min.map(() => heads),
        })),
    ],
  };
}

function leastOf(problem: Problem, facts: PlanningFacts) {
  const rules = facts.rules?.least ?? [];
  if (rules.length === 0) return [];
  const held = ruleFactsOf(facts);
  const pairs = new Map(rules.map(({ unitId, siteId }) => [`${unitId} ${siteId}`, { unitId, siteId }]));
  return [...pairs].map(([key, { unitId, siteId }]) => {
    const min = Array.from({ length: problem.periods }, () => 0);
    for (const rule of rules.filter((one) => one.unitId === unitId && one.siteId === siteId)) {
      for (const week of weeksOfLeast(rule, held)) min[week] = Math.max(min[week] ?? 0, rule.heads);
    }
    const places = problem.places.filter(({ unit, site }) => unit === unitId && siteOfPlace(site) === siteId);
    return { id: `least ${key}`, places, min };
  });
}
