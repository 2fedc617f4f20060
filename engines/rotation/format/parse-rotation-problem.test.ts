import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateRotationProblem } from '../generate/generate-problem.ts';
import { parseRotationProblem } from './parse-rotation-problem.ts';
import type { RotationProblemInput } from './problem-format.ts';

type Learner = RotationProblemInput['learners'][number];

const weights = { unit: 1, site: 1, siteChange: -1, wait: -1 };

function learner(id: string, more: Partial<Learner> = {}): Learner {
  return { id, take: { g1: 1 }, units: { u1: 1 }, weights, ...more };
}

function sound(more: Partial<RotationProblemInput> = {}): RotationProblemInput {
  return {
    format: 'dualtrack/rotation-problem@1',
    periods: 4,
    units: [
      { id: 'u1', length: 2, group: 'g1' },
      { id: 'u2', length: 1, group: 'g1' },
      { id: 'u3', length: 1, group: 'g2' },
    ],
    sites: [{ id: 's1', maxUnitsPerLearner: 1 }, { id: 's2' }],
    places: [
      { site: 's1', unit: 'u1', min: [0, 0, 0, 0], max: [1, 1, 1, 1] },
      { site: 's1', unit: 'u3', min: [0, 0, 0, 0], max: [1, 1, 1, 1] },
      { site: 's2', unit: 'u2', min: [0, 0, 0, 0], max: [2, 2, 2, 2] },
    ],
    learners: [learner('l1'), learner('l2')],
    ...more,
  };
}

/** Pointers and codes of all issues, sorted; empty for a sound problem. */
function issues(input: unknown): string[] {
  const parsed = parseRotationProblem(input);
  return parsed.ok ? [] : parsed.issues.map(({ pointer, code }) => `${pointer} ${code}`).sort();
}

test('fills in the defaults', () => {
  const parsed = parseRotationProblem(sound());
  assert.ok(parsed.ok);
  assert.equal(parsed.problem.fairness, 0);
  assert.deepEqual(parsed.problem.pins, []);
  assert.deepEqual(parsed.problem.learners[0], {
    ...learner('l1'),
    size: 1,
    sites: {},
    cannot: [],
    away: [],
  });
  assert.equal(parsed.problem.units[0]!.hostScore, 0);
});

test('lets generated problems pass unchanged', () => {
  for (const seed of ['a', 'b', 'c']) {
    const { problem } = generateRotationProblem({ seed, learners: 20 });
    assert.deepEqual(parseRotationProblem(problem), { ok: true, problem });
  }
});

test('names every issue of shape, also of what is no object at all', () => {
  assert.deepEqual(issues(null), [' wrong-type']);
  assert.deepEqual(issues([]), [' wrong-type']);
  const broken = {
    ...sound(),
    format: 'dualtrack/rotation-problem@2',
    periods: 0,
    fairness: -1,
    colour: 'red',
    units: [
      { id: 'u1', length: 0 },
      { id: 'u/2', length: 1.5, group: 'g1', hostScore: '3' },
    ],
    learners: [learner('l1', { size: 0 }), 'somebody'],
  };
  assert.deepEqual(issues(broken), [
    '/colour unexpected-field',
    '/fairness too-small',
    '/format not-allowed',
    '/learners/0/size too-small',
    '/learners/1 wrong-type',
    '/periods too-small',
    '/places/1/unit unknown-unit',
    '/places/2/unit unknown-unit',
    '/units/0/group missing',
    '/units/0/length too-small',
    '/units/1/hostScore wrong-type',
    '/units/1/length wrong-type',
  ]);
});

