import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type BackTestCase, pinballLoss, scoreForecasts, trendAhead } from './back-test.ts';

const heads = fc.integer({ min: 0, max: 200 });

test('of all numbers one could say for a share, the percentile of what happens loses least', () => {
  fc.assert(
    fc.property(
      fc.array(heads, { minLength: 1, maxLength: 30 }),
      fc.constantFrom(0.1, 0.5, 0.9),
      (seen, q) => {
        const sorted = [...seen].sort((left, right) => left - right);
        const percentile = sorted[Math.max(0, Math.ceil(Number((q * sorted.length).toFixed(9))) - 1)]!;
        const loss = (said: number) => seen.reduce((sum, actual) => sum + pinballLoss(q, said, actual), 0);
        const least = loss(percentile);
        for (let said = 0; said <= 200; said += 1) assert.ok(loss(said) >= least - 1e-9);
      },
    ),
  );
});

test('a straight line is continued exactly', () => {
  fc.assert(
    fc.property(heads, fc.integer({ min: -5, max: 5 }), fc.integer({ min: 2, max: 20 }), (from, step, n) => {
      const history = Array.from({ length: n }, (_, i) => from + step * i);
      for (const ahead of [1, 4]) {
        assert.ok(Math.abs(trendAhead(history, ahead) - (from + step * (n - 1 + ahead))) < 1e-6);
      }
    }),
  );
  assert.equal(trendAhead([7], 3), 7);
});

const perfect = (actual: number, history: number[]): BackTestCase => ({
  horizon: 1,
  forecast: { p10: actual, p50: actual, p90: actual },
  actual,
  history,
});

test('saying what the last figure says has no skill against it; knowing what happens has all of it', () => {
  const naive = [90, 110, 95].map((actual): BackTestCase => {
    return { ...perfect(100, [80, 100]), actual };
  });
  assert.equal(scoreForecasts(naive).lastValue.skill, 0);
  const score = scoreForecasts([perfect(90, [100]), perfect(120, [100])]);
  assert.deepEqual([score.pinball, score.coverage, score.bias], [0, 1, 0]);
  assert.equal(score.lastValue.skill, 1);
  assert.equal(scoreForecasts([perfect(100, [100])]).trend.skill, null);
});

test('coverage counts the cases within, bias says which way they miss', () => {
  const wide = (actual: number): BackTestCase => ({
    horizon: 2,
    forecast: { p10: 95, p50: 100, p90: 105 },
    actual,
    history: [100],
  });
  const score = scoreForecasts([wide(95), wide(100), wide(94), wide(80)]);
  assert.equal(score.coverage, 0.375);
  assert.equal(score.bias, 7.75);
});
