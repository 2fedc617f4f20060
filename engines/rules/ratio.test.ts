import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from './day.ts';
import { allowedCount, peak, type RatioLimit, ratioCondition, ratioHolds } from './ratio.ts';

const rounding = fc.constantFrom('down', 'up', 'nearest', undefined);
const someLimit = fc.record({
  parts: fc.integer({ min: 1, max: 200 }),
  in: fc.integer({ min: 1, max: 1000 }),
  rounding,
  atLeast: fc.option(fc.nat(5), { nil: undefined }),
});

/** The law's sentence in whole-number arithmetic without an upper bound, searched from below. */
function searched(basis: number, limit: RatioLimit): number {
  let allowed = 0;
  const product = BigInt(basis) * BigInt(limit.parts);
  const fits = (count: number) => {
    const doubled = 2n * BigInt(count) * BigInt(limit.in);
    if (limit.rounding === 'up') return doubled < 2n * (product + BigInt(limit.in));
    if (limit.rounding === 'nearest') return doubled <= 2n * product + BigInt(limit.in);
    return doubled <= 2n * product;
  };
  while (fits(allowed + 1)) allowed += 1;
  return Math.max(allowed, limit.atLeast ?? 0);
}

test('the allowed count is the largest that exact arithmetic allows', () => {
  fc.assert(
    fc.property(fc.nat(300), someLimit, (basis, limit) => {
      assert.equal(allowedCount(basis, limit), searched(basis, limit));
    }),
    { numRuns: 300 },
  );
});

test('a fifth of fifteen is three, which binary fractions get wrong', () => {
  assert.equal(allowedCount(15, { parts: 20, in: 100, rounding: 'up' }), 3);
  assert.ok(ratioHolds(0, 0, { parts: 10, in: 100 }));
  assert.ok(!ratioHolds(1, 0, { parts: 10, in: 100 }));
  assert.ok(ratioHolds(3, 4, { parts: 15, in: 100, atLeast: 3 }));
});

test('the peak is the fullest day of the window', () => {
  const first = '2026-01-01';
  const span = fc
    .tuple(fc.nat(40), fc.nat(15))
    .map(([start, length]) => ({ from: addDays(first, start), to: addDays(first, start + length) }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), fc.nat(40), fc.nat(20), (spans, start, length) => {
      let most = 0;
      for (let ahead = start; ahead <= start + length; ahead += 1) {
        const day = addDays(first, ahead);
        most = Math.max(most, spans.filter(({ from, to }) => from <= day && day <= to).length);
      }
      assert.equal(peak(spans, addDays(first, start), addDays(first, start + length)), most);
    }),
  );
});

test('each way out of a ratio is enough, and one person or one basis less is not', () => {
  const ratio = { code: 'share', count: 'n', basis: 'staff', parts: 10, in: 100 } as const;
  const condition = ratioCondition(ratio);
  const at = { on: '2026-01-01', rank: Number.POSITIVE_INFINITY };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(5000), (count, staff) => {
      const facts = { n: count, staff };
      if (condition.holds(facts, at) === true) return;
      const [fewer, more] = condition.change?.(facts, at) ?? [];
      assert.equal(condition.holds({ ...facts, n: fewer?.value }, at), true);
      assert.equal(condition.holds({ ...facts, n: Number(fewer?.value) + 1 }, at), false);
      assert.equal(condition.holds({ ...facts, staff: more?.value }, at), true);
      assert.equal(condition.holds({ ...facts, staff: Number(more?.value) - 1 }, at), false);
    }),
  );
});

test('spans are counted only when the window is known', () => {
  const condition = ratioCondition({
    code: 's',
    count: 'n',
    basis: 'staff',
    window: ['a', 'b'],
    parts: 1,
    in: 2,
  });
  const at = { on: '2026-01-01', rank: 1 };
  const facts = { n: [{ from: '2026-01-01', to: '2026-01-02' }], staff: 2 };
  assert.deepEqual(condition.holds({ ...facts, a: '2026-01-01' }, at), { missing: ['b'] });
  assert.equal(condition.holds({ ...facts, a: '2026-01-01', b: '2026-02-01' }, at), true);
});
