import type { Learner, Pin, RotationProblem } from '../format/problem-format.ts';
import type { Frame } from './compile-model.ts';
import { firstsOf } from './firsts-of.ts';
import type { LearnerModel } from './model.ts';

/** Turns one learner into numbers, keeping only units that can be part of the programme. */
export function compileLearner(frame: Frame, learner: Learner, index: number): LearnerModel {
  const { problem, placeOf } = frame;
  const { sites } = frame;
  const units = takeable(frame, learner);
  const take = new Map(Object.entries(learner.take));
  const groupIds = [...take].filter(([, n]) => n > 0).map(([group]) => group);
  const ownOf = new Map(units.map((unit, own) => [unit, own]));
  const options = units.length * sites;
  const value = new Float64Array(options).fill(-Infinity);
  const place = new Int32Array(options).fill(-1);
  const preference = new Map(Object.entries(learner.units));
  const siteScore = new Map(Object.entries(learner.sites));
  const cannot = new Set(learner.cannot.map(([site, unit]) => JSON.stringify([site, unit])));
  units.forEach((unit, own) => {
    const { id, hostScore } = problem.units[unit]!;
    problem.sites.forEach((site, s) => {
      const p = placeOf[unit * sites + s]!;
      if (p < 0 || cannot.has(JSON.stringify([site.id, id]))) return;
      place[own * sites + s] = p;
      value[own * sites + s] =
        learner.weights.unit * (preference.get(id) ?? 0) +
        learner.weights.site * (siteScore.get(site.id) ?? 0) +
        hostScore;
    });
  });
  const before = problem.before.flatMap(([first, later]): [number, number][] => {
    const a = ownOf.get(frame.unitIndex.get(first) ?? -1);
    const b = ownOf.get(frame.unitIndex.get(later) ?? -1);
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  const quotas = groupIds.map((group) => take.get(group) ?? 0);
  const lengths = Int32Array.from(units, (unit) => problem.units[unit]!.length);
  return {
    index,
    size: learner.size,
    need: quotas.reduce((sum, n) => sum + n, 0),
    units: Int32Array.from(units),
    lengths,
    groups: Int32Array.from(units, (unit) => groupIds.indexOf(problem.units[unit]!.group)),
    quotas,
    before,
    value,
    bonus: bonusOf(frame, learner, ownOf, options),
    place,
    ...calendar(frame, learner, units, place),
    siteChange: learner.weights.siteChange,
    wait: learner.weights.wait,
    outer: frame.outer,
    siteLimits: Array.from({ length: sites }, (_, s) => problem.sites[s]?.maxUnitsPerLearner ?? Infinity),
  };
}

/** Worth of blocks of an earlier plan; of one that is named twice the sum counts. */
function bonusOf(
  frame: Frame,
  { keep }: Learner,
  ownOf: ReadonlyMap<number, number>,
  options: number,
): Float64Array | null {
  if (keep === undefined || keep.length === 0) return null;
  const bonus = new Float64Array(frame.problem.periods * options);
  for (const { unit, site, start, score } of keep) {
    const own = ownOf.get(frame.unitIndex.get(unit) ?? -1);
    const s = frame.siteIndex.get(site);
    if (own === undefined || s === undefined || start >= frame.problem.periods) continue;
    bonus[start * options + own * frame.sites + s]! += score;
  }
  return bonus;
}

/** Eligible units of groups to take from, without those whose earlier units can never all be taken too. */
function takeable(frame: Frame, learner: Learner): number[] {
  const { problem } = frame;
  const takes = (group: string) => (Object.hasOwn(learner.take, group) ? learner.take[group]! : 0);
  const eligible = new Map(
    problem.units
      .filter(({ id, group }) => takes(group) > 0 && Object.hasOwn(learner.units, id))
      .map(({ id, group }) => [id, group]),
  );
  for (let size = -1; size !== eligible.size; ) {
    size = eligible.size;
    for (const [first, later] of problem.before) if (!eligible.has(first)) eligible.delete(later);
  }
  const firsts = firstsOf([...eligible.keys()], problem.before);
  return [...eligible.keys()]
    .filter((id) => {
      const wanted = new Map<string, number>();
      for (const one of [id, ...firsts.get(id)!]) {
        const group = eligible.get(one)!;
        wanted.set(group, (wanted.get(group) ?? 0) + 1);
      }
      return [...wanted].every(([group, n]) => n <= takes(group));
    })
    .map((id) => frame.unitIndex.get(id)!);
}

function calendar(frame: Frame, learner: Learner, units: readonly number[], place: Int32Array) {
  const { problem } = frame;
  const { periods } = problem;
  const { sites } = frame;
  const options = units.length * sites;
  const taken = new Uint8Array(periods);
  for (const period of learner.away) taken[period] = 1;
  const pins = pinsOf(problem, learner).map((pin) => ({
    unit: frame.unitIndex.get(pin.unit)!,
    site: frame.siteIndex.get(pin.site)!,
    start: pin.start,
  }));
  for (const { unit, start } of pins) {
    taken.fill(1, start, start + problem.units[unit]!.length);
  }
  const open = new Uint8Array(periods * options);
  const mayIdle = new Uint8Array(periods).fill(1);
  units.forEach((unit, own) => {
    const { length } = problem.units[unit]!;
    const pin = pins.find((p) => p.unit === unit);
    for (let start = 0; start + length <= periods; start++) {
      if (pin ? pin.start !== start : taken.subarray(start, start + length).includes(1)) continue;
      for (let s = 0; s < sites; s++) {
        const p = place[own * sites + s]!;
        if (p < 0 || (pin && pin.site !== s)) continue;
        if (frame.room(p, start, length) >= learner.size) open[start * options + own * sites + s] = 1;
      }
    }
  });
  for (const { start } of pins) mayIdle[start] = 0;
  return { open, mayIdle, doneFrom: pins.reduce((latest, { start }) => Math.max(latest, start + 1), 0) };
}

function pinsOf(problem: RotationProblem, learner: Learner): Pin[] {
  const own = problem.pins.filter((pin) => pin.learner === learner.id);
  return own.filter((pin, i) => own.findIndex((p) => p.unit === pin.unit) === i);
}
