import { clearLabels, type Labels, labelFor, labelsAt, openLabels } from './labels.ts';
import type { LearnerModel, Path, StateSpace } from './model.ts';
import type { Gains, Table } from './value-to-go.ts';

/** Units that fit into the bits of a number. */
export const mostBits = 30;
/** Largest code for what is counted of sites. */
const MOST_CODES = 2 ** 30;

/** The sites whose limit may bind and can be counted. */
export function countableSites({ siteLimits, need }: LearnerModel): boolean[] {
  let codes = 1;
  return siteLimits.map((limit) => {
    if (limit >= need || codes * (limit + 1) > MOST_CODES) return false;
    codes *= limit + 1;
    return true;
  });
}

/** How far a walk may go. */
export type WalkLimits = {
  /** Beginnings that are followed at each moment at most, those first that promise most. */
  width: number;
  /** Ways worth no more than this are left out. */
  known: number;
  /** Sites whose limit is kept; the others' may be broken. */
  countedSites: readonly boolean[];
};

/**
 * What a walk found: the best programme met (null without one worth more than `known`), and what no programme that the walk
 * left aside is worth more than.
 */
export type Walked = { value: number; path: Path | null; leftAside: number };

/**
 * Walks forward through moments with sets of units done, each unit once, in order and within the limits of sites, led by a
 * smaller state space: `table` holds its values to go for `gains`. Of two beginnings that mean the same for the rest the
 * better one stays, and no beginning is followed that cannot become worth more than `known`: what is left is often little.
 * The gains are those after penalties: a whole programme gets back what its options have `paid`, at most `refund`, and
 * sites that cost a penalty must be counted. Needs at most 30 units.
 */
export function walkLabels(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  table: Table,
  { width, known, countedSites }: WalkLimits,
  { paid, refund }: { paid: Float64Array; refund: number },
): Walked {
  const found: Walked = { value: known, path: null, leftAside: -Infinity };
  if (space.start < 0) return found;
  const periods = learner.mayIdle.length;
  if (table.labels?.head.length !== periods + 1) table.labels = openLabels(periods);
  const { labels } = table;
  clearLabels(labels);
  const step = openStep(learner, space, gains, table, labels, countedSites, found, refund);
  step.begin();
  for (let moment = 0; moment <= periods; moment++) {
    const { kept, leftAside } = labelsAt(labels, moment, width);
    found.leftAside = Math.max(found.leftAside, leftAside);
    for (const label of kept) {
      if (labels.hope[label]! <= found.value + 1e-9) continue;
      if (labels.state[label] !== space.graph.final) {
        step.onFrom(label);
        continue;
      }
      const path = pathOf(labels, label);
      const value = path.options.reduce((sum, option) => sum + paid[option]!, labels.value[label]!);
      if (value <= found.value + 1e-9) continue;
      found.value = value;
      found.path = path;
    }
  }
  if (!found.path) found.value = -Infinity;
  return found;
}

function openStep(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  { values }: Table,
  labels: Labels,
  countedSites: readonly boolean[],
  found: Walked,
  refund: number,
) {
  const { graph, base, early, late, counter } = space;
  const { outer } = learner;
  const { sites } = counter;
  const options = learner.value.length;
  const firsts = learner.groups.map(() => 0);
  for (const [first, later] of learner.before) firsts[later]! |= 1 << first;
  // What is counted at each site as digits of one number; a site without a digit is not counted.
  const digit = new Int32Array(sites);
  const radix = new Int32Array(sites).fill(1);
  let codes = 1;
  learner.siteLimits.forEach((limit, site) => {
    if (!countedSites[site]) return;
    digit[site] = codes;
    radix[site] = limit + 1;
    codes *= limit + 1;
  });
  const offer = (
    from: number,
    state: number,
    moment: number,
    done: number,
    site: number,
    counts: number,
    value: number,
    option: number,
    start: number,
  ): void => {
    const hope = value + refund + values[(base[state]! + moment) * counter.width * sites + site]!;
    if (!(hope > found.value + 1e-9)) return;
    const label = labelFor(labels, moment, done, site, counts);
    if (label < 0) {
      found.leftAside = Math.max(found.leftAside, hope);
      return;
    }
    if (value <= labels.value[label]!) return;
    labels.state[label] = state;
    labels.value[label] = value;
    labels.hope[label] = hope;
    labels.option[label] = option;
    labels.start[label] = start;
    labels.before[label] = from;
  };
  const begin = (): void => offer(-1, 0, 0, 0, 0, 0, 0, -1, 0);
  const onFrom = (from: number): void => {
    const state = labels.state[from]!;
    const moment = labels.moment[from]!;
    const done = labels.done[from]!;
    const site = labels.site[from]!;
    const counts = labels.counts[from]!;
    const value = labels.value[from]!;
    if (learner.mayIdle[moment] && moment < late[state]!) {
      const option = labels.option[from]!;
      // Waiting keeps the block before it.
      offer(from, state, moment + 1, done, site, counts, value + gains.wait, option, labels.start[from]!);
    }
    for (let k = graph.first[state]!, end = graph.first[state + 1]!; k < end; k++) {
      const unit = graph.unit[k]!;
      if (done & (1 << unit) || (firsts[unit]! & done) !== firsts[unit]!) continue;
      const target = graph.target[k]!;
      const then = moment + learner.lengths[unit]!;
      if (then < early[target]! || then > late[target]!) continue;
      const bits = done | (1 << unit);
      for (let h = 0; h < sites; h++) {
        const option = unit * sites + h;
        const gain = gains.block[moment * options + option]!;
        if (gain === -Infinity) continue;
        const one = digit[outer[h]!]!;
        if (one && Math.floor(counts / one) % radix[outer[h]!]! >= radix[outer[h]!]! - 1) continue;
        const now = value + gain + (done && outer[site] !== outer[h] ? gains.siteChange : 0);
        offer(from, target, then, bits, h, counts + one, now, option, moment);
      }
    }
  };
  return { begin, onFrom };
}

function pathOf(labels: Labels, end: number): Path {
  const options: number[] = [];
  const starts: number[] = [];
  let last = -1;
  for (let label = end; label >= 0 && labels.option[label]! >= 0; label = labels.before[label]!) {
    // Waiting repeats the block before it; nobody begins twice at one moment.
    if (labels.start[label] === last) continue;
    last = labels.start[label]!;
    options.unshift(labels.option[label]!);
    starts.unshift(last);
  }
  return { options, starts };
}
