import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSolver } from '@dualtrack/solver';
import { generateIntake } from '../generate/generate-intake.ts';
import { diveForPlan } from './dive-phase.ts';
import { assign, emptyOccupancy, isFeasible } from './occupancy.ts';
import { openRun } from './open-run.ts';
import { freePrices } from './prices.ts';
import { solveRelaxation } from './relaxation-phase.ts';
import type { Run } from './run.ts';

test('a dive from the prices of the relaxation ends at a plan that keeps the rules and lies under the bound', async () => {
  const highs = await loadSolver();
  for (const seed of ['1', '2', '3', '4']) {
    const problem = generateIntake({ seed, learners: 12, units: 10, length: 1 });
    let asked = 0;
    const run = openRun(highs, problem, { now: () => asked++, seconds: 1_000_000, seed: '1' });
    const { model } = run.bench;
    const prices = solveRelaxation(run, freePrices(model));
    run.best = null;
    diveForPlan(run, prices);
    const { columns, score } = bestOf(run);
    const plan = emptyOccupancy(model);
    for (const column of columns) assign(model, plan, column.learner, column);
    assert.ok(isFeasible(model, plan));
    assert.ok(score <= run.bound + 1e-6, `seed ${seed}: ${score} over ${run.bound}`);
  }
});

function bestOf({ best }: Run): NonNullable<Run['best']> {
  if (!best) throw new Error('no plan');
  return best;
}
