import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseForecastPlan, runForecast } from '@dualtrack/forecast';
import { refusal } from '@dualtrack/platform/testing';
import { loadSolver } from '@dualtrack/solver';
import { type DemandKit, demandKit } from '../testing/demand-kit.ts';
import { makeForecast } from './make-forecast.ts';
import { getForecast, listForecasts, removeForecast } from './read-forecast.ts';
import { listForecastRuns, mostScenarios } from './run-forecast.ts';
import { compareScenarios, makeScenario } from './scenarios.ts';

let kit: DemandKit;
before(async () => {
  kit = await demandKit();
});
after(() => kit.close());

const span = { name: '', start: '2026-Q4', quarters: 12, runs: 300, seed: 'x', changes: [] };
const half = [{ kind: 'scale-attrition' as const, factor: 0.5 }];

const runRow = async (runId: string) => {
  const text = 'select state, problem, result, done_steps, total_steps, note from long_run where id = $1';
  return (await kit.admin.query(text, [runId])).rows[0];
};

/** Does something while a statement has been carried out and is not committed yet. */
async function holding<T>(text: string, values: unknown[], work: () => Promise<T>): Promise<T> {
  await kit.admin.query('begin');
  try {
    await kit.admin.query(text, values);
    return await work();
  } finally {
    await kit.admin.query('commit');
  }
}

test('a forecast is a run that is found again, says how far it came, and holds what the engine says', async () => {
  const hr = kit.actor('enterprise-hr');
  const underWay = () => kit.call(listForecastRuns, hr, { kind: 'forecast' });
  // Nothing can be kept until the lock goes, so the run is seen while it works.
  const { id, runId } = await holding('lock table forecast_run in share row exclusive mode', [], async () => {
    const asked = await kit.call(makeForecast, hr, span);
    assert.deepEqual(
      (await underWay()).items.map((one) => one.runId),
      [asked.runId],
    );
    const other = kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm });
    assert.deepEqual((await kit.call(listForecastRuns, other, { kind: 'forecast' })).items, []);
    return asked;
  });
  await kit.settle();
  assert.deepEqual((await underWay()).items, []);
  const ended = await runRow(runId);
  assert.deepEqual([ended.state, ended.result, ended.done_steps], ['done', { forecastId: id }, 1]);
  assert.equal(ended.note.step, 'orders');
  const { plan, result } = await kit.call(getForecast, hr, { forecastId: id });
  const { runs, seed } = span;
  const parsed = parseForecastPlan(plan);
  assert.ok(parsed.ok);
  assert.deepEqual(result, runForecast(parsed.value, { runs, seed, solver: await loadSolver() }));
  // Killed after its result was kept, a run is done again; there is still one forecast, the same.
  await kit.admin.query(`update long_run set state = 'waiting' where id = $1`, [runId]);
  await kit.admin.query('insert into run_queue (run_id, tenant_id) values ($1, $2)', [runId, kit.ids.firm]);
  await kit.settle();
  assert.equal((await runRow(runId)).state, 'done');
  assert.equal((await kit.call(listForecasts, hr, { page: 1, size: 50 })).total, 1);
  assert.deepEqual((await kit.call(getForecast, hr, { forecastId: id })).result, result);
});

test('a scenario whose forecast is gone when it is done, or whose place was taken, is told so and not kept', async () => {
  const hr = kit.actor('enterprise-hr');
  const { id: forecastId } = await kit.forecast(makeForecast, hr, span);
  const ask = () => kit.call(makeScenario, hr, { forecastId, name: '流失减半', changes: half });
  const asked = await Promise.all(Array.from({ length: mostScenarios + 1 }, ask));
  await kit.settle();
  const states: string[] = [];
  for (const { runId } of asked) states.push((await runRow(runId)).problem?.code ?? 'kept');
  assert.equal(states.filter((state) => state === 'kept').length, mostScenarios);
  assert.equal(states.filter((state) => state === 'scenario.too-many').length, 1);
  await assert.rejects(ask, refusal('scenario.too-many'));
  const { scenarios } = await kit.call(compareScenarios, hr, { forecastId });
  await kit.call(removeForecast, hr, { forecastId: scenarios[0]?.id ?? '' });
  // Deleted after it was asked for and before it can be kept.
  const gone = 'delete from forecast_run where id = $1 or base_id = $1';
  const late = await holding(gone, [forecastId], ask);
  await kit.settle();
  const of = { kind: 'scenario' as const, baseId: forecastId };
  const failed = await kit.call(listForecastRuns, hr, of);
  const { state, problem } = await runRow(late.runId);
  assert.deepEqual([state, problem?.code], ['failed', 'thing.not-found']);
  assert.equal(failed.items.at(-1)?.runId, late.runId);
});
