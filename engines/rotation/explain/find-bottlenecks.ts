import type { RotationPlan } from '../format/plan-format.ts';
import type { RotationProblem } from '../format/problem-format.ts';
import { compileModel } from '../model/compile-model.ts';
import { bestChoice, type Standpoint, takeStandpoint } from './standpoint.ts';

/**
 * A place that is full in some periods of a stretch, and whom one more head there would help: learners whose own
 * programme could then be better while everybody else stays (one of them at a time). `gain`: the most that one of them
 * would win; `price`: what one more head in all these periods would be worth to the plan at most, by the dual prices.
 */
export type Bottleneck = {
  site: string;
  unit: string;
  periods: number[];
  learners: string[];
  gain: number;
  price: number;
};

const most = 24;

/**
 * Finds the bottlenecks of a feasible plan, the one that would help most learners first. `stretchOf` says which periods
 * are told of together, such as those of a month. Looks at the 24 dearest full places; ends early when `mayGoOn` says no.
 */
export function findBottlenecks(
  problem: RotationProblem,
  plan: Pick<RotationPlan, 'learners' | 'prices'>,
  stretchOf: (period: number) => string,
  mayGoOn: () => boolean = () => true,
): Bottleneck[] {
  const standpoint = takeStandpoint(problem, plan);
  const present = problem.learners.map(
    (_, at) => bestChoice(standpoint, at, { ignoresOthers: false })?.score,
  );
  const found: Bottleneck[] = [];
  for (const candidate of candidatesOf(standpoint, plan, stretchOf)) {
    if (!mayGoOn()) break;
    const wider = withOneMore(standpoint, candidate);
    const learners: string[] = [];
    let gain = 0;
    for (const [at, { id }] of problem.learners.entries()) {
      const before = present[at];
      const after = bestChoice(wider, at, { ignoresOthers: false })?.score;
      if (before === undefined || after === undefined || after <= before + 1e-9) continue;
      learners.push(id);
      gain = Math.max(gain, after - before);
    }
    if (learners.length > 0) found.push({ ...candidate, learners, gain });
  }
  return found.sort(
    (one, other) =>
      other.learners.length - one.learners.length || other.gain - one.gain || other.price - one.price,
  );
}

type Candidate = Pick<Bottleneck, 'site' | 'unit' | 'periods' | 'price'>;

/** Full places by stretch, the dearest first. */
function candidatesOf(
  { problem, model, plan: { used } }: Standpoint,
  { prices }: Pick<RotationPlan, 'prices'>,
  stretchOf: (period: number) => string,
): Candidate[] {
  const candidates = new Map<string, Candidate>();
  problem.places.forEach(({ site, unit, max }, place) => {
    for (let period = 0; period < problem.periods; period++) {
      // A place that is closed is no bottleneck of heads.
      if ((max[period] ?? 0) === 0 || used[place * model.periods + period]! < (max[period] ?? 0)) continue;
      const key = JSON.stringify([site, unit, stretchOf(period)]);
      const one = candidates.get(key) ?? { site, unit, periods: [], price: 0 };
      one.periods.push(period);
      one.price += (prices ?? [])
        .filter((it) => it.kind === 'max' && it.site === site && it.unit === unit && it.period === period)
        .reduce((sum, it) => sum + it.price, 0);
      candidates.set(key, one);
    }
  });
  return [...candidates.values()]
    .sort((one, other) => other.price - one.price || other.periods.length - one.periods.length)
    .slice(0, most);
}

function withOneMore({ problem, plan }: Standpoint, { site, unit, periods }: Candidate): Standpoint {
  const places = problem.places.map((place) =>
    place.site === site && place.unit === unit
      ? { ...place, max: place.max.map((heads, period) => heads + (periods.includes(period) ? 1 : 0)) }
      : place,
  );
  const wider = { ...problem, places };
  const model = compileModel(wider);
  return { ...takeStandpoint(wider, { learners: [] }), model, plan };
}
