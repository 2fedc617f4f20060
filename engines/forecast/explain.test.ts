import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { explainGap } from './explain.ts';
import { ForecastError } from './forecast-error.ts';
import { parseForecastPlan } from './parse-plan.ts';
import { planArbitrary } from './plan-arbitrary.ts';
import { planExample } from './plan-example.ts';
import { runForecast } from './run.ts';

test('the parts add up to the mean gap of every figure', () => {
  fc.assert(
    fc.property(planArbitrary, (plan) => {
      const result = runForecast(plan, { runs: 5, seed: 1 });
      for (const { id, quarters } of result.occupations) {
        for (const { quarter, gap } of quarters) {
          const { parts, gap: explained } = explainGap(plan, result, id, quarter);
          const sum = parts.reduce((total, part) => total + part.heads, 0);
          assert.ok(Math.abs(sum - gap.mean) < 1e-5 && Math.abs(sum - explained) < 1e-9);
        }
      }
    }),
  );
});

test('each part is what it says, worked out by hand', () => {
  const parsed = parseForecastPlan({
    format: 'dualtrack/forecast-plan@1',
    start: '2026-Q4',
    quarters: 3,
    occupations: [{ id: 'a', headcount: 100, attrition: 0.1, retirements: [2, 0, 0] }],
    lines: [
      { id: 'l1', units: [0, 5, 10], staffing: [{ occupation: 'a', perUnit: 8 }] },
      { id: 'l2', units: [0, 5, 10], staffing: [{ occupation: 'a', perUnit: 4 }] },
    ],
    projects: [
      { id: 'p', probability: 0.5, headcount: [{ occupation: 'a', byQuarter: [0, 4, 10] }] },
      {
        id: 'late',
        probability: 1,
        delayQuarters: { mean: 1, max: 1 },
        headcount: [{ occupation: 'a', byQuarter: [0, 4, 10] }],
      },
    ],
    supply: [{ programme: 's', occupation: 'a', graduates: [0, 10, 10], joinRate: 0.4 }],
  });
  assert.ok(parsed.ok);
  const result = runForecast(parsed.value, { runs: 5, seed: 1 });
  const { parts, lines } = explainGap(parsed.value, result, 'a', '2027-Q2');
  const found = parts.map(({ kind, id, heads }) => [
    id === undefined ? kind : `${kind} ${id}`,
    Math.round(heads * 1e6) / 1e6,
  ]);
  assert.deepEqual(found, [
    ['needed-today', 100],
    ['lines', 20],
    ['project p', 5],
    ['project late', 4],
    ['in-post-today', -100],
    ['attrition', 10 + 8.8],
    ['retirement', 2],
    ['supply s', -4],
  ]);
  assert.deepEqual(lines, [
    { id: 'l1', units: 10, perUnit: 8, heads: 80 },
    { id: 'l2', units: 10, perUnit: 4, heads: 40 },
  ]);
});

test('what cannot be explained is refused by code', () => {
  const parsed = parseForecastPlan(planExample());
  assert.ok(parsed.ok);
  const plan = parsed.value;
  const result = runForecast(plan, { runs: 5, seed: 1 });
  const codeOf = (call: () => unknown) => {
    try {
      call();
    } catch (error) {
      return error instanceof ForecastError ? error.code : error;
    }
    return 'none';
  };
  assert.equal(
    codeOf(() => explainGap(plan, result, 'welder', '2026-Q3')),
    'occupation.unknown',
  );
  assert.equal(
    codeOf(() => explainGap(plan, result, 'operator', '2026-Q2')),
    'quarter.unknown',
  );
  assert.equal(
    codeOf(() => explainGap(plan, result, 'operator', '2028-Q1')),
    'quarter.unknown',
  );
  assert.equal(
    codeOf(() => explainGap(plan, result, 'operator', 'soon')),
    'quarter.unknown',
  );
  const other = { ...plan, projects: [] };
  assert.equal(
    codeOf(() => explainGap(other, result, 'operator', '2027-Q4')),
    'result.of-another-plan',
  );
  assert.equal(
    codeOf(() => explainGap(plan, result, 'operator', '2027-Q4')),
    'none',
  );
});
