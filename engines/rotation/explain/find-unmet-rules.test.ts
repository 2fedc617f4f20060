import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSolver } from '@dualtrack/solver';
import type { RotationProblem } from '../format/problem-format.ts';
import { openRun } from '../search/open-run.ts';
import { searchPlan } from '../search/search-plan.ts';
import { solveRotation } from '../solve-rotation.ts';
import { bestByBruteForce, countPlans } from '../testing/brute-force.ts';
import { tinyProblem } from '../testing/tiny-problem.ts';
import { findUnmetRules } from './find-unmet-rules.ts';
import { keepOnly } from './rule.ts';

const now = () => performance.now() / 1000;

test('the named rules cannot hold together, and none of them can be spared', async () => {
  const highs = await loadSolver();
  let checked = 0;
  for (let seed = 0; seed < 160; seed++) {
    const problem = tinyProblem(String(seed), true);
    const run = openRun(highs, problem, { now });
    searchPlan(run);
    if (run.best) continue;
    const rules = findUnmetRules(problem, run, { now });
    const core = keepOnly(problem, rules);
    if (countPlans(core) > 2000) continue;
    assert.equal(bestByBruteForce(core), null, `seed ${seed}`);
    const hasMinimum = rules.some(({ kind }) => kind === 'place-min' || kind === 'pool-min');
    for (const rule of rules) {
      if (hasMinimum && rule.kind === 'programme') continue;
      const rest = keepOnly(
        problem,
        rules.filter((other) => other !== rule),
      );
      if (countPlans(rest) <= 2000)
        assert.notEqual(bestByBruteForce(rest), null, `seed ${seed}: ${rule.kind}`);
    }
    checked++;
  }
  assert.ok(checked > 20, `${checked} infeasible problems`);
});

test('too many learners for the places of one unit: the places and just enough learners', async () => {
  const learner = (id: string): RotationProblem['learners'][number] => ({
    id,
    size: 1,
    take: { trade: 1 },
    units: { welding: 0, filing: 0 },
    sites: {},
    cannot: [['yard', 'filing']],
    away: [0],
    weights: { unit: 1, site: 1, siteChange: 0, wait: 0 },
  });
  const problem: RotationProblem = {
    format: 'dualtrack/rotation-problem@1',
    periods: 4,
    units: [
      { id: 'welding', length: 2, group: 'trade', hostScore: 0 },
      { id: 'filing', length: 1, group: 'trade', hostScore: 0 },
    ],
    sites: [{ id: 'yard' }],
    places: [{ site: 'yard', unit: 'welding', min: [0, 0, 0, 0], max: [9, 9, 3, 9] }],
    pools: [],
    before: [],
    learners: ['a', 'b', 'c', 'd', 'e', 'f'].map(learner),
    fairness: 0,
    pins: [],
  };
  const plan = await solveRotation(problem, { now });
  assert.equal(plan.status, 'infeasible');
  // Away in period 0, everybody is in the yard in period 2, where there are three places: four learners are enough.
  assert.deepEqual(
    plan.unmet.map(({ code }) => code),
    ['programme', 'away', 'place-max'],
  );
  const [programme, away, places] = plan.unmet;
  assert.equal(programme!.params.heads, 4);
  assert.deepEqual(away!.params.learners, programme!.params.learners);
  assert.deepEqual(places!.params, { site: 'yard', unit: 'welding', periods: [2], heads: [3] });
});

test('too few mentors for what the places would take: the pool is named with its weeks', async () => {
  const learner = (id: string): RotationProblem['learners'][number] => ({
    ...{ id, size: 1, take: { trade: 2 }, units: { welding: 0, filing: 0 }, sites: {}, cannot: [], away: [] },
    weights: { unit: 1, site: 1, siteChange: 0, wait: 0 },
  });
  const wide = { min: [0, 0, 0], max: [9, 9, 9] };
  const problem: RotationProblem = {
    format: 'dualtrack/rotation-problem@1',
    periods: 3,
    units: [
      { id: 'welding', length: 1, group: 'trade', hostScore: 0 },
      { id: 'filing', length: 2, group: 'trade', hostScore: 0 },
    ],
    sites: [{ id: 'yard' }],
    places: [
      { site: 'yard', unit: 'welding', ...wide },
      { site: 'yard', unit: 'filing', ...wide },
    ],
    pools: [
      {
        ...{ id: 'mentors', max: [9, 2, 9] },
        places: [
          ['yard', 'welding'],
          ['yard', 'filing'],
        ],
      },
    ],
    before: [],
    learners: ['a', 'b', 'c', 'd'].map(learner),
    fairness: 0,
    pins: [],
  };
  const plan = await solveRotation(problem, { now });
  assert.equal(plan.status, 'infeasible');
  assert.deepEqual(
    plan.unmet.map(({ code }) => code),
    ['programme', 'pool-max'],
  );
  // Three learners are one too many for the two in the middle period, where everybody must be somewhere.
  assert.equal(plan.unmet[0]!.params.heads, 3);
  const units = ['welding', 'filing'];
  assert.deepEqual(plan.unmet[1]!.params, {
    pool: 'mentors',
    units,
    sites: ['yard'],
    periods: [1],
    heads: [2],
  });
});
