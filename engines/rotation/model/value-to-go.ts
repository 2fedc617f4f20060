import type { LearnerModel, StateSpace } from './model.ts';

/** What one learner's search maximises: scaled own score less charges for the cells its blocks use. */
export type Gains = {
  /** `start * options + option` → gain of the block, −Infinity where it may not begin. */
  block: Float64Array;
  siteChange: number;
  wait: number;
};

/** A table reused between learners, so that nothing is allocated per search. */
export type Table = { values: Float64Array; best: Float64Array };

export function emptyTable(): Table {
  return { values: new Float64Array(0), best: new Float64Array(0) };
}

/**
 * Fills the table with the best gain still to come: entry `(place * width + count) * sites + site` for a learner
 * idle at that place of the state space, with that site count, last at `site`. −Infinity: no way to the end. Every
 * block and wait of the rest of the way is in it; changes of site also against `site`, except before any unit.
 */
export function fillValueToGo(learner: LearnerModel, space: StateSpace, gains: Gains, table: Table): void {
  const { ends, start, level, idle } = space;
  const { width, sites } = space.counter;
  const row = width * sites;
  const size = (start + 1) * row;
  if (table.values.length < size) table.values = new Float64Array(size);
  if (table.best.length < sites) table.best = new Float64Array(sites);
  const { values, best } = table;
  values.fill(0, 0, ends * row);
  for (let place = ends; place <= start; place++) {
    const after = idle[place]!;
    for (let count = 0; count < width; count++) {
      const top = bestStarts(learner, space, gains, table, place, count);
      const here = (place * width + count) * sites;
      const later = (after * width + count) * sites;
      for (let h = 0; h < sites; h++) {
        const elsewhere = (h === top.site ? top.second : top.first) + gains.siteChange;
        const now = level[place] === 0 ? top.first : Math.max(best[h]!, elsewhere);
        const wait = after < 0 ? -Infinity : gains.wait + values[later + h]!;
        values[here + h] = Math.max(now, wait);
      }
    }
  }
}

const top = { first: 0, second: 0, site: -1 };

/** Best gain when a block begins now, by site into `table.best`; returns the best and the second best site. */
function bestStarts(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  { values, best }: Table,
  place: number,
  count: number,
): typeof top {
  const { unit, target, first } = space;
  const { width, sites, next } = space.counter;
  const moment = space.moment[place]! * learner.value.length;
  const counts = (space.level[place]! * width + count) * sites;
  best.fill(-Infinity, 0, sites);
  for (let k = first[place]!, end = first[place + 1]!; k < end; k++) {
    const from = moment + unit[k]! * sites;
    const to = target[k]! * width;
    for (let h = 0; h < sites; h++) {
      const after = width === 1 ? 0 : next[counts + h]!;
      if (after < 0) continue;
      const value = gains.block[from + h]! + values[(to + after) * sites + h]!;
      if (value > best[h]!) best[h] = value;
    }
  }
  top.first = -Infinity;
  top.second = -Infinity;
  top.site = -1;
  for (let h = 0; h < sites; h++) {
    const value = best[h]!;
    if (value > top.first) {
      top.second = top.first;
      top.first = value;
      top.site = h;
    } else if (value > top.second) top.second = value;
  }
  return top;
}
