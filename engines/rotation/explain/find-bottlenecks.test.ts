import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../format/plan-format.ts';
import type { RotationProblem } from '../format/problem-format.ts';
import { scorePlan } from '../score-plan.ts';
import { solveRotation } from '../solve-rotation.ts';
import { programmesOf } from '../testing/brute-force.ts';
import { tinyProblem } from '../testing/tiny-problem.ts';
import { findBottlenecks } from './find-bottlenecks.ts';

type Plan = { learners: { id: string; blocks: Block[] }[] };

/** The best own score of a learner while everybody else stays, by trying every programme. */
function bestBy(problem: RotationProblem, plan: Plan, id: string): number {
  const learner = problem.learners.find((one) => one.id === id)!;
  const scores = programmesOf(problem, learner).flatMap((blocks) => {
    const given = { learners: plan.learners.map((one) => (one.id === id ? { id, blocks } : one)) };
    const { violations, learners } = scorePlan(problem, given);
    return violations.length === 0 ? (learners.find((one) => one.id === id)?.score ?? []) : [];
  });
  return Math.max(...scores);
}

test('who would be helped by one more head is who could do better by trying every programme', async () => {
  let bottlenecks = 0;
  for (let seed = 0; seed < 90; seed++) {
    const problem = tinyProblem(`bottleneck ${seed}`, false);
    const plan = await solveRotation(problem, { seconds: 5, now: () => performance.now() / 1_000 });
    if (plan.score === null) continue;
    const stretchOf = (period: number) => String(Math.floor(period / 3));
    const found = findBottlenecks(problem, plan, stretchOf);
    assert.deepEqual(
      found.map((one) => one.learners.length),
      found.map((one) => one.learners.length).sort((a, b) => b - a),
    );
    for (const { site, unit, periods, learners, gain } of found) {
      assert.equal(new Set(periods.map(stretchOf)).size, 1);
      const wider = {
        ...problem,
        places: problem.places.map((place) =>
          place.site === site && place.unit === unit
            ? { ...place, max: place.max.map((n, at) => n + Number(periods.includes(at))) }
            : place,
        ),
      };
      const gains = problem.learners.map(({ id }) => bestBy(wider, plan, id) - bestBy(problem, plan, id));
      assert.deepEqual(
        learners,
        problem.learners.filter((_, at) => gains[at]! > 1e-9).map(({ id }) => id),
      );
      assert.ok(Math.abs(Math.max(...gains) - gain) < 1e-9);
      bottlenecks += 1;
    }
  }
  assert.ok(bottlenecks > 5, `${bottlenecks} bottlenecks`);
});
