import type { LearnerModel, Path, StateSpace } from './model.ts';
import type { Gains, Table } from './value-to-go.ts';

/** Reads the best way from the start out of a filled table; null without any. Equal ways: the first found. */
export function bestPath(learner: LearnerModel, space: StateSpace, gains: Gains, table: Table): Path | null {
  const { width, sites } = space.counter;
  const { values } = table;
  if (space.start < 0 || !(values[space.start * width * sites]! > -Infinity)) return null;
  const options: number[] = [];
  const starts: number[] = [];
  let [state, moment, count, site] = [0, 0, 0, -1];
  while (state !== space.graph.final) {
    const later = ((space.base[state]! + moment + 1) * width + count) * sites + Math.max(site, 0);
    const mayWait = moment < space.late[state]! && learner.mayIdle[moment];
    const waiting = mayWait ? gains.wait + values[later]! : -Infinity;
    const step = bestStep(learner, space, gains, values, { state, moment, count, site });
    if (step === null || waiting > step.value) {
      moment++;
      continue;
    }
    options.push(step.option);
    starts.push(moment);
    moment += learner.lengths[Math.floor(step.option / sites)]!;
    [state, count, site] = [step.target, step.count, step.option % sites];
  }
  return { options, starts };
}

type Position = { state: number; moment: number; count: number; site: number };
type Step = { value: number; option: number; target: number; count: number };

function bestStep(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  values: Float64Array,
  { state, moment, count, site }: Position,
): Step | null {
  const { graph, base, early, late } = space;
  const { width, sites, next } = space.counter;
  const { outer } = learner;
  let found: Step | null = null;
  for (let k = graph.first[state]!; k < graph.first[state + 1]!; k++) {
    const target = graph.target[k]!;
    const then = moment + learner.lengths[graph.unit[k]!]!;
    if (then < early[target]! || then > late[target]!) continue;
    for (let h = 0; h < sites; h++) {
      const option = graph.unit[k]! * sites + h;
      const after = next[(graph.level[state]! * width + count) * sites + h]!;
      if (after < 0) continue;
      const change = site >= 0 && outer[site] !== outer[h] ? gains.siteChange : 0;
      const rest = values[((base[target]! + then) * width + after) * sites + h]!;
      const value = gains.block[moment * learner.value.length + option]! + rest + change;
      if (value > (found?.value ?? -Infinity)) found = { value, option, target, count: after };
    }
  }
  return found;
}
