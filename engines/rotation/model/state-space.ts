import type { LearnerModel, StateSpace } from './model.ts';
import { buildProgrammeGraph, type Programme, type ProgrammeGraph } from './programme-graph.ts';
import { buildSiteCounter } from './site-counter.ts';

/** How large a state space may become: states of the programme graph, and numbers in the table of a search. */
export type SpaceLimits = { states: number; table: number };

/**
 * Graphs built before, so that learners with equal programmes share one; null where it was too large. `wasted`: states of
 * those that were too large, so that not too many are tried in vain.
 */
export type GraphShelf = { graphs: Map<string, ProgrammeGraph | null>; wasted: number };

export function emptyShelf(): GraphShelf {
  return { graphs: new Map(), wasted: 0 };
}

/** States built in vain after which only small graphs are tried, and what counts as small. */
const PATIENCE = { wasted: 250_000, small: 10_000 };

/**
 * Builds the state space of a learner, remembering the given units and counting at the given sites; null where it
 * would be larger than the limits.
 */
export function buildStateSpace(
  learner: LearnerModel,
  periods: number,
  remembered: readonly boolean[],
  countedSites: readonly boolean[],
  limits: SpaceLimits,
  shelf: GraphShelf,
): StateSpace | null {
  const { siteLimits, outer, need, quotas, before } = learner;
  const graph = graphOf({ groups: [...learner.groups], quotas, before, remembered }, limits.states, shelf);
  if (!graph) return null;
  const counter = buildSiteCounter(
    need,
    siteLimits.map((max, site) => (countedSites[site] ? max : Infinity)),
    outer,
  );
  const { states } = graph;
  const { early, late } = windowsOf(learner, periods, graph);
  const base = new Int32Array(states);
  let places = 0;
  for (let a = 0; a < states; a++) {
    base[a] = places - early[a]!;
    places += Math.max(0, late[a]! - early[a]! + 1);
  }
  if (places * counter.width * siteLimits.length > limits.table) return null;
  const start = states > 0 && early[0] === 0 && late[0]! >= 0 ? 0 : -1;
  return { remembered, countedSites, counter, graph, early, late, base, places, start };
}

function graphOf(programme: Programme, limit: number, shelf: GraphShelf): ProgrammeGraph | null {
  const key = JSON.stringify([programme, limit]);
  const known = shelf.graphs.get(key);
  if (known !== undefined) return known;
  const most = limit > PATIENCE.small && shelf.wasted > PATIENCE.wasted ? PATIENCE.small : limit;
  const graph = buildProgrammeGraph(programme, Number.isFinite(limit) ? most : limit);
  shelf.graphs.set(key, graph);
  if (!graph && limit > PATIENCE.small) shelf.wasted += most;
  return graph;
}

/** Between which moments a learner can be in each state, as far as units may begin then. */
function windowsOf(
  { units, lengths, open, siteLimits, doneFrom }: LearnerModel,
  periods: number,
  { states, final, first, unit, target }: ProgrammeGraph,
): { early: Int32Array; late: Int32Array } {
  const own = units.length;
  const canStart = new Uint8Array(periods * own);
  for (let i = 0; i < open.length; i++) if (open[i]) canStart[Math.floor(i / siteLimits.length)] = 1;
  // `next[t * own + u]`: when `u` may begin from `t` on; `last`: when up to `t`.
  const next = new Int32Array((periods + 1) * own).fill(NEVER);
  const last = new Int32Array(periods * own).fill(-1);
  for (let t = periods - 1; t >= 0; t--)
    for (let u = 0; u < own; u++) next[t * own + u] = canStart[t * own + u] ? t : next[(t + 1) * own + u]!;
  for (let t = 0; t < periods; t++)
    for (let u = 0; u < own; u++)
      last[t * own + u] = canStart[t * own + u] ? t : t ? last[(t - 1) * own + u]! : -1;
  const early = new Int32Array(states).fill(NEVER);
  const late = new Int32Array(states).fill(-1);
  if (!states) return { early, late };
  early[0] = 0;
  for (let a = 0; a < final; a++) {
    if (early[a]! >= periods) continue;
    for (let k = first[a]!; k < first[a + 1]!; k++) {
      const start = next[early[a]! * own + unit[k]!]!;
      const to = target[k]!;
      if (start < NEVER) early[to] = Math.min(early[to]!, start + lengths[unit[k]!]!);
    }
  }
  early[final] = Math.max(early[final]!, doneFrom);
  late[final] = periods;
  for (let a = final - 1; a >= 0; a--) {
    for (let k = first[a]!; k < first[a + 1]!; k++) {
      const latest = late[target[k]!]! - lengths[unit[k]!]!;
      if (latest >= 0) late[a] = Math.max(late[a]!, last[latest * own + unit[k]!]!);
    }
  }
  for (let a = 0; a < states; a++) {
    if (early[a]! <= late[a]!) continue;
    early[a] = 1;
    late[a] = 0;
  }
  return { early, late };
}

/** A moment that no calendar reaches. */
const NEVER = 2 ** 30;
