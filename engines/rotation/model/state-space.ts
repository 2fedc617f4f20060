import type { LearnerModel, StateSpace } from './model.ts';
import { buildProgrammeGraph, type ProgrammeGraph } from './programme-graph.ts';
import { buildSiteCounter } from './site-counter.ts';

/** How large a state space may become: states of the programme graph, and numbers in the table of a search. */
export type SpaceLimits = { states: number; table: number };

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
): StateSpace | null {
  const { siteLimits, need, quotas, before } = learner;
  const groups = [...learner.groups];
  const graph = buildProgrammeGraph({ groups, quotas, before, remembered }, limits.states);
  if (!graph) return null;
  const counter = buildSiteCounter(
    need,
    siteLimits.map((max, site) => (countedSites[site] ? max : Infinity)),
  );
  const number = numberPlaces(learner, periods, graph);
  const places = number.order.length;
  if (places * counter.width * siteLimits.length > limits.table) return null;
  const start = number.numberOf[0] ?? -1;
  return { remembered, countedSites, counter, start, ...link(learner, graph, number) };
}

type Numbering = {
  /** `moment * states + state` → place, −1 outside. */
  numberOf: Int32Array;
  /** The same the other way round. */
  order: number[];
  ends: number;
  canStart: Uint8Array;
};

function numberPlaces(learner: LearnerModel, periods: number, graph: ProgrammeGraph): Numbering {
  const { states, final } = graph;
  const canStart = startableUnits(learner, periods);
  const numberOf = new Int32Array((periods + 1) * states).fill(-1);
  const order: number[] = [];
  if (states === 0) return { numberOf, order, ends: 0, canStart };
  const reached = reachedPlaces(learner, periods, graph, canStart);
  const add = (at: number): void => {
    numberOf[at] = order.push(at) - 1;
  };
  for (let t = periods; t >= learner.doneFrom; t--) if (reached[t * states + final]) add(t * states + final);
  const ends = order.length;
  for (let t = periods - 1; t >= 0; t--) {
    for (let a = 0; a < final; a++) {
      const at = t * states + a;
      if (reached[at] && leadsOn(learner, graph, canStart, numberOf, t, a)) add(at);
    }
  }
  return { numberOf, order, ends, canStart };
}

function reachedPlaces(
  learner: LearnerModel,
  periods: number,
  { states, final, first, unit, target }: ProgrammeGraph,
  canStart: Uint8Array,
): Uint8Array {
  const reached = new Uint8Array((periods + 1) * states);
  reached[0] = 1;
  for (let t = 0; t < periods; t++) {
    for (let a = 0; a < final; a++) {
      if (!reached[t * states + a]) continue;
      if (learner.mayIdle[t]) reached[(t + 1) * states + a] = 1;
      for (let k = first[a]!; k < first[a + 1]!; k++) {
        if (!canStart[t * learner.units.length + unit[k]!]) continue;
        reached[(t + learner.lengths[unit[k]!]!) * states + target[k]!] = 1;
      }
    }
  }
  // A learner who has nothing to take is at the end from the start, whenever the last pin allows.
  if (final === 0) reached.fill(1);
  return reached;
}

function leadsOn(
  learner: LearnerModel,
  { states, first, unit, target }: ProgrammeGraph,
  canStart: Uint8Array,
  numberOf: Int32Array,
  t: number,
  a: number,
): boolean {
  if (learner.mayIdle[t] && numberOf[(t + 1) * states + a]! >= 0) return true;
  for (let k = first[a]!; k < first[a + 1]!; k++) {
    if (!canStart[t * learner.units.length + unit[k]!]) continue;
    if (numberOf[(t + learner.lengths[unit[k]!]!) * states + target[k]!]! >= 0) return true;
  }
  return false;
}

function link(learner: LearnerModel, graph: ProgrammeGraph, { numberOf, order, ends, canStart }: Numbering) {
  const { states } = graph;
  const moment = Int32Array.from(order, (at) => Math.floor(at / states));
  const level = Int32Array.from(order, (at) => graph.level[at % states]!);
  const idle = new Int32Array(order.length).fill(-1);
  const first = new Int32Array(order.length + 1);
  const unit: number[] = [];
  const target: number[] = [];
  for (let i = ends; i < order.length; i++) {
    const t = moment[i]!;
    const a = order[i]! - t * states;
    if (learner.mayIdle[t]) idle[i] = numberOf[(t + 1) * states + a]!;
    for (let k = graph.first[a]!; k < graph.first[a + 1]!; k++) {
      const own = graph.unit[k]!;
      if (!canStart[t * learner.units.length + own]) continue;
      const to = numberOf[(t + learner.lengths[own]!) * states + graph.target[k]!]!;
      if (to < 0) continue;
      unit.push(own);
      target.push(to);
    }
    first[i + 1] = unit.length;
  }
  return { ends, moment, level, idle, first, unit: Int32Array.from(unit), target: Int32Array.from(target) };
}

/** `start * units + unit` is 1 where the unit may begin at some site. */
function startableUnits(learner: LearnerModel, periods: number): Uint8Array {
  const units = learner.units.length;
  const sites = learner.siteLimits.length;
  const canStart = new Uint8Array(periods * units);
  for (let i = 0; i < learner.open.length; i++) {
    if (learner.open[i]) canStart[Math.floor(i / sites)] = 1;
  }
  return canStart;
}
