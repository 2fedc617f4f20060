import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exactDistribution, exactMoments } from './exact-distribution.ts';
import { modelOf } from './model.ts';
import { demandMoments, stockMoments } from './moments.ts';
import { parseForecastPlan } from './parse-plan.ts';
import type { ForecastPlan } from './plan.ts';
import { planArbitrary } from './plan-arbitrary.ts';

type Worst = { mean: number; sd: number };

/** Largest differences between closed form and enumeration over a plan. */
function worstOf(plan: ForecastPlan): Worst {
  const model = modelOf(plan);
  const worst = { mean: 0, sd: 0 };
  for (const [o, quarters] of exactDistribution(plan).entries()) {
    const occupation = model.occupations[o]!;
    const closed = { demand: demandMoments(model, occupation), stock: stockMoments(model, occupation) };
    for (const [t, exact] of quarters.entries()) {
      for (const figure of ['demand', 'stock'] as const) {
        const { mean, variance } = exactMoments(exact[figure]);
        worst.mean = Math.max(worst.mean, Math.abs(closed[figure].mean[t]! - mean));
        worst.sd = Math.max(worst.sd, Math.abs(Math.sqrt(closed[figure].variance[t]!) - Math.sqrt(variance)));
      }
    }
  }
  return worst;
}

test('closed form equals enumeration where retirements cannot run out of people', () => {
  fc.assert(
    fc.property(planArbitrary, (plan) => {
      const sure = { ...plan, occupations: plan.occupations.map(({ retirements, ...rest }) => rest) };
      const worst = worstOf(sure);
      assert.ok(worst.mean < 1e-9 && worst.sd < 1e-6, JSON.stringify(worst));
    }),
  );
});

test('with known retirements closed form and enumeration stay within a sixth of a head', () => {
  fc.assert(
    fc.property(planArbitrary, (plan) => {
      const worst = worstOf(plan);
      assert.ok(worst.mean < 1 / 6 && worst.sd < 1 / 3, JSON.stringify(worst));
    }),
  );
});

test('where retirements may empty the shop, the closed form follows what can really retire', () => {
  const parsed = parseForecastPlan({
    format: 'dualtrack/forecast-plan@1',
    start: '2026-Q1',
    quarters: 3,
    occupations: [{ id: 'a', headcount: 60, attrition: 0.25, retirements: [0, 31, 0] }],
  });
  assert.ok(parsed.ok);
  // 60 → 45 ± 3.4 → 33.8 ± 3.8, of whom 31 are due: without the cut the mean would be a sixth of a head lower.
  const worst = worstOf(parsed.value);
  assert.ok(worst.mean < 0.03 && worst.sd < 0.05, JSON.stringify(worst));
});

test('stock follows the recursion of the format by hand', () => {
  const parsed = parseForecastPlan({
    format: 'dualtrack/forecast-plan@1',
    start: '2026-Q1',
    quarters: 4,
    occupations: [{ id: 'a', headcount: 100, attrition: 0.1, retirements: [0, 5, 0, 0] }],
    supply: [{ programme: 'p', occupation: 'a', graduates: [0, 0, 20, 0], joinRate: 0.5 }],
  });
  assert.ok(parsed.ok);
  const model = modelOf(parsed.value);
  const { mean, variance, left, retired, joined } = stockMoments(model, model.occupations[0]!);
  const near = (found: Float64Array | undefined, wanted: number[]) => {
    assert.ok(found);
    for (const [t, value] of wanted.entries())
      assert.ok(Math.abs(found[t]! - value) < 1e-9, `${t}: ${found[t]}`);
  };
  near(mean, [100, 90, 76, 78.4]);
  near(left, [10, 9, 7.6, 7.84]);
  near(retired, [0, 5, 0, 0]);
  near(joined[0], [0, 0, 10, 0]);
  // 9 after one quarter; then 9 × 0.81 + 90 × 0.09, and 5 more of binomial joiners.
  near(variance, [0, 9, 15.39, 15.39 * 0.81 + 76 * 0.09 + 5]);
});
