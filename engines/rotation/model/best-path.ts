import type { LearnerModel, Path, StateSpace } from './model.ts';
import type { Gains, Table } from './value-to-go.ts';

/** Reads the best way from the start out of a filled table; null without any. Equal ways: the first found. */
export function bestPath(learner: LearnerModel, space: StateSpace, gains: Gains, table: Table): Path | null {
  const { width, sites } = space.counter;
  const { values } = table;
  if (space.start < 0 || !(values[space.start * width * sites]! > -Infinity)) return null;
  const options: number[] = [];
  const starts: number[] = [];
  let [place, count, site] = [space.start, 0, -1];
  while (place >= space.ends) {
    const after = space.idle[place]!;
    const waiting =
      after < 0 ? -Infinity : gains.wait + values[(after * width + count) * sites + Math.max(site, 0)]!;
    const step = bestStep(learner, space, gains, values, { place, count, site });
    if (step === null || waiting > step.value) {
      place = after;
      continue;
    }
    options.push(step.option);
    starts.push(space.moment[place]!);
    [place, count, site] = [step.target, step.count, step.option % sites];
  }
  return { options, starts };
}

type Position = { place: number; count: number; site: number };
type Step = { value: number; option: number; target: number; count: number };

function bestStep(
  learner: LearnerModel,
  space: StateSpace,
  gains: Gains,
  values: Float64Array,
  { place, count, site }: Position,
): Step | null {
  const { width, sites, next } = space.counter;
  const moment = space.moment[place]! * learner.value.length;
  let found: Step | null = null;
  for (let k = space.first[place]!; k < space.first[place + 1]!; k++) {
    const target = space.target[k]!;
    for (let h = 0; h < sites; h++) {
      const option = space.unit[k]! * sites + h;
      const after = next[(space.level[place]! * width + count) * sites + h]!;
      if (after < 0) continue;
      const change = site >= 0 && site !== h ? gains.siteChange : 0;
      const value = gains.block[moment + option]! + values[(target * width + after) * sites + h]! + change;
      if (value > (found?.value ?? -Infinity)) found = { value, option, target, count: after };
    }
  }
  return found;
}
