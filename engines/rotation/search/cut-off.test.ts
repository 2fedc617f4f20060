import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSolver } from '@dualtrack/solver';
import { generateIntake } from '../generate/generate-intake.ts';
import { scorePlan } from '../score-plan.ts';
import { solveRotationWith } from '../solve-rotation.ts';

/** Questions that a search may still ask when it has been told to stop: some steps ask once for each learner. */
const WIND_UP = 60;

test('wherever a search is told to stop, it asks no more and gives a sound plan and bound', async () => {
  const highs = await loadSolver();
  const problem = generateIntake({ seed: 'cut off', learners: 6, units: 15, length: 1 });
  // Processor time stands still, so that only the signal ends the search.
  const whole = solveRotationWith(highs, problem, { now: () => 0, seconds: 1 });
  assert.equal(whole.status, 'optimal');
  for (let allowed = 1; ; allowed = allowed * 3) {
    let asked = 0;
    const signal = {
      get aborted() {
        return ++asked > allowed;
      },
    };
    const plan = solveRotationWith(highs, problem, { now: () => 0, seconds: 1, signal });
    assert.ok(asked <= allowed + WIND_UP, `asked ${asked - allowed} times after the end at ${allowed}`);
    if (plan.score !== null) {
      assert.deepEqual(scorePlan(problem, plan).violations, []);
      assert.ok(plan.score <= whole.score! + 1e-6);
    }
    if (plan.bound !== null) assert.ok(plan.bound >= whole.score! - 1e-6, `${plan.bound} at ${allowed}`);
    assert.notEqual(plan.status, 'infeasible');
    if (asked <= allowed) break;
  }
});
