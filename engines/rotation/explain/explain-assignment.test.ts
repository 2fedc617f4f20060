import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block } from '../format/plan-format.ts';
import type { RotationProblem } from '../format/problem-format.ts';
import { scorePlan } from '../score-plan.ts';
import { solveRotation } from '../solve-rotation.ts';
import { programmesOf } from '../testing/brute-force.ts';
import { tinyProblem } from '../testing/tiny-problem.ts';
import { withoutMinima } from '../testing/without-minima.ts';
import { explainAssignment } from './explain-assignment.ts';

const now = () => performance.now() / 1000;

type Plan = { learners: { id: string; blocks: Block[] }[] };

function swapIn(plan: Plan, id: string, blocks: Block[]): Plan {
  return { learners: plan.learners.map((learner) => (learner.id === id ? { id, blocks } : learner)) };
}

function ownScore(problem: RotationProblem, plan: Plan, id: string): number {
  return scorePlan(problem, plan).learners.find((learner) => learner.id === id)!.score;
}

const best = (scores: number[]): number | null => (scores.length ? Math.max(...scores) : null);

test('what a learner could have is what trying every programme says', async () => {
  let wishes = 0;
  let full = 0;
  for (let seed = 0; seed < 120; seed++) {
    const problem = tinyProblem(String(seed), false);
    const plan = await solveRotation(problem, { now });
    for (const learner of problem.learners) {
      const alone = { ...withoutMinima(problem), learners: [learner], pins: [] };
      const programmes = programmesOf(problem, learner).filter(
        (blocks) => !scorePlan(alone, { learners: [{ id: learner.id, blocks }] }).violations.length,
      );
      if (programmes.length > 400) continue;
      const explanation = explainAssignment(problem, plan, learner.id)!;
      const scoreOf = (blocks: Block[]): number =>
        ownScore(problem, swapIn(plan, learner.id, blocks), learner.id);
      const label = `seed ${seed} ${learner.id}`;
      assert.equal(explanation.score, ownScore(problem, plan, learner.id), label);
      assert.equal(explanation.ideal.score, best(programmes.map(scoreOf)), label);
      const allowed = programmes.filter(
        (blocks) => !scorePlan(problem, swapIn(plan, learner.id, blocks)).violations.length,
      );
      assert.equal(explanation.open.score, best(allowed.map(scoreOf)), label);
      for (const wish of [...explanation.blocks.flatMap((block) => block.wishes), ...explanation.untaken]) {
        wishes++;
        const having = programmes.filter((blocks) =>
          blocks.some(({ unit, site }) => unit === wish.unit && site === wish.site),
        );
        const reachable = best(having.map(scoreOf));
        assert.equal(wish.gain, reachable === null ? null : reachable - explanation.score, label);
        assert.ok(wish.limits.length > 0, label);
        for (const limit of wish.limits) {
          if (limit.code !== 'full') continue;
          full++;
          assertFull(problem, plan, learner.id, limit.params);
        }
      }
    }
  }
  assert.ok(wishes > 60, `${wishes} wishes`);
  assert.ok(full >= 5, `${full} full places`);
});

function assertFull(
  problem: RotationProblem,
  plan: Plan,
  id: string,
  place: { site: string; unit: string; periods: number[]; learners: string[] },
): void {
  const { max } = problem.places.find(({ site, unit }) => site === place.site && unit === place.unit)!;
  const length = problem.units.find((unit) => unit.id === place.unit)!.length;
  const size = (learner: string): number => problem.learners.find((l) => l.id === learner)!.size;
  const presentAt = (t: number): string[] =>
    plan.learners.flatMap((learner) =>
      learner.blocks.some(
        (b) => b.site === place.site && b.unit === place.unit && b.start <= t && t < b.start + length,
      )
        ? [learner.id]
        : [],
    );
  for (const t of place.periods) {
    const heads = presentAt(t).reduce((sum, learner) => sum + size(learner), 0);
    assert.ok(heads + size(id) > max[t]!);
  }
  const holders = new Set(place.periods.flatMap(presentAt));
  assert.deepEqual(new Set(place.learners), holders);
}

test('says who is in the way and what it would cost them', async () => {
  const learner = (id: string, wish: number): RotationProblem['learners'][number] => ({
    id,
    size: 1,
    take: { trade: 1 },
    units: { welding: 0 },
    sites: { north: wish },
    cannot: [],
    away: [],
    weights: { unit: 1, site: 1, siteChange: 0, wait: 0 },
  });
  const problem: RotationProblem = {
    format: 'dualtrack/rotation-problem@1',
    periods: 2,
    units: [{ id: 'welding', length: 2, group: 'trade', hostScore: 0 }],
    sites: [{ id: 'north' }, { id: 'south' }, { id: 'west' }],
    places: [
      { site: 'north', unit: 'welding', min: [0, 0], max: [1, 1] },
      { site: 'south', unit: 'welding', min: [0, 0], max: [9, 9] },
    ],
    pools: [],
    before: [],
    learners: [learner('a', 5), learner('b', 3)],
    fairness: 0,
    pins: [],
  };
  const plan = await solveRotation(problem, { now });
  const explanation = explainAssignment(problem, plan, 'b')!;
  const worth = plan.prices!.reduce((sum, { price }) => sum + price, 0);
  assert.deepEqual(explanation.blocks, [
    {
      unit: 'welding',
      site: 'south',
      start: 0,
      value: 0,
      wishes: [
        {
          unit: 'welding',
          site: 'north',
          gain: 3,
          limits: [
            {
              code: 'full',
              params: {
                site: 'north',
                unit: 'welding',
                periods: [0, 1],
                learners: ['a'],
                price: worth,
                swaps: [{ learner: 'a', loss: 5 }],
              },
            },
          ],
        },
      ],
    },
  ]);
  // One more place in the north would bring b's 3 points; the prices may say anything up to a's 5.
  assert.ok(worth >= 3 && worth <= 5, `${worth}`);
  assert.ok(plan.prices!.every(({ site, kind }) => site === 'north' && kind === 'max'));
});
