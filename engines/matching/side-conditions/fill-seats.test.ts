import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSolver } from '@dualtrack/solver';
import fc from 'fast-check';
import { generateProblem } from '../generate-problem.ts';
import { blockingPairs, feasibleMatchings, type Matching, smallOf } from '../testing/brute-force.ts';
import { headsIn, smallConditions } from '../testing/small-conditions.ts';
import { marketOf, matchingOf } from '../testing/solved.ts';
import { fillSeats } from './fill-seats.ts';
import { readConditions } from './read-conditions.ts';
import { settle } from './settle.ts';

const highs = await loadSolver();

/** Heads; minus those worse off; those who keep their seat; minus the ranks: what the steps are after, in their order. */
const aims = (matching: Matching, before: Matching): number[] => [
  matching.filter((choice) => choice >= 0).length,
  -matching.filter((choice, a) => before[a]! >= 0 && choice > before[a]!).length,
  matching.filter((choice, a) => choice >= 0 && choice === before[a]).length,
  -matching.reduce((sum, choice) => sum + Math.max(0, choice), 0),
];

const higher = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && a[at]! > b[at]!;
};

test('no outcome at all is better than the one found', () => {
  let added = 0;
  fc.assert(
    fc.property(smallConditions(), ({ problem, conditions }) => {
      const market = marketOf(problem);
      const read = readConditions(market, { ...conditions, groups: [] });
      if (!read.ok) return;
      const settled = settle(market, read.conditions);
      const filled = fillSeats(highs, market, read.conditions, settled);
      const small = smallOf(problem);
      const before = matchingOf(market, settled.outcome.held);
      const got = matchingOf(market, filled.outcome.held);
      const isLawful = (matching: Matching): boolean => {
        const heads = headsIn(small, matching);
        const isKept = matching.every((choice, a) => before[a]! < 0 || choice >= 0);
        return (
          isKept &&
          (conditions.minimums ?? []).every(({ place, heads: least }) => {
            const there = heads.get(place) ?? 0;
            return there === 0 || there >= least;
          })
        );
      };
      assert.ok(isLawful(got));
      const reached = aims(got, before);
      for (const other of feasibleMatchings(small)) {
        if (!isLawful(other)) continue;
        assert.ok(!higher(aims(other, before), reached), `${other} is better than ${got}`);
      }
      assert.ok(filled.isProven);
      if (filled.added === 0) assert.deepEqual(got, before, 'nothing gained, yet something changed');
      assert.equal(filled.blockingPairs, blockingPairs(small, got).length);
      assert.deepEqual([filled.added, -filled.worse], [reached[0]! - aims(before, before)[0]!, reached[1]]);
      added += filled.added;
    }),
    { numRuns: 400 },
  );
  assert.ok(added > 2, `only ${added} heads were ever added`);
});

const wish = (seat: string, score: number) => ({ seat, score });

test('the price: whoever leaves out what they might be moved to is better off', () => {
  // One seat for which a is stronger; b wants nothing else. Filling moves a away to let b in.
  const lists = (a: ReturnType<typeof wish>[]) => ({
    format: 'dualtrack/matching-problem@1',
    seats: [
      { id: 'p', capacity: 1 },
      { id: 'q', capacity: 1 },
    ],
    applicants: [
      { id: 'a', choices: a },
      { id: 'b', choices: [wish('p', 10)] },
    ],
    lottery: 'seed',
  });
  const seatOfA = (a: ReturnType<typeof wish>[]): string | undefined => {
    const market = marketOf(lists(a));
    const none = { groups: [], minimums: [] };
    const { outcome, blockingPairs: envy } = fillSeats(highs, market, none, settle(market, none));
    const got = a[matchingOf(market, outcome.held)[0]!]?.seat;
    assert.equal(envy, got === 'q' ? 1 : 0);
    return got;
  };
  assert.equal(seatOfA([wish('p', 90), wish('q', 50)]), 'q');
  assert.equal(seatOfA([wish('p', 90)]), 'p');
});

test('eight hundred applicants are filled to a proven optimum', () => {
  const problem = generateProblem({ applicants: 800, seats: 80, choices: 4, caps: 20, seed: 7 });
  const market = marketOf(problem);
  const none = { groups: [], minimums: [] };
  const settled = settle(market, none);
  const filled = fillSeats(highs, market, none, settled);
  assert.ok(filled.isProven && filled.added >= 0);
  const before = settled.outcome.held;
  assert.ok(before.every((own, applicant) => own < 0 || filled.outcome.held[applicant]! >= 0));
});
