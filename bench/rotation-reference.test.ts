import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateRotationProblem, parseRotationProblem, solveRotation } from '@dualtrack/rotation';
import { loadSolver } from '@dualtrack/solver';
import { integerProgrammeText } from './rotation-reference.ts';

test('the one integer programme has the optimum that the engine proves', async () => {
  const highs = await loadSolver();
  for (const seed of ['1', '2', '3', '4', '5', '6']) {
    const options = {
      seed,
      learners: 2,
      units: 3,
      sites: 2,
      periods: 7,
      longest: 2,
      tightness: 0.9,
      pools: 2,
    };
    const parsed = parseRotationProblem(generateRotationProblem(options).problem);
    assert.ok(parsed.ok);
    const found = highs.solve(integerProgrammeText(parsed.problem), { output_flag: false });
    const plan = await solveRotation(parsed.problem, { seconds: 20, now: () => performance.now() / 1_000 });
    assert.equal(found.Status, 'Optimal');
    assert.equal(plan.status, 'optimal');
    assert.ok(Math.abs(found.ObjectiveValue - (plan.score ?? Number.NaN)) < 1e-6, `seed ${seed}`);
  }
});
