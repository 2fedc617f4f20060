import type { Model, OccupationModel, Ramp } from './model.ts';

/** Mean and variance per quarter. */
export type Moments = { mean: Float64Array; variance: Float64Array };

/** Stock in closed form with its flows: expected heads that leave, retire and join during each quarter. */
export type StockMoments = Moments & { left: Float64Array; retired: Float64Array; joined: Float64Array[] };

/** Expected heads of one project (not happening counts as 0) and their variance, per quarter. */
export function projectMoments(model: Model, ramp: Ramp): Moments {
  const { probability, delays } = model.projects[ramp.project]!;
  const mean = new Float64Array(model.quarters);
  const variance = new Float64Array(model.quarters);
  for (let t = 0; t < model.quarters; t++) {
    let first = 0;
    let second = 0;
    for (let d = 0; d < delays.length && d <= t; d++) {
      const heads = ramp.byQuarter[t - d]!;
      first += delays[d]! * heads;
      second += delays[d]! * heads * heads;
    }
    mean[t] = probability * first;
    variance[t] = Math.max(0, probability * second - (probability * first) ** 2);
  }
  return { mean, variance };
}

/** Demand in closed form: the floor is certain, projects are independent of each other. Exact. */
export function demandMoments(model: Model, occupation: OccupationModel): Moments {
  const mean = occupation.floor.slice();
  const variance = new Float64Array(model.quarters);
  for (const ramp of occupation.ramps) {
    const project = projectMoments(model, ramp);
    for (let t = 0; t < model.quarters; t++) {
      mean[t] = mean[t]! + project.mean[t]!;
      variance[t] = variance[t]! + project.variance[t]!;
    }
  }
  return { mean, variance };
}

// Abramowitz and Stegun 7.1.26; error below 1.5e-7, ample for a rarely needed correction of heads.
function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const k = 1 / (1 + 0.3275911 * x);
  const poly =
    k * (0.254829592 + k * (-0.284496736 + k * (1.421413741 + k * (-1.453152027 + k * 1.061405429))));
  const upper = (poly * Math.exp(-x * x)) / 2;
  return z >= 0 ? upper : 1 - upper;
}

/**
 * Mean and variance of max(X, 0) for X normal. Exact when nothing is cut off (mean 8 deviations above 0), else the
 * normal stands in for the true distribution: only where retirements can exceed the people still there.
 */
function cutAtZero(mean: number, variance: number): { mean: number; variance: number } {
  const deviation = Math.sqrt(variance);
  if (mean >= 8 * deviation) return { mean: Math.max(0, mean), variance };
  const z = mean / deviation;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const above = normalTail(-z);
  const first = Math.max(0, mean * above + deviation * density);
  const second = (variance + mean * mean) * above + mean * deviation * density;
  return { mean: first, variance: Math.max(0, second - first * first) };
}

/** Share of people who stay through quarter `t` when all attrition is `factor` times as planned. */
export function stayChances(attrition: number, retirement: number, factor: number) {
  const leave = Math.min(1, attrition * factor);
  return { leave, stay: (1 - leave) * (1 - retirement) };
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/**
 * Stock for one value of the attrition factor. Leavers, retirements by age and joiners are binomial, so mean and
 * variance follow exactly: thinning with chance s turns (m, v) into (ms, vs² + ms(1 − s)). A join rate R that is
 * uncertain adds Var(R) · (S² − Q), where S and Q sum the graduates who would still be there, weighted by their
 * chance w to be and by w².
 */
function stockUnder(model: Model, occupation: OccupationModel, factor: number): StockMoments {
  const { quarters } = model;
  const { groups, supplies, retirements } = occupation;
  const mean = new Float64Array(quarters);
  const variance = new Float64Array(quarters);
  const left = new Float64Array(quarters);
  const retired = new Float64Array(quarters);
  const joined = supplies.map(({ graduates, joinRate }) => Float64Array.from(graduates, (g) => g * joinRate));
  const state = groups.map((group) => ({ mean: group.heads, variance: 0 }));
  const spread = supplies.map(({ joinRates }) => ({ rate: varianceOf(joinRates), sum: 0, squares: 0 }));
  for (let t = 0; t < quarters; t++) {
    let stayOfJoiners = 1;
    for (const [g, group] of groups.entries()) {
      const people = state[g]!;
      mean[t] = mean[t]! + people.mean;
      variance[t] = variance[t]! + people.variance;
      const { leave, stay } = stayChances(group.attrition[t]!, group.retirement[t]!, factor);
      left[t] = left[t]! + people.mean * leave;
      retired[t] = retired[t]! + people.mean * (1 - leave) * group.retirement[t]!;
      state[g] = {
        mean: people.mean * stay,
        variance: people.variance * stay * stay + people.mean * stay * (1 - stay),
      };
      stayOfJoiners = stay;
    }
    for (const { rate, sum, squares } of spread) variance[t] = variance[t]! + rate * (sum * sum - squares);
    const last = state.length - 1;
    const before = state[last]!;
    const after = retirements[t]! > 0 ? cutAtZero(before.mean - retirements[t]!, before.variance) : before;
    retired[t] = retired[t]! + before.mean - after.mean;
    for (const [s, { joinRate, graduates }] of supplies.entries()) {
      after.mean += joined[s]![t]!;
      after.variance += joined[s]![t]! * (1 - joinRate);
      const own = spread[s]!;
      own.sum = own.sum * stayOfJoiners + graduates[t]!;
      own.squares = own.squares * stayOfJoiners * stayOfJoiners + graduates[t]!;
    }
    state[last] = after;
  }
  return { mean, variance, left, retired, joined };
}

/**
 * Stock at the opening of each quarter in closed form: the mixture over the equally likely attrition factors, whose
 * variance is the mean of their variances plus the variance of their means.
 */
export function stockMoments(model: Model, occupation: OccupationModel): StockMoments {
  const each = Array.from(occupation.attritionFactors, (factor) => stockUnder(model, occupation, factor));
  const first = each[0]!;
  if (each.length === 1) return first;
  const average = (of: (one: StockMoments) => Float64Array) =>
    Float64Array.from(
      { length: model.quarters },
      (_, t) => each.reduce((sum, one) => sum + of(one)[t]!, 0) / each.length,
    );
  const mean = average((one) => one.mean);
  const within = average((one) => one.variance);
  const between = average((one) => one.mean.map((value, t) => (value - mean[t]!) ** 2));
  return {
    mean,
    variance: within.map((value, t) => value + between[t]!),
    left: average((one) => one.left),
    retired: average((one) => one.retired),
    joined: first.joined,
  };
}
