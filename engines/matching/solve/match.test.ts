import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkStability } from '../check/check-stability.ts';
import type { Choice, MatchingProblem } from '../format/problem-format.ts';
import { generateProblem } from '../generate-problem.ts';
import { smallOf, stableMatchings } from '../testing/brute-force.ts';
import { smallProblem } from '../testing/small-problems.ts';
import { marketOf, matchingOf, seatsOf } from '../testing/solved.ts';
import { match } from './match.ts';

/** Stable, and for nobody is any other stable matching better. */
function assertApplicantOptimal(problem: MatchingProblem): void {
  const market = marketOf(problem);
  const got = matchingOf(market, match(market).held);
  const stable = stableMatchings(smallOf(problem));
  const rank = (choice: number): number => (choice < 0 ? Number.POSITIVE_INFINITY : choice);
  assert.ok(
    stable.some((other) => other.every((choice, a) => choice === got[a])),
    `${JSON.stringify(problem)} gave ${got}`,
  );
  for (const other of stable) other.forEach((choice, a) => void assert.ok(rank(got[a]!) <= rank(choice)));
}

/** Every list over two seats with scores 1 and 2. */
const everyList: Choice[][] = [[]];
for (const seats of [['p0'], ['p1'], ['p0', 'p1'], ['p1', 'p0']]) {
  for (let scores = 0; scores < 2 ** seats.length; scores++) {
    everyList.push(seats.map((seat, i) => ({ seat, score: 1 + ((scores >> i) & 1) })));
  }
}

const places = (p0: number, p1: number, caps?: MatchingProblem['caps'], within = ['c', 'c']) => ({
  caps,
  seats: [p0, p1].map((capacity, i) => ({
    id: `p${i}`,
    capacity,
    ...(caps && within[i] ? { within: within[i] } : {}),
  })),
});
const nested = [
  { id: 'c', capacity: 1, within: 'd' },
  { id: 'd', capacity: 2 },
];
const everyHouse = [
  places(1, 1),
  places(2, 1),
  places(0, 1),
  places(1, 1, [{ id: 'c', capacity: 1 }]),
  places(2, 1, [{ id: 'c', capacity: 1 }]),
  places(2, 2, [{ id: 'c', capacity: 2 }]),
  places(2, 1, [{ id: 'c', capacity: 2 }]),
  places(2, 1, [{ id: 'c', capacity: 0 }], ['c', '']),
  places(2, 1, [{ id: 'c', capacity: 1 }], ['c', '']),
  places(2, 2, nested, ['c', 'd']),
];

test('every problem of three applicants and two seats', () => {
  for (const house of everyHouse) {
    everyList.forEach((first, i) => {
      everyList.slice(i).forEach((second, j) => {
        for (const third of everyList.slice(i + j)) {
          assertApplicantOptimal({
            format: 'dualtrack/matching-problem@1',
            ...house,
            applicants: [first, second, third].map((choices, a) => ({
              id: `a${a}`,
              choices: structuredClone(choices),
            })),
            lottery: 'small',
          });
        }
      });
    });
  }
});

test('up to six applicants and six seats inside caps', () => {
  const problem = smallProblem({ applicants: 6, seats: 6, choices: 4, atLeast: 3 });
  fc.assert(fc.property(problem, assertApplicantOptimal), { numRuns: 300 });
});

test('up to eight applicants and eight seats inside caps', () => {
  const problem = smallProblem({ applicants: 8, seats: 8, choices: 4, atLeast: 7 });
  fc.assert(fc.property(problem, assertApplicantOptimal), { numRuns: 20 });
});

test('the order of applicants, seats and caps changes nothing', () => {
  const shuffled = smallProblem({ applicants: 12, seats: 6, choices: 5 }).chain((problem) =>
    fc.record({
      problem: fc.constant(problem),
      caps: fc.shuffledSubarray(problem.caps ?? [], { minLength: problem.caps?.length }),
      seats: fc.shuffledSubarray(problem.seats, { minLength: problem.seats.length }),
      applicants: fc.shuffledSubarray(problem.applicants, { minLength: problem.applicants.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ problem, ...other }) => {
      const expected = seatsOf(problem);
      for (const [id, seat] of seatsOf({ ...problem, ...other })) assert.equal(seat, expected.get(id));
    }),
    { numRuns: 300 },
  );
});

function everyOrder(choices: readonly Choice[]): Choice[][] {
  const rest = (first: Choice): Choice[] => choices.filter((choice) => choice !== first);
  return [[], ...choices.flatMap((first) => everyOrder(rest(first)).map((later) => [first, ...later]))];
}

test('no applicant gains by any other list than the true one', () => {
  fc.assert(
    fc.property(smallProblem({ applicants: 5, seats: 4, choices: 4 }), (problem) => {
      const truth = seatsOf(problem);
      for (const { id, choices } of problem.applicants) {
        const rank = (seat: string | undefined): number =>
          seat === undefined ? choices.length : choices.findIndex((choice) => choice.seat === seat);
        for (const lie of everyOrder(choices)) {
          const applicants = problem.applicants.map((one) => (one.id === id ? { id, choices: lie } : one));
          const got = seatsOf({ ...problem, applicants }).get(id);
          assert.ok(rank(got) >= rank(truth.get(id)), `${id} gains with ${JSON.stringify(lie)}`);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('generated problems of some size are stable, with caps and without', () => {
  for (const caps of [0, 3, 40]) {
    const market = marketOf(
      generateProblem({ applicants: 3000, seats: 200, choices: 8, caps, seed: 7 + caps }),
    );
    const report = checkStability(market, match(market));
    assert.equal(report.blockingPairs + report.overfullPlaces + report.foreignChoices, 0);
    assert.ok(report.matched > 2000);
  }
});

test('a chain that displaces one applicant after another ends', () => {
  const size = 5000;
  const market = marketOf({
    format: 'dualtrack/matching-problem@1',
    seats: Array.from({ length: size }, (_, p) => ({ id: `p${p}`, capacity: 1 })),
    applicants: Array.from({ length: size }, (_, a) => ({
      id: `a${a}`,
      choices: [
        { seat: `p${Math.max(0, a - 1)}`, score: a === 0 ? 2 : 1 },
        ...(a > 0 ? [{ seat: `p${a}`, score: 3 }] : []),
      ],
    })),
    lottery: 'chain',
  });
  const report = checkStability(market, match(market));
  assert.equal(report.matched, size);
  assert.equal(report.blockingPairs, 0);
});
