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
  emit: (path: Path) => boolean;
};

/**
 * Calls `emit` with every programme of a learner worth at least `threshold` by the gains of a filled table, until
 * `emit` returns false. Returns false in that case.
 */
export function enumeratePaths(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  table: Table,
  threshold: number,
  emit: (path: Path) => boolean,
): boolean {
  if (space.start < 0) return true;
  const { values } = table;
  return walk(
    { learner, space, gains, values, threshold, options: [], starts: [], emit },
    space.start,
    0,
    -1,
    0,
  );
}

function walk(state: Walk, from: number, count: number, site: number, sofar: number): boolean {
  const { space, gains, values, threshold } = state;
  const { width, sites } = space.counter;
  if (from < space.ends) return finish(state);
  let value = sofar;
  for (let place = from; place >= 0; place = space.idle[place]!) {
    // What is still to come from here on also bounds every later beginning.
    const toGo = values[(place * width + count) * sites + Math.max(site, 0)]!;
    if (!(value + toGo >= threshold)) return true;
    if (!walkFrom(state, place, count, site, value)) return false;
    value += gains.wait;
  }
  return true;
}

function walkFrom(state: Walk, place: number, count: number, site: number, sofar: number): boolean {
  const { learner, space, gains, values, threshold } = state;
  const { width, sites, next } = space.counter;
  const moment = space.moment[place]!;
  for (let k = space.first[place]!; k < space.first[place + 1]!; k++) {
    const target = space.target[k]!;
    for (let h = 0; h < sites; h++) {
      const after = next[(space.level[place]! * width + count) * sites + h]!;
      if (after < 0) continue;
      const option = space.unit[k]! * sites + h;
      const change = site >= 0 && site !== h ? gains.siteChange : 0;
      const value = sofar + gains.block[moment * learner.value.length + option]! + change;
      if (!(value + values[(target * width + after) * sites + h]! >= threshold)) continue;
      state.options.push(option);
      state.starts.push(moment);
      const goesOn = walk(state, target, after, h, value);
      state.options.pop();
      state.starts.pop();
      if (!goesOn) return false;
    }
  }
  return true;
}

function finish({ learner, options, starts, emit }: Walk): boolean {
  const path = { options: [...options], starts: [...starts] };
  const flaws = pathFlaws(learner, path);
  return flaws.units.length || flaws.sites.length ? true : emit(path);
}
