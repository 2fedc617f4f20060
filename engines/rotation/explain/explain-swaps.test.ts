import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRotationProblem } from '../format/parse-rotation-problem.ts';
import { type GeneratedProblem, generateRotationProblem } from '../generate/generate-problem.ts';
import { scorePlan } from '../score-plan.ts';
import { explainSwaps } from './explain-swaps.ts';

const planOf = ({ planted }: GeneratedProblem) => ({
  learners: planted.map(({ learner, blocks }) => ({ id: learner.id, score: 0, blocks })),
});

test('each swap changes the scores of the two, and breaks rules, as scoring the whole plan says', () => {
  let possible = 0;
  let impossible = 0;
  for (const seed of ['1', '2', '3', '4']) {
    const made = generateRotationProblem({ seed, learners: 8 });
    const parsed = parseRotationProblem(made.problem);
    assert.ok(parsed.ok);
    const { problem } = parsed;
    const plan = planOf(made);
    const before = scorePlan(problem, plan);
    assert.deepEqual(before.violations, []);
    const own = (scored: typeof before, id: string) =>
      scored.learners.find((one) => one.id === id)?.score ?? Number.NaN;
    for (const { id, blocks } of plan.learners) {
      for (const mine of blocks) {
        for (const effect of explainSwaps(problem, plan, id, mine.unit)) {
          const swapped = {
            learners: plan.learners.map((one) => ({
              id: one.id,
              blocks: one.blocks.map((block) => {
                if (block.unit !== mine.unit) return block;
                return one.id === id ? effect.block : one.id === effect.learner ? mine : block;
              }),
            })),
          };
          const after = scorePlan(problem, swapped);
          assert.ok(Math.abs(own(after, id) - own(before, id) - effect.own) < 1e-9);
          assert.ok(
            Math.abs(own(after, effect.learner) - own(before, effect.learner) - effect.theirs) < 1e-9,
          );
          const isBroken = effect.broken.length > 0;
          if (!effect.broken.includes('size')) assert.equal(after.violations.length > 0, isBroken);
          if (isBroken) impossible += 1;
          else possible += 1;
        }
      }
    }
  }
  assert.ok(possible > 10 && impossible > 10, `${possible} possible, ${impossible} not`);
});

test('a block that is not there has nothing to swap', () => {
  const made = generateRotationProblem({ seed: '5', learners: 4 });
  const [first] = made.planted;
  assert.deepEqual(explainSwaps(made.problem, planOf(made), 'nobody', 'u1'), []);
  assert.deepEqual(explainSwaps(made.problem, planOf(made), first?.learner.id ?? '', 'nothing'), []);
});