test('names duplicates, wrong lengths, min over max and unknown references with their places', () => {
  const places = sound().places;
  const broken = sound({
    units: [...sound().units, { id: 'u1', length: 5, group: 'g1' }],
    sites: [...sound().sites, { id: 's2' }],
    places: [
      ...places,
      { site: 's1', unit: 'u1', min: [0, 0, 0], max: [1, 1, 1, 1, 1] },
      { site: 'nowhere', unit: 'nothing', min: [0, 2, 0, 3], max: [1, 1, 1, 1] },
    ],
    learners: [
      learner('l1', { sites: { s9: 1 }, units: { u1: 1, u9: 2 }, cannot: [['s1', 'u8']], away: [0, 4] }),
      learner('l1'),
    ],
  });
  assert.deepEqual(issues(broken), [
    '/learners/0/away/1 away-outside-horizon',
    '/learners/0/cannot/0/1 unknown-unit',
    '/learners/0/sites/s9 unknown-site',
    '/learners/0/units/u9 unknown-unit',
    '/learners/1/id duplicate-id',
    '/places/3 duplicate-place',
    '/places/3/max wrong-length',
    '/places/3/min wrong-length',
    '/places/4/min/1 min-over-max',
    '/places/4/min/3 min-over-max',
    '/places/4/site unknown-site',
    '/places/4/unit unknown-unit',
    '/sites/2/id duplicate-id',
    '/units/3/id duplicate-id',
    '/units/3/length unit-longer-than-horizon',
  ]);
});

test('names each ring in the order of units once', () => {
  const before: [string, string][] = [
    ['u1', 'u2'],
    ['u2', 'u1'],
    ['u3', 'u3'],
    ['u1', 'u3'],
    ['u4', 'u1'],
  ];
  assert.deepEqual(issues(sound({ before })), [
    '/before/0 before-cycle',
    '/before/2 before-cycle',
    '/before/4/0 unknown-unit',
  ]);
});

test('names learners who take more units than they may or need more periods than there are', () => {
  const learners = [
    learner('l1', { take: { g1: 2, g2: 1 }, units: { u1: 0, u2: 0, u3: 0 } }),
    learner('l2', { take: { g1: 2, g2: 1 }, units: { u1: 0, u2: 0, u3: 0 }, away: [1] }),
    learner('l3', { take: { g1: 2, g7: 1 } }),
    learner('l4', { take: { g1: 1, g7: 0 }, units: { u1: 0, u2: 0 }, away: [0, 1, 3, 3] }),
  ];
  assert.deepEqual(issues(sound({ learners })), [
    '/learners/1/take learner-needs-more-periods',
    '/learners/2/take/g1 take-over-eligible',
    '/learners/2/take/g7 take-over-eligible',
  ]);
});

test('names pins that no plan can keep', () => {
  const learners = [
    learner('l1', { take: { g1: 1, g2: 1 }, units: { u1: 0, u2: 0, u3: 0 }, away: [3] }),
    learner('l2', { cannot: [['s1', 'u1']] }),
    learner('l3', { units: { u1: 0, u2: 0 }, take: { g1: 2 } }),
    learner('l4', { units: { u1: 0, u2: 0 }, take: { g1: 1 } }),
  ];
  const pins = [
    { learner: 'l1', unit: 'u1', site: 's1', start: 2 },
    { learner: 'l1', unit: 'u1', site: 's1', start: 0 },
    { learner: 'l1', unit: 'u3', site: 's1', start: 0 },
    { learner: 'l2', unit: 'u1', site: 's1', start: 0 },
    { learner: 'l3', unit: 'u2', site: 's1', start: 0 },
    { learner: 'l3', unit: 'u1', site: 's1', start: 3 },
    { learner: 'l4', unit: 'u1', site: 's1', start: 0 },
    { learner: 'l4', unit: 'u1', site: 's1', start: 0 },
    { learner: 'l4', unit: 'u2', site: 's2', start: 1 },
    { learner: 'l9', unit: 'u9', site: 's9', start: 0 },
  ];
  assert.deepEqual(issues(sound({ learners, pins, before: [['u1', 'u3']] })), [
    '/pins/0/start pin-away',
    '/pins/1 pin-unit-twice',
    '/pins/2 pins-before-order',
    '/pins/2 pins-over-site-limit',
    '/pins/2 pins-overlap',
    '/pins/3 pin-not-eligible',
    '/pins/3 pins-over-max',
    '/pins/4 pin-no-place',
    '/pins/5 pins-over-max',
    '/pins/5 pins-over-site-limit',
    '/pins/5/start pin-outside-horizon',
    '/pins/6 pins-over-max',
    '/pins/8 pins-over-take',
    '/pins/8 pins-overlap',
    '/pins/9/learner unknown-learner',
    '/pins/9/site unknown-site',
    '/pins/9/unit unknown-unit',
  ]);
});

