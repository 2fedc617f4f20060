import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkStability } from '../check/check-stability.ts';
import { matchingResultFormat } from '../format/result-format.ts';
import { generateProblem } from '../generate-problem.ts';
import { match } from '../solve/match.ts';
import { smallProblem } from '../testing/small-problems.ts';
import { marketOf, seatsOf } from '../testing/solved.ts';
import { resultOf, type Solved } from './result.ts';
import { writeResult } from './write-result.ts';

function solved(problem: unknown): Solved {
  const market = marketOf(problem);
  const outcome = match(market);
  return { market, outcome, report: checkStability(market, outcome), seconds: 0.25 };
}

test('text and object are the same result, in the published format', () => {
  const ids = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
    minLength: 8,
    maxLength: 8,
  });
  fc.assert(
    fc.property(smallProblem({ applicants: 8, seats: 5, choices: 4 }), ids, (problem, names) => {
      const applicants = problem.applicants.map(({ choices }, a) => ({ id: names[a]!, choices }));
      const all = solved({ ...problem, applicants });
      const result = resultOf(all);
      assert.deepEqual(JSON.parse([...writeResult(all)].join('')), result);
      assert.deepEqual(matchingResultFormat.parse(result), result);
      assert.equal(result.assignments.length, result.matched);
      assert.equal(result.matched + result.unmatched, problem.applicants.length);
    }),
    { numRuns: 200 },
  );
});

test('a large result comes in pieces', () => {
  const all = solved(generateProblem({ applicants: 5000, seats: 100, choices: 5, caps: 0, seed: 1 }));
  const pieces = [...writeResult(all)];
  assert.ok(pieces.length > 3);
  assert.deepEqual(JSON.parse(pieces.join('')), resultOf(all));
});

test('assignments name the seat and its rank in the list', () => {
  const problem = generateProblem({ applicants: 60, seats: 10, choices: 4, caps: 3, seed: 5 });
  const seats = seatsOf(problem);
  for (const { applicant, seat, choice } of resultOf(solved(problem)).assignments) {
    assert.equal(seats.get(applicant), seat);
    const own = problem.applicants.find(({ id }) => id === applicant);
    assert.equal(own?.choices[choice - 1]?.seat, seat);
  }
});

test('cutoffs: weakest holder when full, null when not, closed when there is no room at all', () => {
  const { market, outcome, report } = solved({
    format: 'dualtrack/matching-problem@1',
    caps: [{ id: 'c', capacity: 2 }],
    seats: [
      { id: 'p', capacity: 1, within: 'c' },
      { id: 'q', capacity: 9, within: 'c' },
      { id: 'shut', capacity: 0 },
    ],
    applicants: [
      { id: 'a', choices: [{ seat: 'p', score: 9 }] },
      {
        id: 'b',
        choices: [
          { seat: 'shut', score: 9 },
          { seat: 'p', score: 8 },
          { seat: 'q', score: 7 },
        ],
      },
      { id: 'd', choices: [{ seat: 'q', score: 7 }] },
    ],
    lottery: 'tie',
  });
  const [b, d] = [market.lottery.number[1]!, market.lottery.number[2]!];
  assert.deepEqual(resultOf({ market, outcome, report, seconds: 0 }).cutoffs, [
    { id: 'p', score: 9, lottery: market.lottery.number[0] },
    { id: 'q', score: null, lottery: null },
    { id: 'shut', score: null, lottery: null, closed: true },
    { id: 'c', score: 7, lottery: Math.max(b, d) },
  ]);
});
