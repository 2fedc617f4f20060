import type { Block } from './format/plan-format.ts';
import type { Learner, RotationProblem } from './format/problem-format.ts';

/** One broken rule of a plan. Codes are listed in the README; `amount` counts heads, units or periods. */
export type Violation = { code: string; params: Record<string, string | number> };

/** What a plan is worth by the rules alone: the objective, each learner's score, the lowest one, what is broken. */
export type PlanScore = {
  score: number;
  worst: number;
  learners: { id: string; score: number }[];
  violations: Violation[];
};

type PlanLearners = { learners: readonly { id: string; blocks: readonly Block[] }[] };
type Report = (code: string, params: Record<string, string | number>) => void;

/**
 * Scores a plan without any part of the solver: straight from the words of the format, period by period. A plan
 * without violations is feasible. Without learners the lowest score counts as 0.
 */
export function scorePlan(problem: RotationProblem, plan: PlanLearners): PlanScore {
  const violations: Violation[] = [];
  const report: Report = (code, params) => violations.push({ code, params });
  const given = new Map<string, readonly Block[]>();
  const known = new Set(problem.learners.map(({ id }) => id));
  for (const { id, blocks } of plan.learners) {
    if (!known.has(id)) report('learner-unknown', { learner: id });
    if (given.has(id)) report('learner-twice', { learner: id });
    given.set(id, blocks);
  }
  const heads = new Map(
    problem.places.map((place) => [
      pairKey(place.site, place.unit),
      { place, used: filled(problem.periods, 0) },
    ]),
  );
  const learners = problem.learners.map((learner) => {
    if (!given.has(learner.id)) report('learner-missing', { learner: learner.id });
    const blocks = [...(given.get(learner.id) ?? [])].sort((a, b) => a.start - b.start);
    return { id: learner.id, score: scoreLearner(problem, learner, blocks, heads, report) };
  });
  for (const { place, used } of heads.values()) {
    used.forEach((n, period) => {
      const at = { site: place.site, unit: place.unit, period };
      const max = place.max[period] ?? 0;
      const min = place.min[period] ?? 0;
      if (n > max) report('over-max', { ...at, amount: n - max });
      if (n < min) report('under-min', { ...at, amount: min - n });
    });
  }
  for (const pool of problem.pools) {
    const pairs = new Set(pool.places.map(([site, unit]) => pairKey(site, unit)));
    const used = [...pairs].map((pair) => heads.get(pair)?.used);
    pool.max.forEach((max, period) => {
      const n = used.reduce((sum, own) => sum + (own?.[period] ?? 0), 0);
      const min = pool.min?.[period] ?? 0;
      if (n < min) report('under-pool', { pool: pool.id, period, amount: min - n });
      if (n > max) report('over-pool', { pool: pool.id, period, amount: n - max });
    });
  }
  let score = 0;
  let worst = learners.length ? Infinity : 0;
  for (const learner of learners) {
    score += learner.score;
    worst = Math.min(worst, learner.score);
  }
  return { score: score + problem.fairness * worst, worst, learners, violations };
}

function scoreLearner(
  problem: RotationProblem,
  learner: Learner,
  blocks: readonly Block[],
  heads: ReadonlyMap<string, { used: number[] }>,
  report: Report,
): number {
  const units = new Map(problem.units.map((unit) => [unit.id, unit]));
  const preference = new Map(Object.entries(learner.units));
  const sites = new Map(Object.entries(learner.sites));
  const outer = outerSites(problem);
  const busy = filled(problem.periods, false);
  const away = new Set(learner.away);
  const { weights } = learner;
  let score = 0;
  let last = -1;
  let previous: string | null = null;
  for (const block of blocks) {
    const unit = units.get(block.unit);
    const used = heads.get(pairKey(block.site, block.unit))?.used;
    const at = { learner: learner.id, unit: block.unit, site: block.site, start: block.start };
    if (!unit || !used) {
      report('no-such-place', at);
      continue;
    }
    if (!Number.isInteger(block.start) || block.start < 0 || block.start + unit.length > problem.periods) {
      report('outside-horizon', at);
      continue;
    }
    if (!preference.has(block.unit)) report('not-eligible', at);
    if (learner.cannot.some(([s, u]) => s === block.site && u === block.unit)) report('cannot', at);
    for (let t = block.start; t < block.start + unit.length; t++) {
      if (busy[t]) report('two-at-once', { ...at, period: t });
      if (away.has(t)) report('away', { ...at, period: t });
      busy[t] = true;
      used[t] = (used[t] ?? 0) + learner.size;
      last = Math.max(last, t);
    }
    score +=
      weights.unit * (preference.get(block.unit) ?? 0) +
      weights.site * (sites.get(block.site) ?? 0) +
      unit.hostScore;
    for (const kept of learner.keep ?? []) {
      const isSame = kept.unit === block.unit && kept.site === block.site && kept.start === block.start;
      if (isSame) score += kept.score;
    }
    const site = outer.get(block.site) ?? block.site;
    if (previous !== null && previous !== site) score += weights.siteChange;
    previous = site;
  }
  for (let t = 0; t < last; t++) if (!busy[t]) score += weights.wait;
  checkProgramme(problem, learner, blocks, report);
  return score;
}

function checkProgramme(
  problem: RotationProblem,
  learner: Learner,
  blocks: readonly Block[],
  report: Report,
): void {
  const groupOf = new Map(problem.units.map((unit) => [unit.id, unit.group]));
  const start = new Map<string, number>();
  for (const block of blocks) {
    if (start.has(block.unit)) report('unit-twice', { learner: learner.id, unit: block.unit });
    start.set(block.unit, block.start);
  }
  const perGroup = count(blocks.map(({ unit }) => groupOf.get(unit) ?? ''));
  const take = new Map(Object.entries(learner.take));
  for (const group of new Set([...take.keys(), ...perGroup.keys()])) {
    const amount = (perGroup.get(group) ?? 0) - (take.get(group) ?? 0);
    if (amount !== 0) report('take', { learner: learner.id, group, amount });
  }
  const outer = outerSites(problem);
  const perSite = count(blocks.map(({ site }) => outer.get(site) ?? site));
  for (const { id, maxUnitsPerLearner } of problem.sites) {
    const amount = (perSite.get(id) ?? 0) - (maxUnitsPerLearner ?? Infinity);
    if (amount > 0) report('units-per-site', { learner: learner.id, site: id, amount });
  }
  for (const [first, later] of problem.before) {
    const begun = start.get(later);
    if (begun === undefined || (start.get(first) ?? Infinity) <= begun) continue;
    report('before', { learner: learner.id, first, later });
  }
  for (const pin of problem.pins) {
    if (pin.learner !== learner.id) continue;
    const kept = blocks.some((b) => b.unit === pin.unit && b.site === pin.site && b.start === pin.start);
    if (!kept) report('pin', { ...pin });
  }
}

/** The site by which changes and limits of each one count. */
const outerSites = ({ sites }: RotationProblem): Map<string, string> =>
  new Map(sites.map(({ id, within }) => [id, within ?? id]));

function count(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const filled = <T>(length: number, value: T): T[] => new Array<T>(length).fill(value);

const pairKey = (site: string, unit: string): string => JSON.stringify([site, unit]);
