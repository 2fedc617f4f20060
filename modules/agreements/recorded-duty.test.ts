import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { articleOf, carriedDuty, isTypedArticle, whyNotAnswer } from './recorded-duty.ts';
import type { RecordedDuty } from './shapes.ts';

const duty: RecordedDuty = {
  ...{ clause: '', metric: 'meetings-held', owedBy: 'both', target: 2 },
  ...{ cadence: 'once', dueOn: '2026-03-01' },
};

describe('typed duties', () => {
  test('have an article each, in the form that sections have, and none twice', () => {
    const all = Array.from({ length: 800 }, (_, number) => articleOf(number));
    assert.equal(new Set(all).size, 800);
    assert.ok(all.every((one) => /^[A-Z]\d{2}$/.test(one) && isTypedArticle(one)));
    // Articles of the standard templates are none of theirs.
    assert.ok(['O01', 'B02', 'T02', 'J03', 'P01', 'M03', 'A00'].every((one) => !isTypedArticle(one)));
    assert.throws(() => articleOf(800), RangeError);
  });

  test('are carried into any new term: inside it, and on its last day what was due on the last', () => {
    const before = { validFrom: '2025-09-01', validTo: '2027-08-31' };
    const term = { validFrom: '2027-09-01', validTo: '2029-08-31' };
    const on = (dueOn: string, cadence: RecordedDuty['cadence'] = 'once') =>
      carriedDuty({ ...duty, dueOn, cadence }, before, term).dueOn;
    assert.equal(on('2027-08-31'), '2029-08-31');
    assert.equal(on('2027-01-01', 'yearly'), '2029-08-31');
    assert.equal(on('2025-12-01'), '2027-12-01');
    assert.equal(carriedDuty(duty, { validFrom: null, validTo: null }, term).dueOn, '2029-08-31');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 900 }), (days, length) => {
        const day = (add: number) => new Date(Date.UTC(2020, 0, 1 + add)).toISOString().slice(0, 10);
        const next = { validFrom: day(5_000), validTo: day(5_000 + length) };
        const { dueOn } = carriedDuty(
          { ...duty, dueOn: day(days) },
          { validFrom: day(0), validTo: null },
          next,
        );
        assert.ok(dueOn >= next.validFrom && dueOn <= next.validTo);
      }),
    );
  });

  test('are answered by the side that did not type them; what is confirmed is not taken back', () => {
    const typed = { duty, isDropped: false, typedSide: 'school' } as const;
    const why = (confirmation: 'waiting' | 'confirmed' | 'disputed', answer: 'confirm' | 'dispute') =>
      whyNotAnswer({ ...typed, confirmation }, 'enterprise', answer);
    assert.deepEqual(
      (['waiting', 'disputed', 'confirmed'] as const).map((one) => [
        why(one, 'confirm'),
        why(one, 'dispute'),
      ]),
      [
        [null, null],
        [null, 'obligation.answered'],
        ['obligation.answered', 'obligation.answered'],
      ],
    );
    const waiting = { ...typed, confirmation: 'waiting' } as const;
    assert.equal(whyNotAnswer(waiting, 'school', 'confirm'), 'obligation.not-your-side');
    assert.equal(whyNotAnswer({ ...waiting, typedSide: null }, 'school', 'confirm'), null);
    assert.equal(
      whyNotAnswer({ ...waiting, duty: null }, 'enterprise', 'confirm'),
      'obligation.no-such-duty',
    );
    assert.equal(
      whyNotAnswer({ ...waiting, isDropped: true }, 'enterprise', 'confirm'),
      'obligation.no-such-duty',
    );
  });
});
