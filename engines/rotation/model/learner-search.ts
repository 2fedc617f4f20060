import { beamPath, mostBits } from './beam-path.ts';
import { bestPath } from './best-path.ts';
import type { LearnerModel, Model, Path, StateSpace } from './model.ts';
import { type Flaws, pathFlaws } from './path-flaws.ts';
import { canBePenalised, type Remembered, rememberNothing, searchPenalised } from './penalised-search.ts';
import { noPenalties } from './penalties.ts';
import { buildStateSpace, emptyShelf, type GraphShelf } from './state-space.ts';
import { fillValueToGo, type Gains, type Table } from './value-to-go.ts';

/** A learner with the state space found sufficient so far; searching may refine it. */
export type LearnerSearch = {
  learner: LearnerModel;
  space: StateSpace;
  options: number;
  /** Of a learner with too many units to remember them all: what the search of the way works with instead. */
  memory: Remembered | null;
  /** Numbers that the table of such a learner may have. */
  most: number;
  shelf: GraphShelf;
};

/**
 * The best way of a learner. Without `path` the value is only a bound: the state space is too small to decide. Of a learner
 * with a `memory` it is a bound in any case, and the path a good one.
 */
export type Found = { value: number; path: Path | null };

/** With more units than this, memory grows only as it is needed. */
const REMEMBER_ALL = mostBits;
/** With more than this, rules that the state space does not know cost penalties instead. */
const PENALISED = 14;
/** Beyond these a search answers with a bound instead of a way. */
const LIMITS = { states: 60_000, table: 1_000_000 };
/** The same for learners with many units. */
const WIDE_LIMITS = { states: 150_000, table: 4_000_000 };
/** Numbers in the tables of all learners who pay penalties, and of one at least and at most. */
const SHARE = { whole: 600_000, least: 4_000, most: 15_000 };
const NO_LIMITS = { states: Infinity, table: Infinity };

const limitsOf = ({ units }: LearnerModel) => (units.length > PENALISED ? WIDE_LIMITS : LIMITS);

/** Prepares the search of one learner; up to `rememberAll` units are all remembered from the start. */
export function prepareSearch(
  model: Model,
  learner: LearnerModel,
  rememberAll: number = REMEMBER_ALL,
  shelf: GraphShelf = emptyShelf(),
): LearnerSearch {
  const none = learner.siteLimits.map(() => false);
  const all = [...learner.units].map(() => true);
  const options = learner.value.length;
  if (all.length <= rememberAll) {
    const space = buildStateSpace(learner, model.periods, all, none, limitsOf(learner), shelf);
    if (space) return { learner, space, options, memory: null, most: 0, shelf };
  }
  const nothing = all.map(() => false);
  const space = buildStateSpace(learner, model.periods, nothing, none, NO_LIMITS, shelf)!;
  const isLarge = learner.units.length > PENALISED && canBePenalised(learner);
  const most = Math.max(SHARE.least, Math.min(SHARE.most, SHARE.whole / model.learners.length));
  return { learner, space, options, memory: isLarge ? rememberNothing(learner) : null, most, shelf };
}

/** Gains of all blocks for charges given as sums: `sums[place * (periods + 1) + t]` over the periods before `t`. */
export function fillGains(
  model: Model,
  learner: LearnerModel,
  sums: Float64Array,
  scale: number,
  gains: Gains,
): void {
  const { periods } = model;
  const options = learner.value.length;
  if (gains.block.length < periods * options) gains.block = new Float64Array(periods * options);
  gains.siteChange = scale * learner.siteChange;
  gains.wait = scale * learner.wait;
  for (let t = 0, i = 0; t < periods; t++) {
    for (let option = 0; option < options; option++, i++) {
      if (!learner.open[i]) {
        gains.block[i] = -Infinity;
        continue;
      }
      const row = learner.place[option]! * (periods + 1) + t;
      const length = learner.lengths[Math.floor(option / model.sites)]!;
      const worth = learner.value[option]! + (learner.bonus?.[i] ?? 0);
      gains.block[i] = scale * worth - learner.size * (sums[row + length]! - sums[row]!);
    }
  }
}

/** Finds the best way for the given gains, refining the state space until the way is a programme. */
export function searchBest(search: LearnerSearch, periods: number, gains: Gains, table: Table): Found {
  const { learner } = search;
  if (search.memory) {
    if (search.memory.isFresh) {
      searchPenalised(learner, search.space, periods, gains, table, search.memory);
      search.space = sharpened(search, periods, search.memory);
      search.memory.isFresh = true;
    }
    return searchPenalised(learner, search.space, periods, gains, table, search.memory);
  }
  for (;;) {
    fillValueToGo(learner, search.space, gains, table);
    const path = bestPath(learner, search.space, gains, table);
    if (!path) return { value: -Infinity, path: null };
    const flaws = pathFlaws(learner, path);
    const value = table.values[search.space.start * search.space.counter.width * search.space.counter.sites]!;
    if (!flaws.units.length && !flaws.sites.length) return { value, path };
    const refined = refine(search, periods, flaws);
    if (!refined) return { value, path: null };
    search.space = refined;
  }
}

/** Some programme of a learner where all places are free, good but seldom the best; null if none was met. */
export function anyPath(search: LearnerSearch, model: Model, gains: Gains, table: Table): Path | null {
  const { learner, space } = search;
  const free = new Float64Array(model.places * (model.periods + 1));
  fillGains(model, learner, free, 1, gains);
  if (!search.memory) return searchBest(search, model.periods, gains, table).path;
  fillValueToGo(learner, space, gains, table);
  for (const width of [4, 40]) {
    const limits = { width, known: -Infinity };
    const { path } = beamPath(learner, space, gains, table, noPenalties(learner), model.periods, limits);
    if (path) return path;
  }
  return searchBest(search, model.periods, gains, table).path;
}

/** The space that also remembers as many units as it may, those first that cost most penalties. */
function sharpened(
  { learner, space, most, shelf }: LearnerSearch,
  periods: number,
  memory: Remembered,
): StateSpace {
  const cost = memory.penalties.units.slice();
  learner.before.forEach(([first, later], i) => {
    cost[first]! += memory.penalties.pairs[i]!;
    cost[later]! += memory.penalties.pairs[i]!;
  });
  const none = learner.siteLimits.map(() => false);
  const remembered = cost.map(() => 0);
  let sharpest = space;
  for (const unit of [...cost.keys()].sort((a, b) => cost[b]! - cost[a]!)) {
    if (!(cost[unit]! > 0)) break;
    remembered[unit] = 1;
    const kept = [...remembered].map((n) => n === 1);
    const wider = buildStateSpace(learner, periods, kept, none, { ...limitsOf(learner), table: most }, shelf);
    if (wider) sharpest = wider;
    else break;
  }
  return sharpest;
}

function refine({ learner, space, shelf }: LearnerSearch, periods: number, flaws: Flaws): StateSpace | null {
  const remembered = space.remembered.map((kept, unit) => kept || flaws.units.includes(unit));
  const counted = space.countedSites.map((kept, site) => kept || flaws.sites.includes(site));
  if (remembered.filter(Boolean).length > 30) return null;
  return buildStateSpace(learner, periods, remembered, counted, limitsOf(learner), shelf);
}
