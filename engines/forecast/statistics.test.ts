import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { meanOf, percentilesOf, rounded, tallyOf } from './statistics.ts';

const narrow = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 200 });
const wide = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 50 });
const base = fc.constantFrom(0, 12, 0.3, 107.25);

test('a tally spells out to the sorted sample, narrow or wide', () => {
  fc.assert(
    fc.property(fc.oneof(narrow, wide), base, (heads, floor) => {
      const { values, counts, size } = tallyOf(Float64Array.from(heads), floor);
      const spelt = Array.from(values).flatMap((value, i) => new Array<number>(counts[i]!).fill(value));
      const sorted = heads.map((value) => floor + value).sort((a, b) => a - b);
      assert.equal(size, heads.length);
      assert.deepEqual(spelt, sorted);
    }),
  );
});

test('a percentile is the smallest value with its share at or below it', () => {
  fc.assert(
    fc.property(fc.oneof(narrow, wide), (heads) => {
      const found = percentilesOf(tallyOf(Float64Array.from(heads), 0));
      for (const [percent, value] of [
        [10, found.p10],
        [50, found.p50],
        [90, found.p90],
      ] as const) {
        assert.ok(heads.includes(value));
        assert.ok(heads.filter((h) => h <= value).length * 100 >= percent * heads.length);
        assert.ok(heads.filter((h) => h < value).length * 100 < percent * heads.length);
      }
    }),
  );
});

test('means and rounding', () => {
  assert.equal(meanOf(tallyOf(Float64Array.of(1, 2, 2, 7), 0.5)), 3.5);
  assert.equal(rounded(1.23456789), 1.234568);
  assert.ok(Object.is(rounded(-1e-9), 0));
});
