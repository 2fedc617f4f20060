import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exactDistribution, exactMoments } from './exact-distribution.ts';
import { modelOf } from './model.ts';
import { stockMoments } from './moments.ts';
import { parseForecastPlan } from './parse-plan.ts';
import { planArbitrary } from './plan-arbitrary.ts';
import { runForecast } from './run.ts';
import { betaAtMost, betaQuantile, RATE_NODES, rateNodes } from './uncertain-rate.ts';

/** The beta integral by trapezes, after the substitution x = sin²(θ), which tames both ends for a, b ≥ ½. */
function betaBySum(a: number, b: number, x: number): number {
  const steps = 20_000;
  const area = (to: number) => {
    let sum = 0;
    for (let i = 0; i <= steps; i++) {
      const angle = (to * i) / steps;
      const weight = i === 0 || i === steps ? 0.5 : 1;
      sum += weight * Math.sin(angle) ** (2 * a - 1) * Math.cos(angle) ** (2 * b - 1);
    }
    return (sum * to) / steps;
  };
  return area(Math.asin(Math.sqrt(x))) / area(Math.PI / 2);
}

test('the beta curve is what adding it up gives, and its quantile is the inverse', () => {
  const shape = fc.double({ min: 1, max: 60, noNaN: true });
  const inside = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(shape, shape, inside, (a, b, x) => {
      assert.ok(Math.abs(betaAtMost(a, b, x) - betaBySum(a, b, x)) < 1e-5);
      assert.ok(Math.abs(betaAtMost(a, b, betaQuantile(a, b, x)) - x) < 1e-9);
    }),
    { numRuns: 30 },
  );
  // Beta(1, b) and Beta(a, 1) have closed forms.
  assert.ok(Math.abs(betaAtMost(1, 7, 0.2) - (1 - 0.8 ** 7)) < 1e-12);
  assert.ok(Math.abs(betaAtMost(5, 1, 0.6) - 0.6 ** 5) < 1e-12);
});

test('the values of a rate average to it and spread as much as its trials leave open', () => {
  const rate = fc.double({ min: 0.005, max: 0.995, noNaN: true });
  fc.assert(
    fc.property(rate, fc.integer({ min: 1, max: 50_000 }), (p, seen) => {
      const nodes = rateNodes(p, seen);
      assert.equal(nodes.length, Math.min(p, 1 - p) * seen < 0.5 ? 1 : RATE_NODES);
      assert.ok(nodes.every((node) => node >= 0 && node <= 1));
      const mean = nodes.reduce((sum, node) => sum + node, 0) / nodes.length;
      if (p * seen < 5 || (1 - p) * seen < 5) return;
      const variance = nodes.reduce((sum, node) => sum + (node - mean) ** 2, 0) / nodes.length;
      assert.ok(Math.abs(mean - p) < 1e-9 && Math.abs(variance / ((p * (1 - p)) / (seen + 1)) - 1) < 1e-6);
    }),
  );
  assert.deepEqual([...rateNodes(0.3, undefined)], [0.3]);
  assert.deepEqual([...rateNodes(0, 100)], [0]);
});

/** A small firm whose rates were seen on few people. */
function smallFirm(attrition: number, joinRate: number, graduates: number[]) {
  const parsed = parseForecastPlan({
    format: 'dualtrack/forecast-plan@1',
    start: '2026-Q1',
    quarters: graduates.length,
    occupations: [{ id: 'a', headcount: 7, attrition, attritionSeenOn: 40 }],
    supply: [{ programme: 'p', occupation: 'a', graduates, joinRate, joinRateSeenOn: 12 }],
  });
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.value;
}

test('closed form of uncertain rates equals the average of enumerations over their values', () => {
  const plan = smallFirm(0.15, 0.6, [3, 0, 2, 0]);
  const model = modelOf(plan);
  const [occupation] = model.occupations;
  assert.ok(occupation);
  const [supply] = occupation.supplies;
  assert.ok(supply);
  const sums = Array.from({ length: plan.quarters }, () => ({ first: 0, second: 0 }));
  for (const factor of occupation.attritionFactors) {
    for (const joinRate of supply.joinRates) {
      const certain = {
        ...plan,
        occupations: [{ id: 'a', headcount: 7, attrition: 0.15 * factor }],
        supply: [{ ...plan.supply[0]!, joinRate, joinRateSeenOn: undefined }],
      };
      for (const [t, { stock }] of exactDistribution(certain)[0]!.entries()) {
        const { mean, variance } = exactMoments(stock);
        sums[t]!.first += mean;
        sums[t]!.second += variance + mean * mean;
      }
    }
  }
  const { mean, variance } = stockMoments(model, occupation);
  const cases = RATE_NODES ** 2;
  for (const [t, { first, second }] of sums.entries()) {
    assert.ok(Math.abs(mean[t]! - first / cases) < 1e-9);
    assert.ok(Math.abs(variance[t]! - (second / cases - (first / cases) ** 2)) < 1e-8);
  }
});

test('simulation and closed form agree about plans with uncertain rates', () => {
  fc.assert(
    fc.property(planArbitrary, fc.integer({ min: 10, max: 500 }), (given, seen) => {
      const plan = {
        ...given,
        occupations: given.occupations.map(({ retirements, ...rest }) => ({
          ...rest,
          attritionSeenOn: seen,
        })),
        supply: given.supply.map((row) => ({ ...row, joinRateSeenOn: seen })),
      };
      const { agreement } = runForecast(plan, { runs: 2_000, seed: 7 });
      assert.ok(agreement.standardErrors < 6, JSON.stringify(agreement));
    }),
    // The same plans each time: in a plan whose chances are one in a million a single lucky run is many errors wide.
    { numRuns: 60, seed: 20261122 },
  );
});

test('the less a rate was seen, the wider the interval', () => {
  const widthOf = (attritionSeenOn: number | undefined) => {
    const parsed = parseForecastPlan({
      format: 'dualtrack/forecast-plan@1',
      start: '2026-Q1',
      quarters: 9,
      occupations: [{ id: 'a', headcount: 400, attrition: 0.05, attritionSeenOn }],
    });
    assert.ok(parsed.ok);
    const { p10, p90 } = runForecast(parsed.value, { runs: 4_000, seed: 3 }).occupations[0]!.quarters[8]!
      .stock;
    return p90 - p10;
  };
  const widths = [undefined, 10_000, 1_000, 100].map(widthOf);
  assert.deepEqual(
    widths,
    [...widths].sort((left, right) => left - right),
  );
  assert.ok(widths[3]! > 2 * widths[0]!);
});
