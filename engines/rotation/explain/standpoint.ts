import type { Block } from '../format/plan-format.ts';
import type { RotationProblem } from '../format/problem-format.ts';
import { compileModel } from '../model/compile-model.ts';
import { fillGains, type LearnerSearch, prepareSearch, searchBest } from '../model/learner-search.ts';
import type { Model } from '../model/model.ts';
import { emptyTable, type Gains } from '../model/value-to-go.ts';
import { columnOf } from '../search/column.ts';
import { assign, emptyOccupancy, type Occupancy } from '../search/occupancy.ts';

/** A plan as seen by its learners: who is where, and what anyone could have instead. */
export type Standpoint = {
  problem: RotationProblem;
  model: Model;
  plan: Occupancy;
  searchOf: (learner: number) => LearnerSearch;
};

type PlanLearners = { learners: readonly { id: string; blocks: readonly Block[] }[] };

/** A programme with its score and, for each block, the cells it uses. */
export type Choice = { score: number; blocks: Block[]; cells: Int32Array };

/** What one learner asks for. */
export type Wish = {
  /** As if nobody else were there: only the learner's own rules and the places' maxima count. */
  ignoresOthers: boolean;
  /** A unit that must be done at a site, and when, if that matters. */
  forced?: { unit: string; site: string; start?: number };
};

/** Reads a feasible plan; blocks that the learner could not have are left out. */
export function takeStandpoint(problem: RotationProblem, plan: PlanLearners): Standpoint {
  const model = compileModel(problem);
  const occupancy = emptyOccupancy(model);
  const blocksOf = new Map(plan.learners.map(({ id, blocks }) => [id, blocks]));
  const unitIndex = new Map(problem.units.map(({ id }, i) => [id, i]));
  const siteIndex = new Map(problem.sites.map(({ id }, i) => [id, i]));
  for (const learner of model.learners) {
    const blocks = [...(blocksOf.get(problem.learners[learner.index]!.id) ?? [])].sort(
      (a, b) => a.start - b.start,
    );
    const known = blocks.flatMap(({ unit, site, start }) => {
      const own = learner.units.indexOf(unitIndex.get(unit) ?? -1);
      const option = own * model.sites + (siteIndex.get(site) ?? -1);
      return own < 0 || !((learner.place[option] ?? -1) >= 0) ? [] : [{ option, start }];
    });
    const path = { options: known.map(({ option }) => option), starts: known.map(({ start }) => start) };
    assign(model, occupancy, learner.index, columnOf(model, learner, path));
  }
  const searches = new Map<number, LearnerSearch>();
  const searchOf = (learner: number): LearnerSearch => {
    const search = searches.get(learner) ?? prepareSearch(model, model.learners[learner]!);
    searches.set(learner, search);
    return search;
  };
  return { problem, model, plan: occupancy, searchOf };
}

/** Larger than any score, for blocks that must be in a programme. */
const MUST = 1e9;

/**
 * The best programme a learner can have while all others stay (or are not there), null if the wish cannot be met.
 * Cells whose minimum needs the learner are kept.
 */
export function bestChoice(standpoint: Standpoint, learner: number, wish: Wish): Choice | null {
  const { problem, model, plan } = standpoint;
  const search = standpoint.searchOf(learner);
  const own = search.learner;
  const gains: Gains = { block: new Float64Array(0), siteChange: 0, wait: 0 };
  fillGains(model, own, new Float64Array(model.places * (model.periods + 1)), 1, gains);
  const present = new Set(plan.columns[learner]?.cells);
  const without = (cell: number): number => plan.used[cell]! - (present.has(cell) ? own.size : 0);
  const { forced } = wish;
  const needed = wish.ignoresOthers ? [] : [...present].filter((cell) => without(cell) < model.min[cell]!);
  forEachBlock(standpoint, learner, (at, option, cells) => {
    const unit = problem.units[own.units[Math.floor(option / model.sites)]!]!.id;
    const site = problem.sites[option % model.sites]?.id;
    const period = Math.floor(at / own.value.length);
    if (!wish.ignoresOthers && cells.some((cell) => without(cell) + own.size > model.max[cell]!)) {
      gains.block[at] = -Infinity;
    }
    for (const cell of cells) if (needed.includes(cell)) gains.block[at]! += MUST;
    if (forced?.unit !== unit) return;
    const isIt = forced.site === site && (forced.start ?? period) === period;
    gains.block[at]! += isIt ? MUST : -Infinity;
  });
  const { path } = searchBest(search, model.periods, gains, emptyTable());
  if (!path) return null;
  const { score, cells } = columnOf(model, own, path);
  const blocks = blocksOf(standpoint, learner, path);
  const isForced =
    !forced ||
    blocks.some(
      ({ unit, site, start }) =>
        unit === forced.unit && site === forced.site && start === (forced.start ?? start),
    );
  return isForced && needed.every((cell) => cells.includes(cell)) ? { score, blocks, cells } : null;
}

/** Calls back for every block the learner's own calendar allows, with its place among the gains and its cells. */
function forEachBlock(
  { model }: Standpoint,
  learner: number,
  callback: (at: number, option: number, cells: number[]) => void,
): void {
  const own = model.learners[learner]!;
  const options = own.value.length;
  own.open.forEach((isOpen, at) => {
    if (!isOpen) return;
    const option = at % options;
    const place = own.place[option]!;
    const start = Math.floor(at / options);
    const length = own.lengths[Math.floor(option / model.sites)]!;
    const cells = [place, ...model.poolsOf[place]!].flatMap((row) =>
      Array.from({ length }, (_, i) => row * model.periods + start + i),
    );
    callback(at, option, cells);
  });
}

/** A learner's way as blocks. */
function blocksOf(
  { problem, model }: Standpoint,
  learner: number,
  path: { options: readonly number[]; starts: readonly number[] },
): Block[] {
  return path.options.map((option, i) => ({
    unit: problem.units[model.learners[learner]!.units[Math.floor(option / model.sites)]!]!.id,
    site: problem.sites[option % model.sites]!.id,
    start: path.starts[i]!,
  }));
}
