import type { Labels } from './labels.ts';
import type { LearnerModel, StateSpace } from './model.ts';

/** What one learner's search maximises: scaled own score less charges for the cells its blocks use. */
export type Gains = {
  /** `start * options + option` → gain of the block, −Infinity where it may not begin. */
  block: Float64Array;
  siteChange: number;
  wait: number;
};

/** Buffers reused between learners, so that nothing is allocated per search. */
export type Table = {
  values: Float64Array;
  best: Float64Array;
  /** The best of these among all sites within an outer one, at one moment. */
  around: Float64Array;
  /** The gains of blocks once more, by option and then by moment: neighbours are read one after the other. */
  turned: Float64Array;
  /** What walks work with, once there was one. */
  labels: Labels | null;
};

export function emptyTable(): Table {
  return {
    values: new Float64Array(0),
    best: new Float64Array(0),
    around: new Float64Array(0),
    turned: new Float64Array(0),
    labels: null,
  };
}

/**
 * Fills the table with the best gain still to come: entry `(place * width + count) * sites + site` for a learner
 * idle at that place of the state space, with that site count, last at `site`. −Infinity: no way to the end. Every
 * block and wait of the rest of the way is in it; changes of site also against `site`, except before any unit.
 */
export function fillValueToGo(learner: LearnerModel, space: StateSpace, gains: Gains, table: Table): void {
  const { graph, early, late, base, places } = space;
  const { width, sites, statesAt } = space.counter;
  const size = places * width * sites;
  if (table.values.length < size) table.values = new Float64Array(size);
  const periods = learner.mayIdle.length;
  if (table.around.length < sites) table.around = new Float64Array(sites);
  if (table.best.length < (periods + 1) * sites) table.best = new Float64Array((periods + 1) * sites);
  turn(learner, gains, table);
  const { final } = graph;
  if (graph.states && early[final]! <= late[final]!) {
    const ends = (base[final]! + early[final]!) * width * sites;
    table.values.fill(0, ends, (base[final]! + late[final]! + 1) * width * sites);
  }
  for (let state = final - 1; state >= 0; state--) {
    if (early[state]! > late[state]!) continue;
    for (let count = 0, end = statesAt[graph.level[state]!]!; count < end; count++) {
      fillBest(learner, space, table, state, count);
      fillEntries(learner, space, gains, table, state, count);
    }
  }
}

function turn({ mayIdle, value }: LearnerModel, { block }: Gains, table: Table): void {
  const [periods, options] = [mayIdle.length, value.length];
  if (table.turned.length < periods * options) table.turned = new Float64Array(periods * options);
  const { turned } = table;
  for (let t = 0, from = 0; t < periods; t++)
    for (let option = 0, to = t; option < options; option++, from++, to += periods) turned[to] = block[from]!;
}

/** Best gain when a block begins at a moment, by moment and site, into `table.best`. */
function fillBest(
  learner: LearnerModel,
  space: StateSpace,
  table: Table,
  state: number,
  count: number,
): void {
  const { values, best, turned } = table;
  const { graph, early, late, base } = space;
  const { width, sites, next } = space.counter;
  const { lengths } = learner;
  const periods = learner.mayIdle.length;
  const row = width * sites;
  const counts = (graph.level[state]! * width + count) * sites;
  const [open, close] = [early[state]!, late[state]!];
  best.fill(-Infinity, open * sites, (close + 1) * sites);
  for (let k = graph.first[state]!, end = graph.first[state + 1]!; k < end; k++) {
    const unit = graph.unit[k]!;
    const to = graph.target[k]!;
    const length = lengths[unit]!;
    const from = Math.max(open, early[to]! - length);
    const last = Math.min(close, late[to]! - length);
    for (let h = 0; h < sites; h++) {
      const after = next[counts + h]!;
      if (after < 0) continue;
      let ahead = (base[to]! + from + length) * row + after * sites + h;
      const gain = (unit * sites + h) * periods;
      for (let t = from, at = from * sites + h; t <= last; t++, at += sites, ahead += row) {
        const value = turned[gain + t]! + values[ahead]!;
        if (value > best[at]!) best[at] = value;
      }
    }
  }
}

/** The better of beginning now, at the last site or after a change, and waiting one period. */
function fillEntries(
  learner: LearnerModel,
  space: StateSpace,
  { siteChange, wait }: Gains,
  { values, best, around }: Table,
  state: number,
  count: number,
): void {
  const { width, sites } = space.counter;
  const isFresh = space.graph.level[state] === 0;
  const close = space.late[state]!;
  const { outer } = learner;
  for (let t = close; t >= space.early[state]!; t--) {
    let first = -Infinity;
    let second = -Infinity;
    let top = -1;
    around.fill(-Infinity, 0, sites);
    for (let h = 0, at = t * sites; h < sites; h++, at++) {
      const value = best[at]!;
      const site = outer[h]!;
      if (value > around[site]!) around[site] = value;
      if (value > first) {
        if (site !== top) second = first;
        first = value;
        top = site;
      } else if (value > second && site !== top) second = value;
    }
    const here = ((space.base[state]! + t) * width + count) * sites;
    const later = here + width * sites;
    const mayWait = t < close && learner.mayIdle[t];
    for (let h = 0; h < sites; h++) {
      const site = outer[h]!;
      const elsewhere = (site === top ? second : first) + siteChange;
      const now = isFresh ? first : Math.max(around[site]!, elsewhere);
      values[here + h] = mayWait ? Math.max(now, wait + values[later + h]!) : now;
    }
  }
}
