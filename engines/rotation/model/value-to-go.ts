import type { LearnerModel, StateSpace } from './model.ts';

/** What one learner's search maximises: scaled own score less charges for the cells its blocks use. */
export type Gains = {
  /** `start * options + option` → gain of the block, −Infinity where it may not begin. */
  block: Float64Array;
  siteChange: number;
  wait: number;
};

/** Buffers reused between learners, so that nothing is allocated per search. */
export type Table = { values: Float64Array; best: Float64Array; offset: Int32Array };

export function emptyTable(): Table {
  return { values: new Float64Array(0), best: new Float64Array(0), offset: new Int32Array(0) };
}

/**
 * Fills the table with the best gain still to come: entry `(place * width + count) * sites + site` for a learner
 * idle at that place of the state space, with that site count, last at `site`. −Infinity: no way to the end. Every
 * block and wait of the rest of the way is in it; changes of site also against `site`, except before any unit.
 */
export function fillValueToGo(learner: LearnerModel, space: StateSpace, gains: Gains, table: Table): void {
  const { ends, start, level } = space;
  const { width, sites, statesAt } = space.counter;
  const size = (start + 1) * width * sites;
  if (table.values.length < size) table.values = new Float64Array(size);
  if (table.best.length < sites) {
    table.best = new Float64Array(sites);
    table.offset = new Int32Array(sites);
  }
  table.values.fill(0, 0, ends * width * sites);
  for (let place = ends; place <= start; place++) {
    for (let count = 0, end = statesAt[level[place]!]!; count < end; count++) {
      fillBest(learner, space, gains, table, place, count);
      fillEntry(space, gains, table, place, count);
    }
  }
}

/** Best gain when a block begins now, by site, into `table.best`. */
function fillBest(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  table: Table,
  place: number,
  count: number,
): void {
  const { values, best, offset } = table;
  const { unit, target, first } = space;
  const { width, sites, next } = space.counter;
  const { block } = gains;
  const counts = (space.level[place]! * width + count) * sites;
  for (let h = 0; h < sites; h++) {
    const after = next[counts + h]!;
    offset[h] = after < 0 ? -1 : after * sites + h;
    best[h] = -Infinity;
  }
  const moment = space.moment[place]! * learner.value.length;
  const row = width * sites;
  for (let k = first[place]!, end = first[place + 1]!; k < end; k++) {
    const from = moment + unit[k]! * sites;
    const to = target[k]! * row;
    for (let h = 0; h < sites; h++) {
      const at = offset[h]!;
      if (at < 0) continue;
      const value = block[from + h]! + values[to + at]!;
      if (value > best[h]!) best[h] = value;
    }
  }
}

/** The better of beginning now, at the last site or after a change, and waiting one period. */
function fillEntry(
  space: StateSpace,
  { siteChange, wait }: Gains,
  { values, best }: Table,
  place: number,
  count: number,
): void {
  const { width, sites } = space.counter;
  let first = -Infinity;
  let second = -Infinity;
  let top = -1;
  for (let h = 0; h < sites; h++) {
    const value = best[h]!;
    if (value > first) {
      second = first;
      first = value;
      top = h;
    } else if (value > second) second = value;
  }
  const after = space.idle[place]!;
  const isFresh = space.level[place] === 0;
  const here = (place * width + count) * sites;
  const later = (after * width + count) * sites;
  for (let h = 0; h < sites; h++) {
    const elsewhere = (h === top ? second : first) + siteChange;
    const now = isFresh ? first : Math.max(best[h]!, elsewhere);
    values[here + h] = after < 0 ? now : Math.max(now, wait + values[later + h]!);
  }
}