test('the same pin twice is one pin', () => {
  const pin = { learner: 'l1', unit: 'u1', site: 's1', start: 1 };
  assert.deepEqual(issues(sound({ pins: [pin, pin] })), []);
});

test('points into names with slashes and tildes', () => {
  const learners = [learner('l1', { units: { u1: 0, 'a/b~c': 1 } })];
  assert.deepEqual(issues(sound({ learners })), ['/learners/0/units/a~1b~0c unknown-unit']);
});

test('names pools without a place, of a wrong length, and pins that overfill one', () => {
  const max = [1, 1, 1, 1];
  const pools: RotationProblemInput['pools'] = [
    {
      ...{ id: 'm1', max },
      places: [
        ['s1', 'u3'],
        ['s2', 'u2'],
      ],
    },
    { id: 'm1', places: [['s2', 'u1']], max: [1, 1, 1] },
  ];
  const pins = [
    { learner: 'l1', unit: 'u3', site: 's1', start: 2 },
    { learner: 'l2', unit: 'u2', site: 's2', start: 2 },
  ];
  const learners = [
    learner('l1', { take: { g1: 1, g2: 1 }, units: { u1: 0, u3: 0 } }),
    learner('l2', { units: { u2: 0 } }),
  ];
  assert.deepEqual(issues(sound({ pools, pins, learners })), [
    '/pins/1 pins-over-pool',
    '/pools/1/id duplicate-id',
    '/pools/1/max wrong-length',
    '/pools/1/places/0 pool-no-place',
  ]);
});

test('names sites within none that is known, or within an inner one, with a limit of their own', () => {
  const sites = [
    ...sound().sites,
    { id: 'a', within: 's1', maxUnitsPerLearner: 1 },
    { id: 'b', within: 'a' },
    { id: 'c', within: 'nowhere' },
    { id: 'd', within: 'd' },
    { id: 'e', within: 's1' },
  ];
  assert.deepEqual(issues(sound({ sites })), [
    '/sites/2/maxUnitsPerLearner inner-limit',
    '/sites/3/within site-within',
    '/sites/4/within unknown-site',
    '/sites/5/within site-within',
  ]);
});

test('pins count by the outer site', () => {
  const [first, ...others] = sound().sites;
  const sites = [{ ...first!, maxUnitsPerLearner: 1 }, ...others, { id: 'inner', within: first!.id }];
  const wide = { min: [0, 0, 0, 0], max: [9, 9, 9, 9] };
  const places = [
    { site: first!.id, unit: 'u1', ...wide },
    { site: 'inner', unit: 'u2', ...wide },
  ];
  const pins = [
    { learner: 'l1', unit: 'u1', site: first!.id, start: 0 },
    { learner: 'l1', unit: 'u2', site: 'inner', start: 2 },
  ];
  const learners = [learner('l1', { take: { g1: 2 }, units: { u1: 0, u2: 0 } })];
  assert.deepEqual(issues(sound({ sites, places, pins, learners, before: [] })), [
    '/pins/1 pins-over-site-limit',
  ]);
});

test('names minima of a pool of a wrong length and over its maxima', () => {
  const place = sound().places[0]!;
  const pools: RotationProblemInput['pools'] = [
    { id: 'm1', places: [[place.site, place.unit]], min: [0, 2, 0, 0], max: [1, 1, 1, 1] },
    { id: 'm2', places: [[place.site, place.unit]], min: [0], max: [1, 1, 1, 1] },
  ];
  assert.deepEqual(issues(sound({ pools })), ['/pools/0/min/1 min-over-max', '/pools/1/min wrong-length']);
});
