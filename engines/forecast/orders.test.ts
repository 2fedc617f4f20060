import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitSeats } from './orders.ts';
import { parseForecastPlan } from './parse-plan.ts';
import { planArbitrary } from './plan-arbitrary.ts';
import { quartersBetween } from './quarter.ts';
import { runForecast } from './run.ts';
import { withChanges } from './with-changes.ts';

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

test('classes are as few and as even as their size allows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 60 }), (seats, max) => {
      const classes = splitSeats(seats, max);
      assert.equal(sum(classes), seats);
      assert.equal(classes.length, Math.ceil(seats / max));
      assert.ok(Math.max(...classes) <= max && Math.max(...classes) - Math.min(...classes) <= 1);
    }),
  );
});

test('orders keep class sizes and lead times, and what they cover and leave adds up to the whole shortage', () => {
  fc.assert(
    fc.property(planArbitrary, (plan) => {
      const { occupations, orders, unanswered } = runForecast(plan, { runs: 200, seed: 'orders' });
      for (const order of orders) {
        const row = plan.training.find(
          (t) => t.programme === order.programme && t.occupation === order.occupation,
        );
        assert.ok(row);
        assert.ok(order.classSize >= row.classSize.min && order.classSize <= row.classSize.max);
        assert.equal(quartersBetween(order.start, order.ready), row.leadQuarters);
        const start = quartersBetween(plan.start, order.start);
        assert.ok(start >= 0 && start + row.leadQuarters < plan.quarters);
        assert.equal(order.timing, start === 0 ? 'earliest' : 'in-time');
        assert.ok(order.answers.quarter >= order.ready);
        assert.ok(order.covered <= order.costOfDoingNothing + 1e-5);
      }
      for (const { id, quarters } of occupations) {
        const shortage = sum(quarters.map((q) => q.expectedShortage));
        const covered = sum(orders.filter((o) => o.occupation === id).map((o) => o.covered));
        const left = sum(unanswered.filter((u) => u.occupation === id).map((u) => u.headcountQuarters));
        assert.ok(Math.abs(shortage - covered - left) < 1e-4, `${id}: ${shortage} = ${covered} + ${left}`);
      }
    }),
  );
});

function certainPlan(more: object) {
  const parsed = parseForecastPlan({
    format: 'dualtrack/forecast-plan@1',
    start: '2026-Q1',
    quarters: 8,
    occupations: [{ id: 'a', headcount: 10, attrition: 0 }],
    projects: [
      { id: 'p', probability: 1, headcount: [{ occupation: 'a', byQuarter: [0, 0, 0, 0, 12, 12, 12, 12] }] },
    ],
    ...more,
  });
  assert.ok(parsed.ok);
  return parsed.value;
}

const training = [
  {
    programme: 't',
    occupation: 'a',
    leadQuarters: 2,
    completion: 1,
    joinRate: 0.5,
    classSize: { min: 5, max: 15 },
  },
];

test('a certain shortage gets the classes that answer it, at the last moment that is early enough', () => {
  const { orders, unanswered, ordersExact } = runForecast(certainPlan({ training }), { runs: 3, seed: 1 });
  assert.deepEqual(
    orders.map(({ classSize, start, ready }) => [classSize, start, ready]),
    [
      [12, '2026-Q3', '2027-Q1'],
      [12, '2026-Q3', '2027-Q1'],
    ],
  );
  assert.deepEqual(
    orders.map(({ covered, idle, costOfDoingNothing }) => [covered, idle, costOfDoingNothing]),
    [
      [24, 0, 48],
      [24, 0, 48],
    ],
  );
  assert.deepEqual(orders[0]!.reason, {
    code: 'order.answers-project',
    params: { driver: 'p', heads: 12, quarter: '2027-Q1' },
  });
  assert.equal(orders[1]!.fullyNeededProbability, 1);
  assert.deepEqual(unanswered, []);
  assert.equal(ordersExact, true);
});

test('people of a class leave like everyone else, in what it covers and leaves idle', () => {
  const parsed = parseForecastPlan({
    format: 'dualtrack/forecast-plan@1',
    start: '2026-Q1',
    quarters: 4,
    occupations: [{ id: 'a', headcount: 0, attrition: 0.5 }],
    projects: [{ id: 'p', probability: 1, headcount: [{ occupation: 'a', byQuarter: [0, 0, 10, 10] }] }],
    training: [{ ...training[0], joinRate: 1, classSize: { min: 10, max: 10 } }],
  });
  assert.ok(parsed.ok);
  const { orders } = runForecast(parsed.value, { runs: 3, seed: 1 });
  assert.deepEqual(
    orders.map(({ ready, covered, idle }) => [ready, covered, idle]),
    [
      ['2026-Q3', 15, 0],
      ['2026-Q4', 5, 5],
    ],
  );
});

test('how sure an order is: the share of runs that need all its people', () => {
  const maybe = (probability: number) => {
    const projects = [
      { id: 'p', probability, headcount: [{ occupation: 'a', byQuarter: [0, 0, 0, 0, 12, 12, 12, 12] }] },
    ];
    return certainPlan({
      projects,
      training: [{ ...training[0], joinRate: 1, classSize: { min: 12, max: 12 } }],
    });
  };
  const { orders } = runForecast(maybe(0.6), { runs: 400, seed: 1 });
  assert.equal(orders.length, 1);
  const { fullyNeededProbability, answers } = orders[0]!;
  assert.equal(fullyNeededProbability, answers.shortageProbability);
  assert.ok(fullyNeededProbability > 0.45 && fullyNeededProbability < 0.75);
  // Three to one is the default: under a chance of a quarter the class is not worth its idle people.
  assert.deepEqual(runForecast(maybe(0.15), { runs: 400, seed: 1 }).orders, []);
});

test('opening the recommended classes takes the shortage away', () => {
  const plan = certainPlan({ training: [{ ...training[0], joinRate: 1 }] });
  const { orders } = runForecast(plan, { runs: 3, seed: 1 });
  const changed = withChanges(
    plan,
    orders.map(({ programme, occupation, start, classSize }) => {
      return { kind: 'open-class', programme, occupation, start, seats: classSize };
    }),
  );
  assert.ok(changed.ok);
  const after = runForecast(changed.value, { runs: 3, seed: 1 });
  assert.equal(sum(after.occupations[0]!.quarters.map((q) => q.expectedShortage)), 0);
  assert.deepEqual(after.orders, []);
});

test('what no class can answer is said, with the reason', () => {
  const reasons = (more: object) => {
    const { orders, unanswered } = runForecast(certainPlan(more), { runs: 3, seed: 1 });
    assert.deepEqual(orders, []);
    return unanswered.map(({ from, to, headcountQuarters, reason }) =>
      [from, to, headcountQuarters, reason].join(' '),
    );
  };
  assert.deepEqual(reasons({}), ['2026-Q1 2027-Q4 48 no-training']);
  assert.deepEqual(reasons({ training: [{ ...training[0], joinRate: 0 }] }), [
    '2026-Q1 2027-Q4 48 no-training',
  ]);
  assert.deepEqual(reasons({ training: [{ ...training[0], leadQuarters: 9 }] }), [
    '2026-Q1 2027-Q4 48 too-soon',
  ]);
  const huge = [{ ...training[0], joinRate: 1, classSize: { min: 200, max: 300 } }];
  assert.deepEqual(reasons({ training: huge }), ['2026-Q3 2027-Q4 48 remainder']);
});
