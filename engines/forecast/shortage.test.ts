import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chanceAbove, expectedIdle, expectedLeft, shortageOf } from './shortage.ts';
import { tallyOf } from './statistics.ts';

test('shortage left, idle people and chances are what counting run by run gives', () => {
  const gaps = fc.array(fc.integer({ min: -6, max: 9 }), { minLength: 1, maxLength: 30 });
  const cover = fc.oneof(fc.nat(10), fc.double({ min: 0, max: 10, noNaN: true }));
  fc.assert(
    fc.property(gaps, cover, fc.constantFrom(0, 0.25), (heads, people, floor) => {
      const shortage = shortageOf(tallyOf(Float64Array.from(heads), floor));
      const needs = heads.map((gap) => Math.max(0, gap + floor));
      const mean = (value: (need: number) => number) =>
        needs.reduce((sum, n) => sum + value(n), 0) / needs.length;
      const near = (found: number, wanted: number) =>
        assert.ok(Math.abs(found - wanted) < 1e-9, `${found} ${wanted}`);
      near(
        expectedLeft(shortage, people),
        mean((need) => Math.max(0, need - people)),
      );
      near(
        expectedIdle(shortage, people),
        mean((need) => Math.max(0, people - need)),
      );
      near(
        chanceAbove(shortage, people),
        mean((need) => (need > people ? 1 : 0)),
      );
    }),
  );
});
