import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from './format/plan-format.ts';
import type { RotationProblem } from './format/problem-format.ts';
import { generateRotationProblem } from './generate/generate-problem.ts';
import { scorePlan } from './score-plan.ts';

const weights = { unit: 10, site: 100, siteChange: -3, wait: -1 };

/** Two learners, three units, two sites, eight periods; numbers are chosen so that each part of a score shows. */
const problem: RotationProblem = {
  format: 'dualtrack/rotation-problem@1',
  periods: 8,
  units: [
    { id: 'u1', length: 2, group: 'g1', hostScore: 1000 },
    { id: 'u2', length: 1, group: 'g1', hostScore: 0 },
    { id: 'u3', length: 1, group: 'g2', hostScore: 0 },
  ],
  sites: [{ id: 's1', maxUnitsPerLearner: 2 }, { id: 's2' }],
  places: [
    { site: 's1', unit: 'u1', min: [0, 0, 0, 0, 0, 0, 0, 0], max: [3, 3, 3, 3, 3, 3, 3, 0] },
    { site: 's1', unit: 'u2', min: [0, 0, 0, 0, 0, 0, 0, 0], max: [1, 1, 1, 1, 1, 1, 1, 1] },
    { site: 's2', unit: 'u2', min: [0, 0, 0, 1, 0, 0, 0, 0], max: [3, 3, 3, 3, 3, 3, 3, 3] },
    { site: 's1', unit: 'u3', min: [0, 0, 0, 0, 0, 0, 0, 0], max: [3, 3, 3, 3, 3, 3, 3, 3] },
  ],
  pools: [
    {
      id: 'm',
      places: [
        ['s1', 'u2'],
        ['s2', 'u2'],
      ],
      max: [2, 2, 2, 2, 2, 2, 2, 2],
    },
  ],
  before: [['u1', 'u3']],
  learners: [
    {
      id: 'a',
      size: 1,
      take: { g1: 2, g2: 1 },
      units: { u1: 5, u2: 2, u3: 1 },
      sites: { s1: 4 },
      cannot: [['s1', 'u2']],
      away: [2],
      weights,
    },
    { id: 'b', size: 2, take: { g1: 1 }, units: { u2: 1 }, sites: {}, cannot: [], away: [], weights },
  ],
  fairness: 2,
  pins: [{ learner: 'b', unit: 'u2', site: 's2', start: 0 }],
};

const a: Block[] = [
  { unit: 'u1', site: 's1', start: 0 },
  { unit: 'u2', site: 's2', start: 3 },
  { unit: 'u3', site: 's1', start: 5 },
];
const b: Block[] = [{ unit: 'u2', site: 's2', start: 0 }];

function violations(blocksOfA: Block[], blocksOfB: Block[] = b): string[] {
  const learners = [
    { id: 'a', blocks: blocksOfA },
    { id: 'b', blocks: blocksOfB },
  ];
  return scorePlan(problem, { learners }).violations.map(({ code }) => code);
}

test('counts preferences, host scores, changes of site, waiting also while away, and the lowest score', () => {
  const result = scorePlan(problem, {
    learners: [
      { id: 'b', blocks: b },
      { id: 'a', blocks: [...a].reverse() },
    ],
  });
  // a: units 10·(5+2+1), sites 100·(4+0+4), host 1000, two changes −6, idle in periods 2 and 4 −2. b: 10.
  assert.deepEqual(result, {
    score: 1872 + 10 + 2 * 10,
    worst: 10,
    learners: [
      { id: 'a', score: 1872 },
      { id: 'b', score: 10 },
    ],
    violations: [],
  });
});

test('sees each broken rule', () => {
  const [first, second, third] = [a[0]!, a[1]!, a[2]!];
  assert.deepEqual(violations([first, second]), ['take']);
  assert.deepEqual(violations([first, { ...second, site: 's1' }, third]), [
    'cannot',
    'units-per-site',
    'under-min',
  ]);
  assert.deepEqual(violations([{ ...first, start: 1 }, second, third]), ['away']);
  assert.deepEqual(violations([{ ...first, start: 6 }, second, third]), ['before', 'over-max']);
  assert.deepEqual(violations([{ ...first, start: 7 }, second, third]), ['outside-horizon', 'before']);
  assert.deepEqual(violations([first, second, { ...third, start: 1 }]), ['two-at-once']);
  assert.deepEqual(violations([first, second, { ...third, site: 's2' }]), ['no-such-place']);
  assert.deepEqual(violations([first, second, third, { ...second, start: 6 }]), ['unit-twice', 'take']);
  assert.deepEqual(violations(a, [{ ...b[0]!, start: 4 }]), ['pin']);
  assert.deepEqual(violations(a, [...b, { unit: 'u3', site: 's1', start: 4 }]), [
    'not-eligible',
    'take',
    'before',
  ]);
  assert.deepEqual(violations([first, { ...second, start: 4 }, third]), ['under-min']);
  assert.deepEqual(violations(a, [{ unit: 'u2', site: 's1', start: 0 }]), ['pin', 'over-max']);
  const unknown = [
    { id: 'a', blocks: a },
    { id: 'a', blocks: a },
    { id: 'c', blocks: [] },
  ];
  assert.deepEqual(
    scorePlan(problem, { learners: unknown }).violations.map(({ code }) => code),
    ['learner-twice', 'learner-unknown', 'learner-missing', 'take', 'pin'],
  );
});

test('finds nothing wrong with the plan that a problem was generated around', () => {
  for (let seed = 0; seed < 30; seed++) {
    const { problem: generated, planted } = generateRotationProblem({
      seed: `${seed}`,
      largest: 1 + (seed % 3),
    });
    const learners = planted.map(({ learner, blocks }) => ({ id: learner.id, blocks }));
    assert.deepEqual(scorePlan(generated, { learners }).violations, [], `seed ${seed}`);
  }
});

test('heads that places share are counted together', () => {
  // b, two heads, is in u2 at the second site from period 0; a joins them there in the same period.
  const together: Block[] = [
    { unit: 'u2', site: 's2', start: 0 },
    { unit: 'u1', site: 's1', start: 3 },
    { unit: 'u3', site: 's1', start: 5 },
  ];
  const codes = violations(together);
  assert.ok(codes.includes('over-pool'));
  assert.ok(!codes.includes('over-max'));
  assert.ok(!violations(a).includes('over-pool'));
});
