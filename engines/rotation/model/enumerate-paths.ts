import type { LearnerModel, Path, StateSpace } from './model.ts';
import { pathFlaws } from './path-flaws.ts';
import type { Gains, Table } from './value-to-go.ts';

type Walk = {
  learner: LearnerModel;
  space: StateSpace;
  gains: Gains;
  values: Float64Array;
  threshold: number;
  options: number[];
  starts: number[];
  emit: (path: Path, isProgramme: boolean) => boolean;
};

/**
 * Calls `emit` with every way of a learner worth at least `threshold` by the gains of a filled table, and whether it is a
 * programme, until `emit` returns false. Returns false in that case.
 */
export function enumeratePaths(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  table: Table,
  threshold: number,
  emit: (path: Path, isProgramme: boolean) => boolean,
): boolean {
  if (space.start < 0) return true;
  const { values } = table;
  const from: Position = { state: 0, moment: 0, count: 0, site: -1 };
  return walk({ learner, space, gains, values, threshold, options: [], starts: [], emit }, from, 0);
}

type Position = { state: number; moment: number; count: number; site: number };

function walk(way: Walk, from: Position, sofar: number): boolean {
  const { learner, space, gains, values, threshold } = way;
  const { width, sites } = space.counter;
  const { state, count, site } = from;
  if (state === space.graph.final) return finish(way);
  let value = sofar;
  for (let moment = from.moment; moment <= space.late[state]!; moment++) {
    // What is still to come from here on also bounds every later beginning.
    const toGo = values[((space.base[state]! + moment) * width + count) * sites + Math.max(site, 0)]!;
    if (!(value + toGo >= threshold)) return true;
    if (!walkFrom(way, { state, moment, count, site }, value)) return false;
    if (!learner.mayIdle[moment]) return true;
    value += gains.wait;
  }
  return true;
}

function walkFrom(way: Walk, { state, moment, count, site }: Position, sofar: number): boolean {
  const { learner, space, gains, values, threshold } = way;
  const { graph, base, early, late } = space;
  const { width, sites, next } = space.counter;
  for (let k = graph.first[state]!; k < graph.first[state + 1]!; k++) {
    const target = graph.target[k]!;
    const then = moment + learner.lengths[graph.unit[k]!]!;
    if (then < early[target]! || then > late[target]!) continue;
    for (let h = 0; h < sites; h++) {
      const after = next[(graph.level[state]! * width + count) * sites + h]!;
      if (after < 0) continue;
      const option = graph.unit[k]! * sites + h;
      const change = site >= 0 && learner.outer[site] !== learner.outer[h] ? gains.siteChange : 0;
      const value = sofar + gains.block[moment * learner.value.length + option]! + change;
      const rest = values[((base[target]! + then) * width + after) * sites + h]!;
      if (!(value + rest >= threshold)) continue;
      way.options.push(option);
      way.starts.push(moment);
      const goesOn = walk(way, { state: target, moment: then, count: after, site: h }, value);
      way.options.pop();
      way.starts.pop();
      if (!goesOn) return false;
    }
  }
  return true;
}

function finish({ learner, options, starts, emit }: Walk): boolean {
  const path = { options: [...options], starts: [...starts] };
  const flaws = pathFlaws(learner, path);
  return emit(path, !flaws.units.length && !flaws.sites.length);
}
