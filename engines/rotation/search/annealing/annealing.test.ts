import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateRotationProblem } from '../../generate/generate-problem.ts';
import { compileModel } from '../../model/compile-model.ts';
import type { Model } from '../../model/model.ts';
import { randomFrom } from '../../random.ts';
import { scorePlan } from '../../score-plan.ts';
import { programmesOf } from '../../testing/brute-force.ts';
import { tinyProblem } from '../../testing/tiny-problem.ts';
import { withoutMinima } from '../../testing/without-minima.ts';
import { type Column, columnOf } from '../column.ts';
import { anneal } from './anneal.ts';
import { draftChange } from './moves.ts';
import {
  columnsOf,
  type Draft,
  gainOf,
  occupy,
  openTimetable,
  settleDraft,
  type Timetable,
} from './timetable.ts';

type Problem = ReturnType<typeof tinyProblem>;

/** The blocks of a plan as columns of the model. */
function columnsFrom(problem: Problem, model: Model, plan: readonly Problem['pins'][]): Column[] {
  return model.learners.map((learner) => {
    const blocks = [...plan[learner.index]!].sort((a, b) => a.start - b.start);
    const options = blocks.map(({ unit, site }) => {
      const own = [...learner.units].findIndex((u) => problem.units[u]!.id === unit);
      return own * model.sites + problem.sites.findIndex(({ id }) => id === site);
    });
    return columnOf(model, learner, { options, starts: blocks.map(({ start }) => start) });
  });
}

/** The same columns as a plan for the independent judge. */
function planFrom(problem: Problem, model: Model, columns: readonly Column[]) {
  const learners = columns.map(({ learner, path }) => ({
    id: problem.learners[learner]!.id,
    blocks: path.options.map((option, i) => ({
      unit: problem.units[model.learners[learner]!.units[Math.floor(option / model.sites)]!]!.id,
      site: problem.sites[option % model.sites]!.id,
      start: path.starts[i]!,
    })),
  }));
  return { learners };
}

const ofPlaces = new Set(['over-max', 'under-min', 'over-pool', 'under-pool']);

function walk(table: Timetable, seed: string, steps: number): void {
  const random = randomFrom(seed);
  const row = () => new Int32Array(table.width);
  const draft: Draft = { learner: 0, from: 0, to: 0, unit: row(), site: row(), start: row() };
  const free = table.model.learners.filter(({ need }) => need > 0);
  for (let step = 0; step < steps && free.length; step++) {
    const { index, need } = free[random.below(free.length)]!;
    if (!draftChange(table, draft, index, random.below(need), random)) continue;
    const gain = gainOf(table, draft);
    if (gain === -Infinity) continue;
    const breach = { broken: 0, cost: 0 };
    occupy(table, draft, breach);
    settleDraft(table, draft, gain, breach);
  }
}

test('however blocks are moved, own rules hold, and score and broken heads are those of the judge', () => {
  for (let seed = 0; seed < 120; seed++) {
    const problem = tinyProblem(String(seed), seed % 2 === 0);
    const model = compileModel(problem);
    const wide = withoutMinima(problem);
    const start = problem.learners.map((learner) =>
      programmesOf(problem, learner).find((blocks) => {
        const { violations } = scorePlan(
          { ...wide, learners: [learner], pins: problem.pins.filter((pin) => pin.learner === learner.id) },
          { learners: [{ id: learner.id, blocks }] },
        );
        return violations.length === 0;
      }),
    );
    if (start.includes(undefined)) continue;
    const table = openTimetable(
      model,
      columnsFrom(
        problem,
        model,
        start.map((blocks, i) =>
          (blocks ?? []).map((block) => ({ learner: problem.learners[i]!.id, ...block })),
        ),
      ),
      1,
    );
    walk(table, String(seed), 200);
    const judged = scorePlan(problem, planFrom(problem, model, columnsOf(table, table)));
    const own = judged.violations.filter(({ code }) => !ofPlaces.has(code));
    assert.deepEqual(own, [], `seed ${seed}`);
    const broken = judged.violations.reduce((sum, { params }) => sum + Number(params['amount']), 0);
    assert.equal(table.broken, broken, `seed ${seed}: broken`);
    assert.equal(table.cost, broken, `seed ${seed}: cost`);
    assert.ok(
      Math.abs(table.total + model.fairness * table.lowest - judged.score) < 1e-6,
      `seed ${seed}: score`,
    );
  }
});

test('annealing improves the plan it begins with, says only feasible plans, and repeats itself', () => {
  const options = { seed: 'anneal', learners: 12, units: 18, periods: 40, groups: 3, pools: 2, largest: 2 };
  const { problem, planted } = generateRotationProblem(options);
  const model = compileModel(problem);
  const start = columnsFrom(
    problem,
    model,
    planted.map(({ learner, blocks }) => blocks.map((block) => ({ learner: learner.id, ...block }))),
  );
  const before = scorePlan(problem, planFrom(problem, model, start)).score;
  const run = (): number[] => {
    const scores: number[] = [];
    anneal(model, start, {
      ...{ random: randomFrom('1'), changes: 100_000, hot: 0.03, cold: 0.004, mayGoOn: () => true },
      onPlan: (columns, score) => {
        const judged = scorePlan(problem, planFrom(problem, model, columns));
        assert.deepEqual(judged.violations, []);
        assert.ok(Math.abs(judged.score - score) < 1e-6);
        scores.push(score);
      },
    });
    return scores;
  };
  const first = run();
  assert.ok(first.at(-1)! > before, `${first.at(-1)} after ${before}`);
  assert.deepEqual(run(), first);
});
