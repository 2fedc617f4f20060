import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { match } from '../solve/match.ts';
import { blockingPairs, feasibleMatchings, smallOf } from '../testing/brute-force.ts';
import { smallProblem } from '../testing/small-problems.ts';
import { marketOf, matchingOf } from '../testing/solved.ts';
import { checkStability } from './check-stability.ts';

test('counts the blocking pairs that seats and caps would choose, in every feasible matching', () => {
  fc.assert(
    fc.property(smallProblem({ applicants: 4, seats: 4, choices: 3 }), (problem) => {
      const market = marketOf(problem);
      const small = smallOf(problem);
      for (const matching of feasibleMatchings(small)) {
        const held = Int32Array.from(matching, (choice, a) => (choice < 0 ? -1 : market.start[a]! + choice));
        const report = checkStability(market, { held });
        const expected = blockingPairs(small, matching);
        assert.equal(report.blockingPairs, expected.length);
        assert.equal(report.overfullPlaces, 0);
        assert.equal(report.matched, matching.filter((choice) => choice >= 0).length);
        assert.deepEqual(
          report.examples,
          expected
            .slice(0, 10)
            .map(({ applicant, places }) => ({ applicant: `a${applicant}`, seat: places[0]! })),
        );
      }
    }),
    { numRuns: 150 },
  );
});

const crowded = marketOf({
  format: 'dualtrack/matching-problem@1',
  caps: [{ id: 'c', capacity: 1 }],
  seats: [
    { id: 'p0', capacity: 2, within: 'c' },
    { id: 'p1', capacity: 1, within: 'c' },
  ],
  applicants: [
    {
      id: 'a0',
      choices: [
        { seat: 'p0', score: 80 },
        { seat: 'p1', score: 90 },
      ],
    },
    { id: 'a1', choices: [{ seat: 'p1', score: 85 }] },
  ],
  lottery: 's',
});

test('sees a cap that holds too many and a choice of somebody else', () => {
  assert.equal(checkStability(crowded, { held: Int32Array.of(0, 2) }).overfullPlaces, 1);
  assert.equal(checkStability(crowded, { held: Int32Array.of(2, -1) }).foreignChoices, 1);
});

test('tells a wish inside a full cap from a blocking pair', () => {
  const outcome = match(crowded);
  assert.deepEqual(matchingOf(crowded, outcome.held), [1, -1]);
  const report = checkStability(crowded, outcome);
  assert.equal(report.blockingPairs, 0);
  assert.equal(report.inwardWishes, 1);
});

test('no inward wish where an applicant scores the same everywhere', () => {
  fc.assert(
    fc.property(smallProblem({ applicants: 8, seats: 6, choices: 5 }), (problem) => {
      const applicants = problem.applicants.map(({ id, choices }) => ({
        id,
        choices: choices.map(({ seat }) => ({ seat, score: choices[0]!.score })),
      }));
      const market = marketOf({ ...problem, applicants });
      assert.equal(checkStability(market, match(market)).inwardWishes, 0);
    }),
    { numRuns: 300 },
  );
});
