import type { LearnerModel, Path, StateSpace } from './model.ts';
import { type Penalties, refund } from './penalties.ts';
import type { Gains, Table } from './value-to-go.ts';

/**
 * What a narrow walk through a state space that does not remember every unit found: the best programme met, and what no
 * programme is worth more than. Both are equal where the walk left nothing aside that could be better.
 */
export type BeamFound = { value: number; path: Path | null; bound: number };

type Label = {
  state: number;
  moment: number;
  count: number;
  site: number;
  /** Units done, as bits. */
  done: number;
  /** Units by outer site so far. */
  atSite: readonly number[];
  value: number;
  /** No programme that begins like this is worth more. */
  hope: number;
  option: number;
  start: number;
  before: Label | null;
};

/** Units that fit into the bits of a number. */
export const mostBits = 30;

/**
 * Walks forward through the places of a state space, at each moment with the `width` most promising beginnings only, each
 * unit once, in order and within the limits of sites. `table` holds the values to go for gains less `penalties`; `gains`
 * are those without. Ways worth no more than `known` are left out. Needs at most 30 units.
 */
export function beamPath(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  table: Table,
  penalties: Penalties,
  periods: number,
  { width, known }: { width: number; known: number },
): BeamFound {
  if (space.start < 0) return { value: -Infinity, path: null, bound: -Infinity };
  const walk = openWalk(learner, space, gains, table, penalties);
  const queues: Map<string, Label>[] = Array.from({ length: periods + 1 }, () => new Map());
  const atSite = learner.siteLimits.map(() => 0);
  const first = walk.toGo(0, 0, 0, -1) + refund(learner, penalties, 0, atSite);
  const start = { state: 0, moment: 0, count: 0, site: -1, done: 0, atSite };
  push(queues[0]!, {
    ...start,
    value: 0,
    hope: first,
    option: -1,
    start: 0,
    before: null,
  });
  let best: Label | null = null;
  let leftAside = -Infinity;
  for (const queue of queues) {
    const labels = [...queue.values()].sort((a, b) => b.hope - a.hope);
    for (const [rank, label] of labels.entries()) {
      if (label.hope <= Math.max(known, best?.value ?? -Infinity) + 1e-9) break;
      if (rank >= width) {
        leftAside = Math.max(leftAside, label.hope);
        break;
      }
      if (label.state === space.graph.final) {
        if (!best || label.value > best.value) best = label;
        continue;
      }
      for (const next of walk.after(label)) push(queues[next.moment]!, next);
    }
    queue.clear();
  }
  const value = best?.value ?? -Infinity;
  return { value, path: best && pathOf(best), bound: Math.min(first, Math.max(value, known, leftAside)) };
}

/** Keeps the better of two beginnings that mean the same for the rest of the way. */
function push(queue: Map<string, Label>, label: Label): void {
  const key = `${label.state} ${label.site} ${label.done} ${label.atSite}`;
  const known = queue.get(key);
  if (!known || label.value > known.value) queue.set(key, label);
}

function openWalk(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  table: Table,
  penalties: Penalties,
) {
  const { width, sites, next } = space.counter;
  const options = learner.value.length;
  const firsts = learner.groups.map(() => 0);
  for (const [first, later] of learner.before) firsts[later]! |= 1 << first;
  const { outer } = learner;
  const limited = learner.siteLimits.map((max) => max < learner.need);
  const refunds = new Map<string, number>();
  const refundOf = (done: number, atSite: readonly number[]): number => {
    const key = `${done} ${atSite}`;
    const found = refunds.get(key) ?? refund(learner, penalties, done, atSite);
    refunds.set(key, found);
    return found;
  };
  const { graph, base, early, late } = space;
  const toGo = (state: number, moment: number, count: number, site: number): number =>
    moment < early[state]! || moment > late[state]!
      ? -Infinity
      : table.values[((base[state]! + moment) * width + count) * sites + Math.max(site, 0)]!;
  const after = (label: Label): Label[] => {
    const { state, moment, count, site, done, value } = label;
    const found: Label[] = [];
    if (learner.mayIdle[moment]) {
      const waited = value + gains.wait;
      const hope = waited + toGo(state, moment + 1, count, site) + refundOf(done, label.atSite);
      if (hope > -Infinity) found.push({ ...label, moment: moment + 1, value: waited, hope });
    }
    for (let k = graph.first[state]!; k < graph.first[state + 1]!; k++) {
      const unit = graph.unit[k]!;
      if (done & (1 << unit) || (firsts[unit]! & done) !== firsts[unit]!) continue;
      const target = graph.target[k]!;
      const then = moment + learner.lengths[unit]!;
      for (let h = 0; h < sites; h++) {
        const counted = next[(graph.level[state]! * width + count) * sites + h]!;
        const option = unit * sites + h;
        const gain = gains.block[moment * options + option]!;
        if (counted < 0 || gain === -Infinity) continue;
        const at = outer[h]!;
        if (limited[at] && label.atSite[at]! >= learner.siteLimits[at]!) continue;
        const now = value + gain + (site >= 0 && outer[site] !== at ? gains.siteChange : 0);
        const rest = toGo(target, then, counted, h);
        if (rest === -Infinity) continue;
        const atSite = limited[at] ? label.atSite.with(at, label.atSite[at]! + 1) : label.atSite;
        const bits = done | (1 << unit);
        const hope = now + rest + refundOf(bits, atSite);
        found.push({
          ...{ state: target, moment: then, count: counted, site: h, done: bits, atSite },
          ...{ value: now, hope, option, start: moment, before: label },
        });
      }
    }
    return found;
  };
  return { toGo, after };
}

function pathOf(end: Label): Path {
  const options: number[] = [];
  const starts: number[] = [];
  // Waiting keeps the block before: each block is met once on the way back.
  for (let label: Label | null = end; label && label.option >= 0; label = label.before) {
    options.unshift(label.option);
    starts.unshift(label.start);
  }
  return { options, starts };
}
