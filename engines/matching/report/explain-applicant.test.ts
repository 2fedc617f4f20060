import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MatchingProblem } from '../format/problem-format.ts';
import { lotteryNumber } from '../market/lottery.ts';
import { match } from '../solve/match.ts';
import { smallProblem } from '../testing/small-problems.ts';
import { marketOf, seatsOf } from '../testing/solved.ts';
import { type Explanation, explainApplicant } from './explain-applicant.ts';

function explained(problem: MatchingProblem, id: string): Explanation {
  const market = marketOf(problem);
  const explanation = explainApplicant(market, match(market), id);
  assert.ok(explanation);
  return explanation;
}

/** What an applicant gets when one of their scores is another. */
function seatWith(problem: MatchingProblem, id: string, choice: number, score: number): string | undefined {
  const applicants = problem.applicants.map((one) => {
    if (one.id !== id) return one;
    return { id, choices: one.choices.map((each, i) => (i === choice - 1 ? { ...each, score } : each)) };
  });
  return seatsOf({ ...problem, applicants }).get(id);
}

test('the score that would have been enough is, in a new run, and no lower one is', () => {
  let refused = 0;
  fc.assert(
    fc.property(smallProblem({ applicants: 7, seats: 5, choices: 4, atLeast: 3 }), (problem) => {
      for (const { id } of problem.applicants) {
        for (const one of explained(problem, id).choices) {
          if (one.state !== 'refused') continue;
          refused++;
          const { enough } = one;
          assert.ok(enough !== undefined);
          const gets = (score: number): boolean => seatWith(problem, id, one.choice, score) === one.seat;
          if (enough === null) assert.ok(!gets(1e9));
          else {
            assert.ok(gets(enough.score + 0.5));
            assert.equal(gets(enough.score), enough.inclusive);
            assert.ok(!gets(enough.score - 0.5));
          }
        }
      }
    }),
    { numRuns: 120 },
  );
  assert.ok(refused > 200);
});

test('every choice has its state, and the refusal its place', () => {
  fc.assert(
    fc.property(smallProblem({ applicants: 9, seats: 5, choices: 4, atLeast: 3 }), (problem) => {
      const seats = seatsOf(problem);
      const places = new Map([...problem.seats, ...(problem.caps ?? [])].map((place) => [place.id, place]));
      for (const { id, choices } of problem.applicants) {
        const { got, choices: told, lottery } = explained(problem, id);
        assert.equal(lottery, lotteryNumber(problem.lottery, id));
        assert.equal(got?.seat, seats.get(id));
        assert.deepEqual(
          told.map(({ seat, score }) => ({ seat, score })),
          choices,
        );
        for (const one of told) {
          const isHigher = !got || one.choice < got.choice;
          assert.equal(one.state, isHigher ? 'refused' : one.choice === got.choice ? 'got' : 'not-needed');
          if (one.state !== 'refused') continue;
          const { refusal } = one;
          assert.equal(refusal.capacity, places.get(refusal.id)?.capacity);
          if (refusal.by === 'closed') assert.equal(refusal.capacity, 0);
          else if (refusal.by === 'score') assert.ok(refusal.score! > one.score);
          else assert.ok(refusal.score === one.score && refusal.lottery! > lottery);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('names the cap when the seat itself has room', () => {
  const problem: MatchingProblem = {
    format: 'dualtrack/matching-problem@1',
    caps: [{ id: 'e', capacity: 1 }],
    seats: [{ id: 'p', capacity: 5, within: 'e' }],
    applicants: [
      { id: 'a', choices: [{ seat: 'p', score: 70 }] },
      { id: 'b', choices: [{ seat: 'p', score: 80 }] },
    ],
    lottery: 's',
  };
  assert.deepEqual(explained(problem, 'a'), {
    applicant: 'a',
    lottery: lotteryNumber('s', 'a'),
    got: null,
    choices: [
      {
        choice: 1,
        seat: 'p',
        score: 70,
        state: 'refused',
        refusal: {
          id: 'e',
          kind: 'cap',
          capacity: 1,
          by: 'score',
          score: 80,
          lottery: lotteryNumber('s', 'b'),
        },
        enough: { score: 80, inclusive: lotteryNumber('s', 'a') > lotteryNumber('s', 'b') },
      },
    ],
  });
});

test('what is enough can differ from the cutoff, because others would move', () => {
  // b and c swap seats in the tail of a's arrival: to keep p, a must beat c, not only b.
  const problem: MatchingProblem = {
    format: 'dualtrack/matching-problem@1',
    seats: [
      { id: 'p', capacity: 1 },
      { id: 'q', capacity: 1 },
    ],
    applicants: [
      { id: 'a', choices: [{ seat: 'p', score: 1 }] },
      {
        id: 'b',
        choices: [
          { seat: 'p', score: 2 },
          { seat: 'q', score: 9 },
        ],
      },
      {
        id: 'c',
        choices: [
          { seat: 'q', score: 5 },
          { seat: 'p', score: 7 },
        ],
      },
    ],
    lottery: 's',
  };
  const [choice] = explained(problem, 'a').choices;
  assert.ok(choice?.state === 'refused');
  assert.equal(choice.refusal.score, 2);
  assert.equal(choice.enough?.score, 7);
});

test('nobody of that name, and no extra runs when not wanted', () => {
  const market = marketOf({
    format: 'dualtrack/matching-problem@1',
    seats: [{ id: 'p', capacity: 0 }],
    applicants: [{ id: 'a', choices: [{ seat: 'p', score: 1 }] }],
    lottery: 's',
  });
  const outcome = match(market);
  assert.equal(explainApplicant(market, outcome, 'b'), undefined);
  assert.deepEqual(explainApplicant(market, outcome, 'a', { enough: false })?.choices, [
    {
      choice: 1,
      seat: 'p',
      score: 1,
      state: 'refused',
      refusal: { id: 'p', kind: 'seat', capacity: 0, by: 'closed', closed: true, score: null, lottery: null },
    },
  ]);
});
