import type { Block, RotationPlan } from '../format/plan-format.ts';
import type { Learner, RotationProblem } from '../format/problem-format.ts';
import { bestChoice, type Standpoint, takeStandpoint } from './standpoint.ts';

/**
 * What speaks against having a block otherwise, with the rest of the learner's programme as good as it can then be:
 * `open` nothing, `loss` lower score (0: just as good; below 0: the plan gives it up for others' sake or was not
 * searched to the end); `full` others are there; `own-rules` own calendar, order of units, pins or a closed place.
 */
export type Choosable = { code: 'open'; loss: number } | { code: 'full' } | { code: 'own-rules' };

/** A block with every other start at its site and every other site for its unit. `value`: what place and unit earn. */
export type BlockChoices = Block & {
  value: number;
  starts: ({ start: number } & Choosable)[];
  sites: ({ site: string } & Choosable)[];
};

/** One learner's part of a plan, and what it is made of. `waits` counts periods without a block before the last. */
export type LearnerChoices = {
  learner: string;
  score: number;
  siteChanges: { count: number; cost: number };
  waits: { count: number; cost: number };
  blocks: BlockChoices[];
};

/**
 * Explains each block of a feasible plan, learner by learner: why at this site, why in these periods, while everybody
 * else stays where they are. Ends early with the learners done so far when `mayGoOn` says no.
 */
export function explainChoices(
  problem: RotationProblem,
  plan: Pick<RotationPlan, 'learners'>,
  mayGoOn: () => boolean = () => true,
): LearnerChoices[] {
  const standpoint = takeStandpoint(problem, plan);
  const found: LearnerChoices[] = [];
  for (const { id, blocks } of plan.learners) {
    const index = problem.learners.findIndex((learner) => learner.id === id);
    const learner = problem.learners[index];
    if (learner === undefined) continue;
    if (!mayGoOn()) break;
    const ordered = [...blocks].sort((a, b) => a.start - b.start);
    found.push({
      ...partsOf(problem, learner, ordered),
      score: standpoint.plan.columns[index]?.score ?? 0,
      blocks: ordered.map((block) => choicesOf(standpoint, index, block)),
    });
  }
  return found;
}

function choicesOf(standpoint: Standpoint, index: number, block: Block): BlockChoices {
  const { problem, model } = standpoint;
  const { unit, site, start } = block;
  const learner = problem.learners[index];
  const unitIndex = problem.units.findIndex(({ id }) => id === unit);
  const own = model.learners[index];
  const places = new Set(problem.places.filter((place) => place.unit === unit).map((place) => place.site));
  const siteIndex = problem.sites.findIndex(({ id }) => id === site);
  const option = (own?.units.indexOf(unitIndex) ?? -1) * model.sites + siteIndex;
  const starts = Array.from({ length: model.periods }, (_, period) => period).filter((one) => one !== start);
  return {
    ...{ unit, site, start },
    value: earnedBy(problem, learner, block),
    starts: starts.map((one) => {
      const isOpen = own?.open[one * own.value.length + option] === 1;
      return {
        start: one,
        ...(isOpen
          ? choosable(standpoint, index, { unit, site, start: one })
          : { code: 'own-rules' as const }),
      };
    }),
    sites: problem.sites
      .filter(({ id }) => id !== site && places.has(id))
      .map(({ id }) => ({ site: id, ...choosable(standpoint, index, { unit, site: id }) })),
  };
}

function choosable(
  standpoint: Standpoint,
  index: number,
  forced: { unit: string; site: string; start?: number },
): Choosable {
  const score = standpoint.plan.columns[index]?.score ?? 0;
  const possible = bestChoice(standpoint, index, { ignoresOthers: false, forced });
  if (possible) return { code: 'open', loss: score - possible.score };
  return { code: bestChoice(standpoint, index, { ignoresOthers: true, forced }) ? 'full' : 'own-rules' };
}

function earnedBy(
  problem: RotationProblem,
  learner: Learner | undefined,
  { unit, site, start }: Block,
): number {
  if (learner === undefined) return 0;
  const { weights, units, sites } = learner;
  const host = problem.units.find(({ id }) => id === unit)?.hostScore ?? 0;
  const kept = (learner.keep ?? [])
    .filter((one) => one.unit === unit && one.site === site && one.start === start)
    .reduce((sum, one) => sum + one.score, 0);
  return weights.unit * earned(units, unit) + weights.site * earned(sites, site) + host + kept;
}

const earned = (scores: Readonly<Record<string, number>>, id: string): number =>
  Object.hasOwn(scores, id) ? (scores[id] ?? 0) : 0;

function partsOf(problem: RotationProblem, learner: Learner, blocks: readonly Block[]) {
  const outer = new Map(problem.sites.map(({ id, within }) => [id, within ?? id]));
  const visited = blocks.map(({ site }) => outer.get(site) ?? site);
  const changes = visited.filter((site, at) => at > 0 && site !== visited[at - 1]).length;
  let end = 0;
  let waits = 0;
  for (const { unit, start } of blocks) {
    waits += start - end;
    end = start + (problem.units.find(({ id }) => id === unit)?.length ?? 1);
  }
  return {
    learner: learner.id,
    siteChanges: { count: changes, cost: changes * learner.weights.siteChange },
    waits: { count: waits, cost: waits * learner.weights.wait },
  };
}
