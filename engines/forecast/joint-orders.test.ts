import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSolver } from '@dualtrack/solver';
import { parseForecastPlan } from './parse-plan.ts';
import { forecastResultShape } from './result.ts';
import { runForecast } from './run.ts';

const solver = await loadSolver();

const row = (occupation: string) => ({
  programme: `t-${occupation}`,
  occupation,
  leadQuarters: 2,
  completion: 1,
  joinRate: 1,
  classSize: { min: 5, max: 12 },
  needs: [
    { resource: 'teachers', perClass: 1 },
    { resource: 'beds', perSeat: 1 },
  ],
});

function planWith(more: object) {
  const need = (occupation: string, heads: number) => {
    return { occupation, byQuarter: [0, 0, 0, 0, heads, heads, heads, heads] };
  };
  return {
    format: 'dualtrack/forecast-plan@1',
    start: '2026-Q1',
    quarters: 8,
    occupations: [
      { id: 'a', headcount: 10, attrition: 0 },
      { id: 'b', headcount: 10, attrition: 0 },
    ],
    projects: [{ id: 'p', probability: 1, headcount: [need('a', 8), need('b', 10)] }],
    training: [row('a'), row('b')],
    resources: [{ id: 'teachers' }, { id: 'beds' }],
    ...more,
  };
}

function forecastOf(more: object, withSolver = true) {
  const parsed = parseForecastPlan(planWith(more));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return runForecast(parsed.value, { runs: 50, seed: 1, ...(withSolver ? { solver } : {}) });
}

test('without limits both classes open at the last moment, and what they take is said', () => {
  const result = forecastOf({});
  assert.deepEqual(
    result.orders.map(({ occupation, classSize, start }) => [occupation, classSize, start]),
    [
      ['a', 8, '2026-Q3'],
      ['b', 10, '2026-Q3'],
    ],
  );
  assert.deepEqual(result.orders[0]?.needs, [
    { resource: 'teachers', amount: 1 },
    { resource: 'beds', amount: 8 },
  ]);
  assert.deepEqual(
    result.resources[1]?.quarters.map(({ used }) => used),
    [0, 0, 18, 18, 0, 0, 0, 0],
  );
  assert.equal(result.resources[1]?.quarters[0]?.available, null);
  assert.equal(result.ordersBy, 'programme');
  assert.ok(result.ordersExact);
  assert.deepEqual(forecastResultShape.parse(result), result);
});

test('a limit is kept, and the reader of a result without solver sees that it is not', () => {
  const limited = {
    resources: [{ id: 'teachers', available: new Array<number>(8).fill(1) }, { id: 'beds' }],
  };
  const result = forecastOf(limited);
  for (const { used, available } of result.resources[0]?.quarters ?? []) assert.ok(used <= (available ?? 0));
  assert.equal(result.orders.length, 2);
  assert.ok(result.ordersExact);
  const loose = forecastOf(limited, false);
  assert.equal(loose.ordersBy, 'search');
  assert.equal(Math.max(...(loose.resources[0]?.quarters ?? []).map(({ used }) => used)), 2);
});

test('wrong resources are named with their place', () => {
  const parsed = parseForecastPlan(
    planWith({
      training: [
        {
          ...row('a'),
          needs: [{ resource: 'rooms' }, { resource: 'beds', perSeat: -1 }, { resource: 'beds' }],
        },
      ],
      resources: [{ id: 'beds', available: [1] }, { id: 'beds' }],
    }),
  );
  assert.ok(!parsed.ok);
  assert.deepEqual(parsed.issues.map(({ pointer, code }) => `${pointer} ${code}`).sort(), [
    '/resources/0/available array.length',
    '/resources/1 id.duplicate',
    '/training/0/needs/0/resource resource.unknown',
    '/training/0/needs/1/perSeat value.too-small',
    '/training/0/needs/2 id.duplicate',
  ]);
});
