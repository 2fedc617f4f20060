import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../format/plan-format.ts';
import type { RotationProblem } from '../format/problem-format.ts';
import { scorePlan } from '../score-plan.ts';
import { solveRotation } from '../solve-rotation.ts';
import { programmesOf } from '../testing/brute-force.ts';
import { tinyProblem } from '../testing/tiny-problem.ts';
import { withoutMinima } from '../testing/without-minima.ts';
import { type Choosable, explainChoices } from './explain-choices.ts';

const now = () => performance.now() / 1000;
type Plan = { learners: { id: string; blocks: Block[] }[] };

function swapIn(plan: Plan, id: string, blocks: Block[]): Plan {
  return { learners: plan.learners.map((learner) => (learner.id === id ? { id, blocks } : learner)) };
}

/** The answer by trying every programme of the learner. */
function tried(problem: RotationProblem, plan: Plan, id: string, has: (block: Block) => boolean): Choosable {
  const learner = problem.learners.find((one) => one.id === id)!;
  const programmes = programmesOf(problem, learner).filter((blocks) => blocks.some(has));
  const score = (given: Plan): number =>
    scorePlan(problem, given).learners.find((one) => one.id === id)?.score ?? 0;
  const scores = programmes
    .map((blocks) => swapIn(plan, id, blocks))
    .filter((given) => scorePlan(problem, given).violations.length === 0)
    .map(score);
  if (scores.length > 0) return { code: 'open', loss: score(plan) - Math.max(...scores) };
  const alone = {
    ...withoutMinima(problem),
    learners: [learner],
    pins: problem.pins.filter((one) => one.learner === id),
  };
  const isPossible = programmes.some(
    (blocks) => scorePlan(alone, { learners: [{ id, blocks }] }).violations.length === 0,
  );
  return { code: isPossible ? 'full' : 'own-rules' };
}

test('every other start and site is answered as trying every programme answers it', async () => {
  const seen = new Map<string, number>();
  for (let seed = 0; seed < 30; seed++) {
    const problem = tinyProblem(String(seed), false);
    const plan = await solveRotation(problem, { now });
    if (plan.score === null) continue;
    const { learners } = scorePlan(problem, plan);
    for (const explained of explainChoices(problem, plan)) {
      const { learner: id, blocks, siteChanges, waits, score } = explained;
      const own = problem.learners.find((one) => one.id === id)!;
      if (programmesOf(problem, own).length > 300) continue;
      assert.equal(score, learners.find((one) => one.id === id)?.score);
      const sum = blocks.reduce((all, block) => all + block.value, 0) + siteChanges.cost + waits.cost;
      assert.ok(Math.abs(sum - score) < 1e-9, `${sum} is not ${score}`);
      for (const { unit, site, starts, sites } of blocks) {
        const check = ({ code, ...rest }: Choosable & object, has: (block: Block) => boolean) => {
          const expected = tried(problem, plan, id, (block) => block.unit === unit && has(block));
          const loss = 'loss' in rest ? { loss: rest.loss } : {};
          assert.deepEqual({ code, ...loss }, expected, `seed ${seed} ${id} ${unit}`);
          const key = expected.code === 'open' && expected.loss > 0 ? 'worse' : expected.code;
          seen.set(key, (seen.get(key) ?? 0) + 1);
        };
        for (const one of starts) check(one, (block) => block.site === site && block.start === one.start);
        for (const one of sites) check(one, (block) => block.site === one.site);
      }
    }
  }
  for (const code of ['open', 'worse', 'full', 'own-rules']) assert.ok((seen.get(code) ?? 0) > 5, code);
});

test('ends with the learners done so far', async () => {
  const problem = tinyProblem('3', false);
  const plan = await solveRotation(problem, { now });
  let asked = 0;
  assert.equal(explainChoices(problem, plan, () => ++asked < 2).length, 1);
});
