import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Issue } from './issue.ts';
import { parseProblem } from './parse-problem.ts';

const sound = {
  format: 'dualtrack/matching-problem@1',
  caps: [
    { id: 'r1', capacity: 60 },
    { id: 'e1', capacity: 50, within: 'r1' },
  ],
  seats: [
    { id: 'p1', capacity: 20, within: 'e1' },
    { id: 'p4', capacity: 1 },
  ],
  applicants: [
    {
      id: 'a1',
      choices: [
        { seat: 'p1', score: 87.5 },
        { seat: 'p4', score: -3 },
      ],
    },
    { id: 'a2', choices: [] },
  ],
  lottery: 'seed',
};

function issuesOf(problem: unknown): string[] {
  const parsed = parseProblem(problem);
  return parsed.ok ? [] : parsed.issues.map((issue: Issue) => `${issue.pointer} ${issue.code}`).sort();
}

const caps = (...list: unknown[]) => ({
  ...sound,
  caps: list,
  seats: [{ id: 'p1', capacity: 1 }],
  applicants: [],
});
const applicants = (...list: unknown[]) => ({ ...sound, applicants: list });
const chooses = (...choices: unknown[]) => applicants({ id: 'a1', choices });

const cases: [string, unknown, string[]][] = [
  ['a sound problem', sound, []],
  [
    'no caps',
    {
      ...sound,
      caps: undefined,
      seats: [
        { id: 'p1', capacity: 1 },
        { id: 'p4', capacity: 0 },
      ],
    },
    [],
  ],
  ['not an object', [], [' type.wrong']],
  [
    'nothing',
    {},
    ['/applicants field.missing', '/format field.missing', '/lottery field.missing', '/seats field.missing'],
  ],
  ['another format', { ...sound, format: 'dualtrack/matching-problem@2' }, ['/format value.unknown']],
  ['a field too many', { ...sound, 'a/b': 1 }, ['/a~1b field.unknown']],
  ['a misspelt field', caps({ id: 'c', capacity: 1, witin: 'd' }), ['/caps/0/witin field.unknown']],
  ['negative capacity', caps({ id: 'c', capacity: -1 }), ['/caps/0/capacity number.too-small']],
  ['broken capacity', caps({ id: 'c', capacity: 1.5 }), ['/caps/0/capacity type.wrong']],
  ['NaN capacity', caps({ id: 'c', capacity: Number.NaN }), ['/caps/0/capacity type.wrong']],
  ['empty id', caps({ id: '', capacity: 1 }), ['/caps/0/id text.empty']],
  ['half a surrogate pair', caps({ id: '\ud800', capacity: 1 }), ['/caps/0/id text.ill-formed']],
  ['a cap in itself', caps({ id: 'c', capacity: 1, within: 'c' }), ['/caps/0/within cap.cyclic']],
  [
    'caps in a ring, and one that leads into it',
    caps(
      { id: 'z', capacity: 1, within: 'x' },
      { id: 'x', capacity: 1, within: 'y' },
      { id: 'y', capacity: 1, within: 'x' },
    ),
    ['/caps/1/within cap.cyclic'],
  ],
  ['unknown cap', caps({ id: 'c', capacity: 1, within: 'q' }), ['/caps/0/within within.unknown']],
  ['a cap in a seat', caps({ id: 'c', capacity: 1, within: 'p1' }), ['/caps/0/within within.not-a-cap']],
  ['a cap named like a seat', caps({ id: 'p1', capacity: 1 }), ['/caps/0/id id.duplicate']],
  ['unknown seat', chooses({ seat: 'p9', score: 1 }), ['/applicants/0/choices/0/seat seat.unknown']],
  ['a cap chosen', chooses({ seat: 'e1', score: 1 }), ['/applicants/0/choices/0/seat seat.unknown']],
  [
    'a seat chosen twice',
    chooses({ seat: 'p1', score: 1 }, { seat: 'p4', score: 1 }, { seat: 'p1', score: 2 }),
    ['/applicants/0/choices/2/seat choice.duplicate'],
  ],
  ['NaN score', chooses({ seat: 'p1', score: Number.NaN }), ['/applicants/0/choices/0/score type.wrong']],
  [
    'infinite score',
    chooses({ seat: 'p1', score: Number.POSITIVE_INFINITY }),
    ['/applicants/0/choices/0/score type.wrong'],
  ],
  ['score as text', chooses({ seat: 'p1', score: '9' }), ['/applicants/0/choices/0/score type.wrong']],
  ['no score', chooses({ seat: 'p1' }), ['/applicants/0/choices/0/score field.missing']],
  [
    'an applicant twice',
    applicants({ id: 'a', choices: [] }, { id: 'a', choices: [] }),
    ['/applicants/1/id id.duplicate'],
  ],
  ['null for an applicant', applicants(null), ['/applicants/0 type.wrong']],
  [
    'everything at once',
    {
      ...sound,
      seats: [
        { id: 'p1', capacity: -2, within: 'nowhere' },
        { id: 'p1', capacity: '3' },
      ],
      applicants: [
        { id: 'a', choices: [{ seat: 'p7', score: null }] },
        { id: 'a', choices: 'none' },
      ],
    },
    [
      '/applicants/0/choices/0/score type.wrong',
      '/applicants/0/choices/0/seat seat.unknown',
      '/applicants/1/choices type.wrong',
      '/applicants/1/id id.duplicate',
      '/seats/0/capacity number.too-small',
      '/seats/0/within within.unknown',
      '/seats/1/capacity type.wrong',
      '/seats/1/id id.duplicate',
    ],
  ],
  [
    'seats that cannot be read make no choice unknown',
    { ...sound, seats: [{ capacity: 1 }] },
    ['/seats/0/id field.missing'],
  ],
];

for (const [name, problem, expected] of cases) {
  test(name, () => assert.deepEqual(issuesOf(problem), expected));
}

test('issues say what was expected', () => {
  const parsed = parseProblem(
    caps({ id: 'c', capacity: -1, within: 'd' }, { id: 'd', capacity: '9', within: 'c' }),
  );
  assert.ok(!parsed.ok);
  assert.deepEqual(
    parsed.issues.map(({ params }) => params),
    [{ minimum: 0 }, { expected: 'number', received: 'string' }, { cycle: ['c', 'd'] }],
  );
});

test('a given seed takes the place of the lottery', () => {
  const { lottery: _, ...without } = sound;
  for (const problem of [sound, without]) {
    const parsed = parseProblem(problem, { seed: 'other' });
    assert.ok(parsed.ok);
    assert.equal(parsed.market.lottery.seed, 'other');
  }
});

test('a market is the problem in numbers', () => {
  const parsed = parseProblem(sound);
  assert.ok(parsed.ok);
  const { market } = parsed;
  assert.deepEqual([...market.capacity], [20, 1, 60, 50]);
  assert.deepEqual([...market.parent], [3, -1, -1, 2]);
  assert.deepEqual([...market.start], [0, 2, 2]);
  assert.deepEqual([...market.seat], [0, 1]);
  assert.deepEqual([...market.score], [87.5, -3]);
  assert.equal(market.placeIds.text(3), 'e1');
  assert.equal(market.applicantIds.text(1), 'a2');
});
