import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BackTestCase, scoreForecasts } from './back-test.ts';
import { runForecast } from './run.ts';
import { type SimulatedFirm, simulatedFirm } from './simulated-firm.ts';

/** Two quarters to two years ahead, by the plan as `change` leaves it. */
function casesOf(firms: number, change: (plan: SimulatedFirm['plan']) => SimulatedFirm['plan']) {
  return Array.from({ length: firms }, (_, firm): BackTestCase[] => {
    const { plan, gap } = simulatedFirm(firm);
    const { quarters } = runForecast(change(plan), { runs: 600, seed: firm }).occupations[0]!;
    // A gap of nothing is what "as it was last" says: the plan starts with everybody in post who is needed.
    const last = { actual: 0, history: [0] };
    return quarters.slice(2).map((figures, index) => {
      return { ...last, horizon: 2 + index, forecast: figures.gap, actual: gap[2 + index]! };
    });
  }).flat();
}

test('over 1,000 firms with hidden rates, what happens lies within the 80 % interval in 78 to 82 % of cases', (t) => {
  const score = scoreForecasts(casesOf(1_000, (plan) => plan));
  t.diagnostic(`coverage ${score.coverage}, pinball ${score.pinball}, bias ${score.bias}`);
  assert.ok(score.coverage >= 0.78 && score.coverage <= 0.82, String(score.coverage));
  assert.ok(score.lastValue.skill !== null && score.lastValue.skill > 0.3);
});

test('without saying on how much the rates were seen, the interval is too narrow', (t) => {
  const { coverage } = scoreForecasts(
    casesOf(300, (plan) => ({
      ...plan,
      occupations: plan.occupations.map((one) => ({ ...one, attritionSeenOn: undefined })),
      supply: plan.supply.map((one) => ({ ...one, joinRateSeenOn: undefined })),
    })),
  );
  t.diagnostic(`coverage ${coverage}`);
  assert.ok(coverage < 0.78, String(coverage));
});
