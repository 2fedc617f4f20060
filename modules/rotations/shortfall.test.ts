import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortfalls } from './shortfall.ts';

const reason = (idle: number, isOwnSite: boolean) => ({
  ...{
    value: 1,
    siteChanges: { count: 1, cost: -1 },
    waits: { count: 9, cost: -9, atWork: idle },
    sites: [],
  },
  starts: { equal: [], worse: [], full: [], own: 0 },
  wanted: { isRequired: true, wish: null, isOwnSite, hasOwnSite: true },
});
const learner = (placementId: string, score: number | null, ideal: number | null) => ({
  ...{ placementId, studentName: placementId, unmetWishes: [], score, ideal },
});
const unit = (unitName: string, unitNameEn: string) => ({ unitName, unitNameEn });

test('who has less than the own best comes furthest first, with weeks, sites and units that cost it', () => {
  const found = shortfalls({
    learners: [learner('a', 5, 7), learner('b', 7, 7), learner('c', 1, 7), learner('d', null, null)],
    blocks: [
      { placementId: 'a', ...unit('焊接', 'Welding'), reason: reason(2, true) },
      { placementId: 'c', ...unit('焊接', 'Welding'), reason: reason(5, false) },
      { placementId: 'c', ...unit('装配', 'Assembly'), reason: reason(5, true) },
    ],
  });
  assert.deepEqual(
    found.map((one) => [one.studentName, one.lost, one.idle, one.siteChanges, one.elsewhere]),
    [
      ['c', 6, 5, 1, [{ name: '焊接', nameEn: 'Welding' }]],
      ['a', 2, 2, 1, []],
    ],
  );
});
