import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { roles } from '@dualtrack/platform/contract';
import { type OutcomeFacts, outcomeFaults, stayChecks, whyNotRecord } from './outcome.ts';

const today = '2026-11-22';
const nothing: OutcomeFacts = {
  ...{ isTrained: true, offeredOn: null, joinedOn: null, monthlyPay: null, leftOn: null, leftBy: null },
};
const codes = (row: Partial<OutcomeFacts>) =>
  outcomeFaults({ ...nothing, ...row }, today).map((fault) => `${fault.at} ${fault.code}`);

describe('an outcome', () => {
  test('that holds together has no fault', () => {
    assert.deepEqual(codes({}), []);
    assert.deepEqual(codes({ isTrained: false }), []);
    const joined = { offeredOn: '2026-05-20', joinedOn: '2026-05-20', monthlyPay: 580_000 };
    assert.deepEqual(codes(joined), []);
    assert.deepEqual(codes({ ...joined, leftOn: today, leftBy: 'graduate' }), []);
  });

  test('that contradicts itself is told everything at once', () => {
    assert.deepEqual(codes({ isTrained: false, offeredOn: today }), [
      'offeredOn outcome.offer-without-training',
    ]);
    assert.deepEqual(codes({ joinedOn: today }), ['joinedOn outcome.joined-without-offer']);
    assert.deepEqual(codes({ monthlyPay: 1, leftOn: today }), [
      'monthlyPay outcome.pay-without-joining',
      'leftOn outcome.left-without-joining',
    ]);
    assert.deepEqual(codes({ offeredOn: '2026-05-20', joinedOn: '2026-05-19', leftOn: '2026-05-18' }), [
      'joinedOn outcome.joined-before-offer',
      'leftOn outcome.left-before-joining',
    ]);
    assert.deepEqual(codes({ offeredOn: '2026-11-23' }), ['offeredOn outcome.in-future']);
    assert.deepEqual(codes({ leftBy: 'enterprise' }), ['leftBy outcome.left-by-without-day']);
  });

  test('is recorded for running and finished classes by those who know', () => {
    const may = ['school-office', 'programme-head', 'teacher', 'enterprise-hr'];
    for (const state of ['draft', 'open', 'closed', 'matched', 'published', 'running', 'finished']) {
      for (const role of roles) {
        const wanted = !may.includes(role)
          ? 'outcome.not-your-role'
          : state === 'running' || state === 'finished'
            ? null
            : 'outcome.class-not-running';
        assert.equal(whyNotRecord({ state }, { role }), wanted, `${state} ${role}`);
      }
    }
  });
});

describe('checks of who stays', () => {
  const results = (joined: string, left: string | null, on: string) =>
    stayChecks(joined, left, on).map((check) => `${check.on} ${check.result}`);

  test('are answered when their day has come, and earlier for those who left', () => {
    assert.deepEqual(results('2025-08-31', null, '2026-08-31'), [
      '2026-02-28 there',
      '2026-08-31 there',
      '2027-02-28 not-yet',
      '2027-08-31 not-yet',
    ]);
    assert.deepEqual(results('2025-07-01', '2026-01-01', '2026-03-01'), [
      '2026-01-01 there',
      '2026-07-01 left',
      '2027-01-01 left',
      '2027-07-01 left',
    ]);
    assert.equal(results('2024-02-29', null, '2025-02-28')[1], '2025-02-28 there');
  });
});
