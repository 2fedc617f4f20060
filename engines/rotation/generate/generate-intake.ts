import type { Learner, Place, RotationProblem, Site, Unit } from '../format/problem-format.ts';
import { type Random, randomFrom } from '../random.ts';

/** What intake to make: `length` periods for each unit, as many slots of that length as units. */
export type IntakeOptions = { seed: string; learners: number; units: number; length: number };

type Frame = {
  random: Random;
  units: readonly Unit[];
  sites: readonly Site[];
  firsts: readonly (readonly number[])[];
  length: number;
  /** Heads of the planted plan at `(site * units + unit) * periods + period`. */
  used: Int32Array;
};

/**
 * Makes one intake that rotates through units of equal length at two to four sites: two groups of units with orders
 * inside them, wishes and weights of each learner's own, places with much room, and some heads that must be there at
 * single periods. There is a plan, because these heads are those of a hidden one. Shaped like the instances that
 * rotations of medical students are compared on; the same options give the same problem.
 */
export function generateIntake({ seed, learners, units: count, length }: IntakeOptions): RotationProblem {
  const random = randomFrom(`intake ${seed} ${learners} ${count} ${length}`);
  const periods = count * length;
  const units = Array.from({ length: count }, (_, u): Unit => {
    return { id: `u${u}`, length, group: u < count / 2 ? 'g1' : 'g2', hostScore: random.below(6) };
  });
  const limit = Math.floor(count / 2) + random.below(Math.floor(count / 2) + 1);
  const sites = Array.from({ length: 2 + random.below(3) }, (_, s): Site => {
    return { id: `s${s}`, maxUnitsPerLearner: limit };
  });
  const before = orders(units, 0.15 + 0.27 * random.real(), random);
  const firsts = units.map((unit) =>
    before.flatMap(([first, later]) =>
      later === unit.id ? [units.findIndex(({ id }) => id === first)] : [],
    ),
  );
  const used = new Int32Array(sites.length * count * periods);
  const frame: Frame = { random, units, sites, firsts, length, used };
  const list = Array.from({ length: learners }, (_, i) => makeLearner(frame, `l${i}`));
  return {
    format: 'dualtrack/rotation-problem@1',
    ...{ periods, units, sites, places: makePlaces(frame, periods), pools: [], before },
    ...{ learners: list, fairness: 1, pins: [] },
  };
}

/** Pairs of units of one group, the earlier one first. */
function orders(units: readonly Unit[], share: number, random: Random): [string, string][] {
  return units.flatMap((first, a) =>
    units
      .slice(a + 1)
      .filter((later) => later.group === first.group && random.real() < share)
      .map((later): [string, string] => [first.id, later.id]),
  );
}

/** A learner with a programme that some walk through the slots fulfils; other draws are thrown away. */
function makeLearner(frame: Frame, id: string): Learner {
  const { random, units, sites, length } = frame;
  const half = Math.floor(units.length / 2);
  const grade = (best: number) => 1 + random.below(best);
  for (;;) {
    const take = [random.below(half + 1), random.below(units.length - half + 1)];
    const need = take[0]! + take[1]!;
    const free = Math.min(units.length - need, half);
    const slots = random.shuffled([...units.keys()]).slice(0, random.below(free + 1));
    const closed = new Set(
      [...sites.keys()].flatMap((site) =>
        units.flatMap((_, unit) => (random.real() < 0.05 ? [site * units.length + unit] : [])),
      ),
    );
    const walk = need > 0 ? walkThrough(frame, take, new Set(slots), closed) : null;
    if (!walk) continue;
    for (const cell of walk) frame.used[cell]! += 1;
    const away = slots.flatMap((slot) => Array.from({ length }, (_, t) => slot * length + t));
    return {
      ...{ id, size: 1, take: { g1: take[0]!, g2: take[1]! }, away: away.sort((a, b) => a - b) },
      units: Object.fromEntries(units.map((unit) => [unit.id, grade(5)])),
      sites: Object.fromEntries(sites.map((site) => [site.id, grade(5)])),
      cannot: [...closed].map((at): [string, string] => {
        return [sites[Math.floor(at / units.length)]!.id, units[at % units.length]!.id];
      }),
      weights: { unit: grade(3), site: grade(3), siteChange: -grade(3), wait: -grade(3) },
    };
  }
}

/** The cells of one whole programme, null where the walk came to no end. */
function walkThrough(
  { random, units, sites, firsts, length }: Frame,
  take: readonly number[],
  away: ReadonlySet<number>,
  closed: ReadonlySet<number>,
): number[] | null {
  const left = [...take];
  const done = new Set<number>();
  const atSite = sites.map(() => 0);
  const cells: number[] = [];
  const groupOf = (unit: number) => (units[unit]!.group === 'g1' ? 0 : 1);
  const busy = (start: number) =>
    Array.from({ length }, (_, t) => Math.floor((start + t) / length)).some((slot) => away.has(slot));
  const periods = units.length * length;
  for (let start = 0; start + length <= periods && left.some((n) => n > 0); ) {
    const open = busy(start)
      ? []
      : [...units.keys()].filter(
          (unit) => left[groupOf(unit)]! > 0 && !done.has(unit) && firsts[unit]!.every((f) => done.has(f)),
        );
    const unit = random.shuffled(open)[0] ?? -1;
    const site = random
      .shuffled([...sites.keys()])
      .find((s) => atSite[s]! < sites[s]!.maxUnitsPerLearner! && !closed.has(s * units.length + unit));
    if (unit < 0 || site === undefined) {
      start++;
      continue;
    }
    done.add(unit);
    atSite[site]! += 1;
    left[groupOf(unit)]! -= 1;
    for (let t = 0; t < length; t++) cells.push((site * units.length + unit) * periods + start + t);
    start += length;
  }
  return left.some((n) => n > 0) ? null : cells;
}

/** Room for about 15 to 20 times the heads there are; at some places heads that must be there, as far as planted. */
function makePlaces({ random, units, sites, length, used }: Frame, periods: number): Place[] {
  const heads = used.reduce((sum, n) => sum + n, 0);
  const usual = heads / (0.05 + 0.017 * random.real()) / used.length;
  const share = 0.02 + 0.25 * random.real();
  const deep = random.below(3) > 0 ? 1 : Math.min(5, 1 + Math.ceil(heads / (length * 400)));
  return sites.flatMap((site, s) =>
    units.map((unit, u): Place => {
      const own = used.subarray((s * units.length + u) * periods, (s * units.length + u + 1) * periods);
      const max = new Array<number>(periods);
      const late = random.below(length);
      let room = 0;
      for (let t = 0; t < periods; t++) {
        if (t === 0 || (t + late) % length === 0) room = Math.round(usual * (0.63 + 0.74 * random.real()));
        max[t] = Math.max(own[t]!, room);
      }
      const wants = random.real() < 0.75;
      const min = [...own].map((n) =>
        wants && n > 0 && random.real() < share * 1.6 ? 1 + random.below(Math.min(n, deep)) : 0,
      );
      return { site: site.id, unit: unit.id, min, max };
    }),
  );
}
