import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { match } from '../solve/match.ts';
import { blockingPairs, isFeasible, smallOf } from '../testing/brute-force.ts';
import { headsIn, smallConditions } from '../testing/small-conditions.ts';
import { marketOf, matchingOf } from '../testing/solved.ts';
import { readConditions } from './read-conditions.ts';
import { settle } from './settle.ts';

const wish = (seat: string, score: number) => ({ seat, score });
const problem = (seats: [string, number][], applicants: [string, ReturnType<typeof wish>[]][]) => ({
  format: 'dualtrack/matching-problem@1' as const,
  seats: seats.map(([id, capacity]) => ({ id, capacity })),
  applicants: applicants.map(([id, choices]) => ({ id, choices })),
  lottery: 'seed',
});

function settled(given: ReturnType<typeof problem>, conditions: unknown) {
  const market = marketOf(given);
  const read = readConditions(market, conditions);
  assert.ok(read.ok, JSON.stringify(read));
  const found = settle(market, read.conditions);
  const seats = given.applicants.map(
    ({ choices }, a) => choices[matchingOf(market, found.outcome.held)[a]!]?.seat,
  );
  return { found, seats };
}

test('everything a heuristic may promise holds on every small problem', () => {
  let kept = 0;
  let closed = 0;
  fc.assert(
    fc.property(smallConditions(), ({ problem: given, conditions }) => {
      const market = marketOf(given);
      const read = readConditions(market, conditions);
      if (!read.ok) return assert.ok(read.issues.every((issue) => issue.code === 'minimum.infeasible'));
      const found = settle(market, read.conditions);
      const small = smallOf(given);
      const matching = matchingOf(market, found.outcome.held);
      assert.ok(isFeasible(small, matching));
      assert.equal(found.blockingPairs, 0);
      const heads = headsIn(small, matching);
      for (const { place, heads: least } of conditions.minimums ?? []) {
        const got = heads.get(place) ?? 0;
        assert.ok(got === 0 || got >= least, `${place} is run with ${got} of ${least}`);
      }
      closed += found.closed.length;
      const tied = new Set<number>();
      for (const [i, { id, members }] of (conditions.groups ?? []).entries()) {
        const at = members.map((member) => given.applicants.findIndex((one) => one.id === member));
        const seats = new Set(at.map((a) => given.applicants[a]!.choices[matching[a]!]?.seat));
        assert.equal(found.groups[i]!.id, id);
        if (found.groups[i]!.seat < 0) continue;
        kept += 1;
        assert.equal(seats.size, 1);
        assert.ok(!seats.has(undefined));
        for (const a of at) tied.add(a);
      }
      // By the definitions alone: whoever still blocks is in a group that stayed together, or wishes for a closed place.
      const shut = new Set(found.closed.map(({ place }) => market.placeIds.text(place)));
      const blocking = blockingPairs(small, matching);
      for (const pair of blocking) {
        assert.ok(tied.has(pair.applicant) || pair.places.some((place) => shut.has(place)));
      }
      assert.equal(found.setAside, blocking.length);
    }),
    { numRuns: 1500 },
  );
  assert.ok(kept > 40 && closed > 40, `${kept} groups kept and ${closed} places closed say little`);
});

test('without conditions it is the stable outcome', () => {
  fc.assert(
    fc.property(smallConditions(), ({ problem: given }) => {
      const market = marketOf(given);
      const found = settle(market, { groups: [], minimums: [] });
      assert.deepEqual([...found.outcome.held], [...match(market).held]);
      assert.deepEqual([found.runs, found.setAside], [1, 0]);
    }),
  );
});

test('a seat with too few heads is not run, and its people go on to what they wanted next', () => {
  const given = problem(
    [
      ['small', 5],
      ['large', 5],
    ],
    [
      ['a', [wish('small', 90), wish('large', 50)]],
      ['b', [wish('large', 60)]],
    ],
  );
  const { found, seats } = settled(given, { minimums: [{ place: 'small', heads: 2 }] });
  assert.deepEqual(seats, ['large', 'large']);
  assert.deepEqual(found.closed, [{ place: 0, minimum: 2, heads: 1 }]);
});

test('two friends give up a better seat of one of them, but take nobody’s place', () => {
  const seats: [string, number][] = [
    ['p', 1],
    ['q', 2],
  ];
  const both = [wish('p', 90), wish('q', 70)];
  const friends = { groups: [{ id: 'g', members: ['a', 'b'] }] };
  const alone = problem(seats, [
    ['a', both],
    ['b', [wish('p', 80), wish('q', 70)]],
  ]);
  const { found, seats: got } = settled(alone, friends);
  assert.deepEqual(got, ['q', 'q']);
  assert.equal(found.setAside, 2);
  // With a stranger who is stronger than one of them at q they would have to push somebody out: each goes alone.
  const crowded = problem(seats, [
    ['a', both],
    ['b', [wish('p', 10), wish('q', 10)]],
    ['c', [wish('q', 60)]],
    ['d', [wish('q', 50)]],
  ]);
  const apart = settled(crowded, friends);
  assert.deepEqual(apart.seats, ['p', undefined, 'q', 'q']);
  assert.equal(apart.found.groups[0]!.seat, -1);
});

test('what is wrong with conditions is all named with its place', () => {
  const market = marketOf(problem([['p', 1]], [['a', [wish('p', 1)]]]));
  const read = readConditions(market, {
    groups: [
      { id: 'g', members: ['a', 'nobody'] },
      { id: 'h', members: ['a', 'a'] },
    ],
    minimums: [
      { place: 'p', heads: 2 },
      { place: 'p', heads: 1 },
      { place: 'nowhere', heads: 1 },
    ],
  });
  assert.ok(!read.ok);
  assert.deepEqual(
    read.issues.map(({ pointer, code }) => [pointer, code]),
    [
      ['/groups/0/members/1', 'applicant.unknown'],
      ['/groups/1/members/0', 'group.overlap'],
      ['/groups/1/members/1', 'group.overlap'],
      ['/minimums/0/heads', 'minimum.infeasible'],
      ['/minimums/1/place', 'id.duplicate'],
      ['/minimums/2/place', 'place.unknown'],
    ],
  );
  const wrong = readConditions(market, { minimums: [{ place: 'p', heads: Number.NaN }] });
  assert.ok(!wrong.ok);
  assert.deepEqual(wrong.issues[0]!.params, { expected: 'number', received: 'nan' });
});
