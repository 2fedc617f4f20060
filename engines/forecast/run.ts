import type { Highs } from '@dualtrack/solver';
import { ForecastError } from './forecast-error.ts';
import { type Expectation, expectationOf, gapParts } from './gap-parts.ts';
import { adviseJointly } from './joint-orders.ts';
import { modelOf } from './model.ts';
import type { Moments } from './moments.ts';
import { adviseOrders, type OrderAdvice, type OrderInput } from './orders.ts';
import type { ForecastPlan } from './plan.ts';
import { quarterAt } from './quarter.ts';
import { resourceUse } from './resource-use.ts';
import type { ForecastResult, QuarterFigures, Spread } from './result.ts';
import { type Shortage, shortageOf } from './shortage.ts';
import { drawProjects, type Samples, samplesFor, simulate } from './simulate.ts';
import { meanOf, percentilesOf, rounded, type Tally, tallyOf } from './statistics.ts';

/** Runs used when the caller has no wish of its own. */
export const DEFAULT_RUNS = 2000;

/** The most runs one forecast may take. */
export const MOST_RUNS = 100_000;

/** What a forecast is busy with: the figures of each occupation, then the classes worth opening. */
export type ForecastStep = 'figures' | 'orders';

/** How to run a forecast. */
export type RunOptions = {
  /** Simulated worlds, 1…{@link MOST_RUNS}. */
  runs: number;
  /** The same seed gives the same result; a number counts as its decimal text. */
  seed: string | number;
  /**
   * From `loadSolver`: orders are then chosen together by integer programming and keep the limits of resources.
   * Absent: each occupation for itself, and limits are only reported.
   */
  solver?: Highs;
  /**
   * Told how many of how many are done: occupations calculated, then, with a solver, groups of occupations whose classes
   * have been chosen.
   */
  onProgress?: (done: number, total: number, step: ForecastStep) => void;
  /** Looked at before each occupation; the call then throws the signal's reason. */
  signal?: AbortSignal;
};

type Agreement = ForecastResult['agreement'];

/** One figure from its closed form and its runs; keeps the worst difference of the means. */
function spreadOf(moments: Moments, t: number, tally: Tally, worst: Agreement): Spread {
  const mean = moments.mean[t]!;
  const sd = Math.sqrt(moments.variance[t]!);
  const difference = Math.abs(meanOf(tally) - mean);
  worst.heads = Math.max(worst.heads, difference);
  // A deviation of under a millionth of a head is rounding, and dividing by it would call rounding a difference.
  if (sd > 1e-6)
    worst.standardErrors = Math.max(worst.standardErrors, (difference / sd) * Math.sqrt(tally.size));
  const { p10, p50, p90 } = percentilesOf(tally);
  return { mean: rounded(mean), sd: rounded(sd), p10: rounded(p10), p50: rounded(p50), p90: rounded(p90) };
}

function gapMoments({ demand, stock }: Expectation): Moments {
  return {
    mean: demand.mean.map((mean, t) => mean - stock.mean[t]!),
    variance: demand.variance.map((variance, t) => variance + stock.variance[t]!),
  };
}

type Figures = { figures: QuarterFigures[]; shortages: Shortage[] };

function figuresOf(
  plan: ForecastPlan,
  floor: Float64Array,
  expected: Expectation,
  samples: Samples,
  worst: Agreement,
): Figures {
  const runs = samples.stock.length / plan.quarters;
  const gap = new Float64Array(runs);
  const gaps = gapMoments(expected);
  const shortages: Shortage[] = [];
  const figures: QuarterFigures[] = [];
  for (let t = 0; t < plan.quarters; t++) {
    const projects = samples.projects.subarray(t * runs, (t + 1) * runs);
    const stock = samples.stock.subarray(t * runs, (t + 1) * runs);
    for (let r = 0; r < runs; r++) gap[r] = projects[r]! - stock[r]!;
    const gapTally = tallyOf(gap, floor[t]!);
    const shortage = shortageOf(gapTally);
    shortages.push(shortage);
    figures.push({
      quarter: quarterAt(plan.start, t),
      demand: spreadOf(expected.demand, t, tallyOf(projects, floor[t]!), worst),
      stock: spreadOf(expected.stock, t, tallyOf(stock, 0), worst),
      gap: spreadOf(gaps, t, gapTally, worst),
      shortageProbability: rounded(shortage.share[0]!),
      expectedShortage: rounded(shortage.above[0]!),
    });
  }
  return { figures, shortages };
}

function keepAdvice(result: ForecastResult, { orders, unanswered, exact }: OrderAdvice): void {
  result.orders.push(...orders);
  result.unanswered.push(...unanswered);
  result.ordersExact &&= exact;
}

/**
 * Forecasts demand, stock and gap of every occupation and quarter, in closed form and by simulation, and recommends
 * classes. Synchronous and deterministic: put it in a worker where waiting hurts. Takes a plan from
 * `parseForecastPlan`. Throws {@link ForecastError} `runs.out-of-range`, or the reason of an aborted signal.
 */
export function runForecast(
  plan: ForecastPlan,
  { runs, seed, solver, onProgress, signal }: RunOptions,
): ForecastResult {
  if (!Number.isInteger(runs) || runs < 1 || runs > MOST_RUNS) {
    throw new ForecastError('runs.out-of-range', { received: String(runs), minimum: 1, maximum: MOST_RUNS });
  }
  const model = modelOf(plan);
  const draw = { runs, seed: String(seed) };
  const result: ForecastResult = {
    format: 'dualtrack/forecast-result@1',
    start: plan.start,
    quarters: plan.quarters,
    ...draw,
    occupations: [],
    orders: [],
    unanswered: [],
    resources: [],
    ordersBy: solver === undefined ? 'search' : 'programme',
    ordersExact: true,
    agreement: { heads: 0, standardErrors: 0 },
  };
  const projects = drawProjects(model, draw);
  const samples = samplesFor(model, runs);
  const inputs: OrderInput[] = [];
  for (const occupation of model.occupations) {
    signal?.throwIfAborted();
    const expected = expectationOf(model, occupation);
    simulate(model, occupation, projects, draw, samples);
    const { figures, shortages } = figuresOf(plan, occupation.floor, expected, samples, result.agreement);
    const parts = (t: number) => gapParts(model, occupation, expected, t);
    const input = { plan, occupation, figures, shortages, parts };
    if (solver === undefined) keepAdvice(result, adviseOrders(input));
    else inputs.push(input);
    result.occupations.push({ id: occupation.id, quarters: figures });
    onProgress?.(result.occupations.length, model.occupations.length, 'figures');
  }
  if (solver !== undefined) {
    const onGroup = (done: number, total: number) => onProgress?.(done, total, 'orders');
    for (const advice of adviseJointly(solver, inputs, onGroup)) keepAdvice(result, advice);
  }
  result.resources = resourceUse(plan, result.orders);
  const { heads, standardErrors } = result.agreement;
  result.agreement = { heads: rounded(heads), standardErrors: rounded(standardErrors) };
  return result;
}
