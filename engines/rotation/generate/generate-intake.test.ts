import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRotationProblem } from '../format/parse-rotation-problem.ts';
import { scorePlan } from '../score-plan.ts';
import { solveRotation } from '../solve-rotation.ts';
import { bestByBruteForce, countPlans } from '../testing/brute-force.ts';
import { generateIntake } from './generate-intake.ts';

const clock = () => performance.now() / 1000;

test('intakes are sound, the same for the same options, and small ones are solved to the best there is', async () => {
  let solved = 0;
  for (let seed = 0; seed < 20; seed++) {
    const options = { seed: String(seed), learners: 2, units: 4, length: 1 + (seed % 2) };
    const problem = generateIntake(options);
    assert.deepEqual(parseRotationProblem(problem), { ok: true, problem }, `seed ${seed} is sound`);
    assert.deepEqual(generateIntake(options), problem);
    if (countPlans(problem) > 500) continue;
    const plan = await solveRotation(problem, { now: clock, seed: '1' });
    assert.equal(plan.status, 'optimal', `seed ${seed}`);
    assert.ok(Math.abs(plan.score! - bestByBruteForce(problem)!) < 1e-6, `seed ${seed}`);
    solved++;
  }
  assert.ok(solved > 3, `${solved} were small enough`);
});

test('with 24 units in order, the answer is proven, and the plan keeps every rule', async () => {
  const problem = generateIntake({ seed: 'b', learners: 5, units: 24, length: 1 });
  const plan = await solveRotation(problem, { now: clock, seed: '1', seconds: 60 });
  assert.deepEqual(scorePlan(problem, plan).violations, []);
  assert.equal(plan.status, 'optimal');
  assert.equal(plan.bound, plan.score);
});
