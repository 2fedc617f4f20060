import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ForecastPlan, parseForecastPlan, runForecast } from '@dualtrack/forecast';
import { loadSolver } from '@dualtrack/solver';
import { calculateForecast } from './calculate-forecast.ts';

function plan(headcount: number): ForecastPlan {
  const parsed = parseForecastPlan({
    format: 'dualtrack/forecast-plan@1',
    start: '2027-Q1',
    quarters: 6,
    occupations: [{ id: 'welder', headcount, attrition: 0.04 }],
    lines: [
      { id: 'line', units: [10, 10, 12, 14, 14, 14], staffing: [{ occupation: 'welder', perUnit: 2 }] },
    ],
    projects: [],
    supply: [],
    training: [],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

test('three at once: each gets its own figures, the same as without a thread; a broken one harms no other', async () => {
  const orders = [20, 24].map((headcount) => ({ plan: plan(headcount), runs: 200, seed: 'one' }));
  const [few, many] = orders;
  assert.ok(few && many);
  // Not a plan: what a defect of ours would hand over.
  const broken = { ...few, plan: {} as ForecastPlan };
  const answers = await Promise.allSettled([few, broken, many].map(calculateForecast));
  assert.equal(answers[1]?.status, 'rejected');
  const solver = await loadSolver();
  const fewAnswer = answers[0];
  const manyAnswer = answers[2];
  assert.ok(fewAnswer?.status === 'fulfilled' && manyAnswer?.status === 'fulfilled');
  assert.deepEqual(fewAnswer.value, runForecast(few.plan, { ...few, solver }));
  assert.deepEqual(manyAnswer.value, runForecast(many.plan, { ...many, solver }));
  assert.notDeepEqual(fewAnswer.value, manyAnswer.value);
});
