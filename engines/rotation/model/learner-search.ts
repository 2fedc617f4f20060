import { bestPath } from './best-path.ts';
import { mostBits } from './label-walk.ts';
import type { LearnerModel, Model, Path, StateSpace } from './model.ts';
import { type Flaws, pathFlaws } from './path-flaws.ts';
import {
  type Aim,
  best,
  canBePenalised,
  movePenalties,
  quickPath,
  type Remembered,
  rememberNothing,
  roundsBefore,
  searchPenalised,
} from './penalised-search.ts';
import { buildStateSpace, emptyShelf, type GraphShelf } from './state-space.ts';
import { fillValueToGo, type Gains, type Table } from './value-to-go.ts';

/** A learner with the state space found sufficient so far; searching may refine it. */
export type LearnerSearch = {
  learner: LearnerModel;
  space: StateSpace;
  options: number;
  /** Of a learner with too many units to remember them all: what the search of the way works with instead. */
  memory: Remembered | null;
  shelf: GraphShelf;
};

/**
 * The best way of a learner. Without `path` the value is only a bound: the state space is too small to decide. Of a learner
 * with a `memory` it is a bound in any case, nearly always met by the path unless
 * `isOpen`.
 */
export type Found = { value: number; path: Path | null; isOpen?: boolean };

/** With more units than this, memory grows only as it is needed. */
const REMEMBER_ALL = mostBits;
/** With more than this, rules that the state space does not know cost penalties instead. */
const PENALISED = 14;
/** Beyond these a search answers with a bound instead of a way. */
const LIMITS = { states: 60_000, table: 1_000_000 };
/** The same for learners with many units: with more, a walk led by a smaller state space takes their place. */
const WIDE_LIMITS = { states: 150_000, table: 4_000_000 };
/** How large the state space may be that leads such a walk. */
const LEADING = { states: 3_000, table: 20_000 };
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
    if (space) return { learner, space, options, memory: null, shelf };
  }
  const nothing = all.map(() => false);
  const space = buildStateSpace(learner, model.periods, nothing, none, NO_LIMITS, shelf)!;
  const isLarge = learner.units.length > PENALISED && canBePenalised(learner);
  return { learner, space, options, memory: isLarge ? rememberNothing(learner) : null, shelf };
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

/**
 * Finds the best way for the given gains, refining the state space until the way is a programme. A learner with a
 * `memory` may be searched with less aim: see `Aim`.
 */
export function searchBest(
  search: LearnerSearch,
  periods: number,
  gains: Gains,
  table: Table,
  aim: Aim = best,
): Found {
  const { learner, memory } = search;
  if (memory) {
    if (memory.isFresh) {
      movePenalties(learner, search.space, gains, table, memory, { rounds: roundsBefore, known: -Infinity });
      search.space = sharpened(search, periods);
      memory.isFresh = true;
    }
    return searchPenalised(learner, search.space, gains, table, memory, aim);
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
  const free = new Float64Array(model.places * (model.periods + 1));
  fillGains(model, search.learner, free, 1, gains);
  const quick = search.memory && quickPath(search.learner, search.space, gains, table, search.memory);
  return quick ?? searchBest(search, model.periods, gains, table).path;
}

/**
 * The space that also remembers as many units as it may: those first that most orders name, so that learners with equal
 * programmes share it; without orders those that are worth most.
 */
function sharpened({ learner, space, shelf }: LearnerSearch, periods: number): StateSpace {
  const sites = learner.siteLimits.length;
  const rank = [...learner.units].map(() => 0);
  for (const pair of learner.before) for (const unit of pair) rank[unit]! += 1;
  if (!learner.before.length) {
    for (const unit of rank.keys())
      rank[unit] = Math.max(...learner.value.subarray(unit * sites, (unit + 1) * sites));
  }
  const order = [...rank.keys()].sort((a, b) => rank[b]! - rank[a]!);
  const none = learner.siteLimits.map(() => false);
  let sharpest = space;
  for (let [few, many] = [0, order.length]; few < many; ) {
    const count = Math.ceil((few + many) / 2);
    const kept = new Set(order.slice(0, count));
    const remembered = rank.map((_, unit) => kept.has(unit));
    const wider = buildStateSpace(learner, periods, remembered, none, LEADING, shelf);
    if (wider) [sharpest, few] = [wider, count];
    else many = count - 1;
  }
  return sharpest;
}

function refine({ learner, space, shelf }: LearnerSearch, periods: number, flaws: Flaws): StateSpace | null {
  const remembered = space.remembered.map((kept, unit) => kept || flaws.units.includes(unit));
  const counted = space.countedSites.map((kept, site) => kept || flaws.sites.includes(site));
  if (remembered.filter(Boolean).length > 30) return null;
  return buildStateSpace(learner, periods, remembered, counted, limitsOf(learner), shelf);
}
