import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  balanceOf,
  courseHours,
  feeOf,
  type LedgerEntry,
  monthOfEntry,
  sumLedger,
  trainingDays,
} from './ledger.ts';

const entry: fc.Arbitrary<LedgerEntry> = fc.record({
  giver: fc.constantFrom('school', 'enterprise'),
  minutes: fc.integer({ min: 0, max: 2_400 }),
  rate: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
});

describe('sums of the ledger', () => {
  test('the sum of the parts is the sum of the whole, whatever the parts and their order', () => {
    fc.assert(
      fc.property(fc.array(entry), fc.array(entry), (one, other) => {
        const [a, b, whole] = [sumLedger(one), sumLedger(other), sumLedger([...other, ...one])];
        for (const side of ['school', 'enterprise'] as const) {
          for (const key of ['minutes', 'fee', 'bartered'] as const) {
            assert.equal(a[side][key] + b[side][key], whole[side][key]);
          }
        }
      }),
    );
  });

  test('each side counts its own minutes only; bartered and paid ones are all of them', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const sums = sumLedger(entries);
        for (const side of ['school', 'enterprise'] as const) {
          let [minutes, paid, fee] = [0, 0, 0n];
          for (const one of entries) {
            if (one.giver !== side) continue;
            minutes += one.minutes;
            if (one.rate === null) continue;
            paid += one.minutes;
            // Half up to the fen, in whole numbers of any size.
            const exact = BigInt(one.minutes) * BigInt(one.rate);
            fee += exact / 60n + (exact % 60n >= 30n ? 1n : 0n);
          }
          assert.deepEqual(sums[side], { minutes, fee: Number(fee), bartered: minutes - paid });
        }
      }),
    );
  });

  test('with the sides exchanged the balance changes its sign', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const turned = entries.map((one) => ({
          ...one,
          giver: one.giver === 'school' ? ('enterprise' as const) : ('school' as const),
        }));
        const [one, other] = [balanceOf(sumLedger(entries)), balanceOf(sumLedger(turned))];
        assert.equal(one.minutes + other.minutes, 0);
        assert.equal(one.fee + other.fee, 0);
      }),
    );
  });

  test('fees, teaching hours and days of training', () => {
    assert.equal(feeOf(90, 20_000), 30_000);
    assert.equal(feeOf(1, 29), 0);
    assert.equal(feeOf(1, 30), 1);
    assert.equal(feeOf(90, null), 0);
    assert.deepEqual([44, 45, 90, 100].map(courseHours), [0, 1, 2, 2]);
    assert.equal(trainingDays(240, 20), 10);
  });

  test('hours never enter a month that both have confirmed', () => {
    assert.equal(monthOfEntry('2026-10-31', [], '2026-11-22'), '2026-10');
    assert.equal(monthOfEntry('2026-10-31', ['2026-10'], '2026-11-22'), '2026-11');
    assert.equal(monthOfEntry('2026-10-31', ['2026-10', '2026-11'], '2026-11-22'), '2026-12');
    assert.equal(monthOfEntry('2026-12-31', ['2026-12'], '2026-12-31'), '2027-01');
    const month = fc.constantFrom('2026-09', '2026-10', '2026-11', '2026-12', '2027-01');
    fc.assert(
      fc.property(month, fc.uniqueArray(month), month, (of, closed: string[], now) => {
        const found = monthOfEntry(`${of}-15`, closed, `${now}-20`);
        assert.ok(!closed.includes(found));
        assert.ok(found >= of);
      }),
    );
  });
});
