import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSolver } from '@dualtrack/solver';
import fc from 'fast-check';
import { checkStability } from '../check/check-stability.ts';
import { explainApplicant } from '../report/explain-applicant.ts';
import { resultOf } from '../report/result.ts';
import { match } from '../solve/match.ts';
import { smallConditions } from '../testing/small-conditions.ts';
import { marketOf } from '../testing/solved.ts';
import { explainSettled, outcomeOf } from './explain-settled.ts';
import { fillSeats } from './fill-seats.ts';
import { readConditions } from './read-conditions.ts';
import { settle } from './settle.ts';
import type { SideConditions } from './side-conditions.ts';

const highs = await loadSolver();

test('without conditions it says what the plain explanation says', () => {
  fc.assert(
    fc.property(smallConditions(), ({ problem }) => {
      const market = marketOf(problem);
      const outcome = match(market);
      const none = { closed: [], groups: [], isFilled: false };
      for (const { id } of problem.applicants) {
        assert.deepEqual(explainSettled(market, outcome, none, id), explainApplicant(market, outcome, id));
      }
    }),
  );
});

test('every choice is explained, and what was set aside has its cause', () => {
  fc.assert(
    fc.property(smallConditions(), fc.boolean(), ({ problem, conditions }, isFilled) => {
      const market = marketOf(problem);
      const read = readConditions(market, conditions);
      if (!read.ok) return;
      const settled = settle(market, read.conditions);
      const filled = isFilled ? fillSeats(highs, market, read.conditions, settled) : undefined;
      const outcome = filled?.outcome ?? settled.outcome;
      const name = (place: number) => market.placeIds.text(place);
      const closed = filled ? filled.closed.map(name) : settled.closed.map(({ place }) => name(place));
      const groups = (conditions.groups ?? []).map(({ members }, i) => ({
        members,
        seat: settled.groups[i]!.seat < 0 ? null : name(settled.groups[i]!.seat),
      }));
      for (const { id, choices } of problem.applicants) {
        const found = explainSettled(market, outcome, { closed, groups, isFilled }, id);
        assert.deepEqual(
          found?.choices.map(({ choice, seat }) => [choice, seat]),
          choices.map(({ seat }, i) => [i + 1, seat]),
        );
        for (const one of found?.choices ?? []) {
          if (one.state !== 'set-aside') continue;
          if (one.why === 'filled') assert.ok(isFilled, 'a stable outcome fills nothing');
          if (one.why === 'together')
            assert.ok(groups.some((group) => group.seat !== null && group.members.includes(id)));
        }
      }
    }),
    { numRuns: 250 },
  );
});

test('each of the three causes is named where it is the one', () => {
  const causeFor = (given: { p: number; b: string[]; conditions: SideConditions; isFilled?: boolean }) => {
    const { conditions, isFilled = false } = given;
    const market = marketOf({
      format: 'dualtrack/matching-problem@1',
      seats: [
        { id: 'p', capacity: given.p },
        { id: 'q', capacity: 2 },
      ],
      applicants: [
        { id: 'a', choices: ['p', 'q'].map((seat) => ({ seat, score: 90 })) },
        { id: 'b', choices: given.b.map((seat) => ({ seat, score: 10 })) },
      ],
      lottery: 'seed',
    });
    const read = readConditions(market, conditions);
    assert.ok(read.ok);
    const settled = settle(market, read.conditions);
    const outcome = isFilled ? fillSeats(highs, market, read.conditions, settled).outcome : settled.outcome;
    const closed = settled.closed.map(({ place }) => market.placeIds.text(place));
    const groups = (conditions.groups ?? []).map(({ members }) => ({ members, seat: 'q' }));
    const first = explainSettled(market, outcome, { closed, groups, isFilled }, 'a')?.choices[0];
    return first?.state === 'set-aside' ? first.why : first?.state;
  };
  const minimums = [{ place: 'p', heads: 2 }];
  const groups = [{ id: 'g', members: ['a', 'b'] }];
  assert.equal(causeFor({ p: 2, b: ['q'], conditions: { minimums } }), 'closed');
  assert.equal(causeFor({ p: 1, b: ['p', 'q'], conditions: { groups } }), 'together');
  assert.equal(causeFor({ p: 1, b: ['p'], conditions: {}, isFilled: true }), 'filled');
  assert.equal(causeFor({ p: 1, b: ['p', 'q'], conditions: {} }), 'got');
});

test('an outcome is read back from its assignments', () => {
  fc.assert(
    fc.property(smallConditions(), ({ problem }) => {
      const market = marketOf(problem);
      const outcome = match(market);
      const report = checkStability(market, outcome);
      const { assignments } = resultOf({ market, outcome, report, seconds: 0 });
      assert.deepEqual([...outcomeOf(market, assignments).held], [...outcome.held]);
    }),
  );
});
