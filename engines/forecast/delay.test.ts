import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { delayChances } from './delay.ts';

const meanOf = (chances: Float64Array) => chances.reduce((sum, chance, d) => sum + chance * d, 0);
const entropyOf = (chances: Float64Array) =>
  chances.reduce((sum, c) => (c > 0 ? sum - c * Math.log(c) : sum), 0);

const delays = fc.integer({ min: 0, max: 40 }).chain((max) => {
  return fc.record({ max: fc.constant(max), share: fc.double({ min: 0, max: 1, noNaN: true }) });
});

test('chances add up to 1 and have the wanted mean', () => {
  fc.assert(
    fc.property(delays, ({ max, share }) => {
      const chances = delayChances(share * max, max);
      assert.equal(chances.length, max + 1);
      assert.ok(Math.abs(chances.reduce((a, b) => a + b, 0) - 1) < 1e-9);
      assert.ok(Math.abs(meanOf(chances) - share * max) < 1e-7 * (1 + max));
    }),
  );
});

test('no shift of chance that keeps the mean has a larger entropy', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 12 }),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      fc.nat(),
      fc.constantFrom(-1e-3, 1e-3),
      (max, share, pick, amount) => {
        const chances = delayChances(share * max, max);
        const middle = 1 + (pick % (max - 1));
        // Taking 2 from the middle and giving 1 to each neighbour leaves total and mean alone.
        const moved = chances.slice();
        moved[middle]! -= 2 * amount;
        moved[middle - 1]! += amount;
        moved[middle + 1]! += amount;
        fc.pre(moved.every((chance) => chance >= 0));
        assert.ok(entropyOf(moved) < entropyOf(chances));
      },
    ),
  );
});

test('even chances in the middle, certainty at the ends', () => {
  assert.deepEqual(Array.from(delayChances(0, 3)), [1, 0, 0, 0]);
  assert.deepEqual(Array.from(delayChances(3, 3)), [0, 0, 0, 1]);
  for (const chance of delayChances(1.5, 3)) assert.ok(Math.abs(chance - 0.25) < 1e-12);
  assert.deepEqual(Array.from(delayChances(0, 0)), [1]);
});
