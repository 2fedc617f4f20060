import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { binomialAt, binomialSampler, binomialSearcher, binomialTable } from './binomial.ts';

/** P(X ≤ k) by adding one trial after the other, which shares nothing with the ratio of terms. */
function cumulativeByTrials(n: number, p: number): number[] {
  let chances = [1];
  for (let trial = 0; trial < n; trial++) {
    chances = Array.from({ length: chances.length + 1 }, (_, k) => {
      return (chances[k] ?? 0) * (1 - p) + (chances[k - 1] ?? 0) * p;
    });
  }
  let sum = 0;
  return chances.map((chance) => {
    sum += chance;
    return sum;
  });
}

const trials = fc.integer({ min: 0, max: 60 });
const chance = fc.oneof(fc.constantFrom(0, 1, 1e-9, 0.5), fc.double({ min: 0, max: 1, noNaN: true }));

test('a draw is the quantile of the trial-by-trial distribution', () => {
  fc.assert(
    fc.property(trials, chance, fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (n, p, u) => {
      const cumulative = cumulativeByTrials(n, p);
      const drawn = binomialAt(binomialTable(n, p), u);
      assert.ok(drawn >= 0 && drawn <= n && Number.isInteger(drawn));
      assert.ok(cumulative[drawn]! >= u - 1e-10, 'reaches u');
      assert.ok(drawn === 0 || cumulative[drawn - 1]! <= u + 1e-10, 'and not one earlier');
    }),
  );
});

test('large numbers keep their mean and variance', () => {
  for (const [n, p] of [
    [1_000_000, 0.02],
    [250_000, 0.5],
    [5_000, 0.999],
  ] as const) {
    const { low, cumulative } = binomialTable(n, p);
    let mean = 0;
    let square = 0;
    for (let i = 0; i < cumulative.length; i++) {
      const weight = cumulative[i]! - (cumulative[i - 1] ?? 0);
      mean += weight * (low + i - n * p);
      square += weight * (low + i - n * p) ** 2;
    }
    assert.ok(Math.abs(mean) < 1e-4 * Math.sqrt(n * p), `${n} ${p} mean off by ${mean}`);
    assert.ok(Math.abs(square / (n * p * (1 - p)) - 1) < 1e-6);
  }
});

test('a sampler answers like fresh tables, in any order', () => {
  fc.assert(
    fc.property(
      chance,
      fc.array(fc.tuple(trials, fc.double({ min: 0.001, max: 0.999, noNaN: true }))),
      (p, draws) => {
        const sample = binomialSampler(p);
        for (const [n, u] of draws) assert.equal(sample(n, u), binomialAt(binomialTable(n, p), u));
      },
    ),
  );
});

test('searching from zero and looking up a table give the same draw', () => {
  const unit = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), chance, unit, (n, p, u) => {
      const [searched, looked] = [binomialSearcher(p)(n, u), binomialSampler(p)(n, u)];
      // At the very edge of a step the two sums may round to either side.
      if (searched === looked) return;
      const table = binomialTable(n, p);
      const edge = table.cumulative[Math.min(searched, looked) - table.low] ?? Number.NaN;
      assert.ok(Math.abs(edge - u) < 1e-9, `${n} ${p} ${u}: ${searched}, ${looked}`);
    }),
    { numRuns: 2_000 },
  );
});
