import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitsClasses, type OrderProblem, type Route } from './order-problem.ts';
import { searchOrders } from './order-search.ts';
import { shortageOf } from './shortage.ts';
import { tallyOf } from './statistics.ts';

type Case = {
  gaps: number[][];
  stay: number[];
  routes: Route[];
  costs: { shortage: number; surplus: number };
};

function problemOf({ gaps, stay, routes, costs }: Case): OrderProblem {
  const shortages = gaps.map((runs) => shortageOf(tallyOf(Float64Array.from(runs), 0)));
  return { shortages, stay: Float64Array.from(stay), routes, costs };
}

/** The cost of a choice, run by run: weighted people missing, and trained people beyond what is missing. */
function costOf({ gaps, stay, routes, costs }: Case, seats: number[][]): number {
  let cost = 0;
  let cover = 0;
  for (const [t, runs] of gaps.entries()) {
    for (const [r, { joiners }] of routes.entries()) cover += joiners * seats[t]![r]!;
    for (const gap of runs) {
      const need = Math.max(0, gap);
      cost +=
        (costs.shortage * Math.max(0, need - cover) + costs.surplus * Math.max(0, cover - need)) /
        runs.length;
    }
    cover *= stay[t]!;
  }
  return cost;
}

/** The least cost over all numbers of seats up to `most` per route and quarter that can be split into classes. */
function bruteForce(problem: Case, most: number): number {
  const slots = problem.gaps.flatMap((_, t) =>
    problem.routes.flatMap((route, r) => (t >= route.lead ? [{ t, r }] : [])),
  );
  const seats = problem.gaps.map(() => problem.routes.map(() => 0));
  let best = Number.POSITIVE_INFINITY;
  const tryFrom = (slot: number) => {
    const place = slots[slot];
    if (place === undefined) {
      best = Math.min(best, costOf(problem, seats));
      return;
    }
    const { min, max } = problem.routes[place.r]!;
    for (let n = 0; n <= most; n++) {
      if (n > 0 && (n < min || !fitsClasses(n, min, max))) continue;
      seats[place.t]![place.r] = n;
      tryFrom(slot + 1);
    }
    seats[place.t]![place.r] = 0;
  };
  tryFrom(0);
  return best;
}

function seatsOf(problem: Case, choice: ReturnType<typeof searchOrders>): number[][] {
  const seats = problem.gaps.map(() => problem.routes.map(() => 0));
  for (const { route, ready, seats: n } of choice.intakes) seats[ready]![route]! += n;
  return seats;
}

const weight = fc.constantFrom(0.5, 0.7, 1, 3, 10);
const routeArbitrary = fc
  .record({
    lead: fc.integer({ min: 1, max: 3 }),
    joiners: fc.constantFrom(0, 0.5, 0.782, 1),
    min: fc.integer({ min: 1, max: 5 }),
    more: fc.nat(3),
  })
  .map(({ more, ...route }): Route => ({ ...route, max: route.min + more }));

function caseArbitrary(quarters: number, routes: number) {
  const runs = fc.array(fc.integer({ min: -4, max: 6 }), { minLength: 1, maxLength: 5 });
  return fc.record({
    gaps: fc.array(runs, { minLength: quarters, maxLength: quarters }),
    stay: fc.array(fc.constantFrom(0, 0.5, 0.9, 1), { minLength: quarters, maxLength: quarters }),
    routes: fc.array(routeArbitrary, { minLength: 1, maxLength: routes }),
    costs: fc.record({ shortage: weight, surplus: weight }),
  });
}

/** No enumerated choice is cheaper than the one found, and the one found costs what it says. */
function assertBest(problem: Case, mostSeats: number): void {
  const choice = searchOrders(problemOf(problem));
  const best = bruteForce(problem, mostSeats);
  assert.ok(choice.exact);
  assert.ok(choice.cost <= best + 1e-9, `${choice.cost} instead of ${best}`);
  assert.ok(Math.abs(costOf(problem, seatsOf(problem, choice)) - choice.cost) < 1e-9);
}

test('no choice of classes is cheaper: one route, four quarters', () => {
  fc.assert(
    fc.property(caseArbitrary(4, 1), (problem) => assertBest(problem, 20)),
    { numRuns: 300 },
  );
});

test('no choice of classes is cheaper: two routes that compete', () => {
  fc.assert(
    fc.property(caseArbitrary(3, 2), (problem) => assertBest(problem, 12)),
    { numRuns: 200 },
  );
});

test('a reserve that pays only over several later quarters is found', () => {
  // The seventh seat is idle at first; it cannot be added later, because no class has fewer than five seats.
  const routes = [{ lead: 1, joiners: 1, min: 5, max: 8 }];
  const problem = {
    gaps: [[0], [6], [7], [7]],
    stay: [1, 1, 1, 1],
    routes,
    costs: { shortage: 0.5, surplus: 0.7 },
  };
  assertBest(problem, 20);
  assert.deepEqual(searchOrders(problemOf(problem)).intakes, [{ route: 0, ready: 1, seats: 7 }]);
});

test('every intake can be split into classes and is ready after its lead', () => {
  fc.assert(
    fc.property(caseArbitrary(8, 3), (problem) => {
      for (const { route, ready, seats } of searchOrders(problemOf(problem)).intakes) {
        const { lead, min, max, joiners } = problem.routes[route]!;
        const classes = Math.ceil(seats / max);
        assert.ok(seats > 0 && classes * min <= seats && seats <= classes * max);
        assert.ok(ready >= lead && ready < 8 && joiners > 0);
      }
    }),
  );
});

test('too large to be exact, it says so and is never worse than ordering nothing or any single intake', () => {
  const quarters = 40;
  const gaps = Array.from({ length: quarters }, (_, t) =>
    Array.from({ length: 30 }, (_, r) => t * 4 + ((r * 7) % 41) - 20),
  );
  const problem: Case = {
    gaps,
    stay: new Array<number>(quarters).fill(0.98),
    routes: [{ lead: 4, joiners: 0.782, min: 20, max: 45 }],
    costs: { shortage: 3, surplus: 1 },
  };
  const choice = searchOrders(problemOf(problem));
  assert.equal(choice.exact, false);
  assert.ok(Math.abs(costOf(problem, seatsOf(problem, choice)) - choice.cost) < 1e-6);
  const none = gaps.map(() => [0]);
  assert.ok(choice.cost < costOf(problem, none));
  for (let ready = 4; ready < quarters; ready++) {
    for (let seats = 20; seats <= 225; seats += 5) {
      const single = none.map((row, t) => (t === ready ? [seats] : row));
      assert.ok(choice.cost <= costOf(problem, single));
    }
  }
});

test('absurd weights and attrition neither overflow nor hang', () => {
  const gaps = Array.from({ length: 40 }, () => [5, 9]);
  const routes = [{ lead: 1, joiners: 0.01, min: 1, max: 2 }];
  for (const stay of [0, 1e-9, 0.01, 1]) {
    const stays = new Array<number>(40).fill(stay);
    const choice = searchOrders(
      problemOf({ gaps, stay: stays, routes, costs: { shortage: 1e6, surplus: 1e-6 } }),
    );
    assert.ok(Number.isFinite(choice.cost));
    assert.ok(choice.intakes.every(({ seats }) => Number.isInteger(seats)));
  }
});
