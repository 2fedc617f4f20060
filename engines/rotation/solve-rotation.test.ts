import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRotationProblem } from './format/parse-rotation-problem.ts';
import { rotationPlanFormat } from './format/plan-format.ts';
import { generateRotationProblem } from './generate/generate-problem.ts';
import { scorePlan } from './score-plan.ts';
import { solveRotation } from './solve-rotation.ts';
import { bestByBruteForce, countPlans } from './testing/brute-force.ts';
import { tinyProblem } from './testing/tiny-problem.ts';

const clock = () => performance.now() / 1000;

for (const isHarsh of [false, true]) {
  test(`agrees with brute force on ${isHarsh ? 'harsh' : 'mild'} tiny problems`, async () => {
    let infeasible = 0;
    let checked = 0;
    for (let seed = 0; seed < 250; seed++) {
      const problem = tinyProblem(String(seed), isHarsh);
      assert.deepEqual(parseRotationProblem(problem), { ok: true, problem }, `seed ${seed} is sound`);
      if (countPlans(problem) > 4000) continue;
      checked++;
      const best = bestByBruteForce(problem);
      const plan = await solveRotation(problem, { now: clock, seed: '1' });
      rotationPlanFormat.parse(plan);
      if (best === null) {
        infeasible++;
        assert.equal(plan.status, 'infeasible', `seed ${seed}`);
        continue;
      }
      assert.equal(plan.status, 'optimal', `seed ${seed}`);
      assert.ok(Math.abs(plan.score! - best) < 1e-6, `seed ${seed}: ${plan.score} against ${best}`);
      assert.ok(plan.bound! >= best - 1e-6, `seed ${seed}: bound`);
      assert.deepEqual(scorePlan(problem, plan).violations, []);
    }
    assert.ok(checked > 120, `${checked} problems were small enough`);
    assert.ok(isHarsh ? infeasible > 20 : infeasible === 0, `${infeasible} infeasible`);
  });
}

test('with many units, a plan is found, repeats itself, and lies under its bound', async () => {
  const options = { seed: 'many', learners: 6, units: 18, periods: 30, groups: 3, pools: 1 };
  const { problem } = generateRotationProblem(options);
  const solve = async () => {
    // A clock that counts how often it is asked, so that the search ends at the same point each time.
    let asked = 0;
    return solveRotation(problem, { now: () => asked++, seconds: 150, seed: '1' });
  };
  const plan = await solve();
  assert.deepEqual(scorePlan(problem, plan).violations, []);
  assert.ok(plan.bound! >= plan.score!, `${plan.score} over ${plan.bound}`);
  const again = await solve();
  assert.deepEqual(again.learners, plan.learners);
});

test('with more sets of units than can be remembered, a plan is found and lies under its bound', async () => {
  const options = {
    seed: 'most',
    learners: 3,
    units: 26,
    periods: 40,
    longest: 1,
    groups: 3,
    orders: 0,
    minimums: 0,
    tightness: 0.3,
  };
  const { problem } = generateRotationProblem(options);
  let asked = 0;
  const plan = await solveRotation(problem, { now: () => asked++, seconds: 120, seed: '1' });
  assert.deepEqual(scorePlan(problem, plan).violations, []);
  assert.ok(plan.bound! >= plan.score!, `${plan.score} over ${plan.bound}`);
});
