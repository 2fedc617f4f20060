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
  const answers = await Promise.allSettled([few, broken, many].map((order) => calculateForecast(order)));
  assert.equal(answers[1]?.status, 'rejected');
  const solver = await loadSolver();
  const fewAnswer = answers[0];
  const manyAnswer = answers[2];
  assert.ok(fewAnswer?.status === 'fulfilled' && manyAnswer?.status === 'fulfilled');
  assert.deepEqual(fewAnswer.value, runForecast(few.plan, { ...few, solver }));
  assert.deepEqual(manyAnswer.value, runForecast(many.plan, { ...many, solver }));
  assert.notDeepEqual(fewAnswer.value, manyAnswer.value);
});

test('how far it is, is told; stopped in the middle it ends, and the next one is calculated', async () => {
  const order = { plan: plan(20), runs: 200, seed: 'one' };
  const steps: string[] = [];
  await calculateForecast(order, {
    onProgress: ({ step, done, total }) => steps.push(`${step} ${done}/${total}`),
  });
  assert.deepEqual(steps, ['figures 1/1', 'orders 1/1']);
  const stop = new AbortController();
  const stopped = calculateForecast(
    { ...order, runs: 100_000 },
    { signal: stop.signal, onProgress: () => stop.abort() },
  );
  const before = calculateForecast(order, {
    signal: AbortSignal.abort(new Error('cancelled before its turn')),
  });
  await assert.rejects(stopped, /stopped/);
  await assert.rejects(before, /cancelled before its turn/);
  const { occupations } = await calculateForecast(order);
  assert.equal(occupations.length, 1);
});
