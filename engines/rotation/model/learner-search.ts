import { bestPath } from './best-path.ts';
import type { LearnerModel, Model, Path, StateSpace } from './model.ts';
import { type Flaws, pathFlaws } from './path-flaws.ts';
import { buildStateSpace } from './state-space.ts';
import { fillValueToGo, type Gains, type Table } from './value-to-go.ts';

/** A learner with the state space found sufficient so far; searching may refine it. */
export type LearnerSearch = { learner: LearnerModel; space: StateSpace; options: number };

/** The best way of a learner. Without `path` the value is only a bound: the state space is too small to decide. */
export type Found = { value: number; path: Path | null };

/** With more units than this, memory grows only as it is needed. */
const REMEMBER_ALL = 14;
/** Beyond these a search answers with a bound instead of a way. */
const LIMITS = { states: 60_000, table: 1_000_000 };
const NO_LIMITS = { states: Infinity, table: Infinity };

/** Prepares the search of one learner; up to `rememberAll` units are all remembered from the start. */
export function prepareSearch(
  model: Model,
  learner: LearnerModel,
  rememberAll: number = REMEMBER_ALL,
): LearnerSearch {
  const none = learner.siteLimits.map(() => false);
  const all = [...learner.units].map(() => true);
  const options = learner.value.length;
  if (all.length <= rememberAll) {
    const space = buildStateSpace(learner, model.periods, all, none, LIMITS);
    if (space) return { learner, space, options };
  }
  const nothing = all.map(() => false);
  const space = buildStateSpace(learner, model.periods, nothing, none, NO_LIMITS)!;
  return { learner, space, options };
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

function refine({ learner, space }: LearnerSearch, periods: number, flaws: Flaws): StateSpace | null {
  const remembered = space.remembered.map((kept, unit) => kept || flaws.units.includes(unit));
  const counted = space.countedSites.map((kept, site) => kept || flaws.sites.includes(site));
  if (remembered.filter(Boolean).length > 30) return null;
  return buildStateSpace(learner, periods, remembered, counted, LIMITS);
}
