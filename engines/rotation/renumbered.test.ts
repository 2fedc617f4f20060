import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRotationProblem } from './format/parse-rotation-problem.ts';
import type { RotationProblem } from './format/problem-format.ts';
import { generateRotationProblem } from './generate/generate-problem.ts';
import { scorePlan } from './score-plan.ts';
import { solveRotation } from './solve-rotation.ts';
import { renumbered } from './testing/renumbered.ts';
import { tinyProblem } from './testing/tiny-problem.ts';

const clock = () => performance.now() / 1000;

async function answerTo(problem: RotationProblem) {
  assert.ok(parseRotationProblem(problem).ok);
  const plan = await solveRotation(problem, { now: clock, seed: '1' });
  if (plan.status !== 'infeasible') assert.deepEqual(scorePlan(problem, plan).violations, []);
  return plan;
}

async function assertSameAnswer(problem: RotationProblem, name: string) {
  const [plain, other] = [await answerTo(problem), await answerTo(renumbered(problem, name))];
  assert.notEqual(plain.status, 'feasible', `${name} is small enough to be proven`);
  assert.equal(other.status, plain.status, name);
  assert.ok(
    Math.abs((other.score ?? 0) - (plain.score ?? 0)) < 1e-6,
    `${name}: ${other.score}, ${plain.score}`,
  );
}

test('tiny problems have the same answer under other names and in another order', async () => {
  for (let seed = 0; seed < 60; seed += 1)
    for (const isHarsh of [false, true])
      await assertSameAnswer(tinyProblem(`names ${seed}`, isHarsh), `${seed} ${isHarsh}`);
});

test('problems of a class have the same proven best under other names and in another order', async () => {
  for (const [at, longest] of [1, 2, 3, 4].entries()) {
    const options = { seed: `names ${at}`, learners: 14 + at, units: 7, sites: 3, periods: 16, longest };
    const { problem } = generateRotationProblem({ ...options, tightness: 0.7, pools: 1, fairness: 1 });
    await assertSameAnswer(problem, `class ${at}`);
  }
});
