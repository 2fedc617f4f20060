import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksInWeek, bySpan, monthAfter, stretchesOfDays, weeksOfMonth } from './calendar-groups.ts';
import { specialDays } from './holidays.ts';

test('a holiday is one stretch, the workdays for it are days of their own', () => {
  const stretches = stretchesOfDays(specialDays('2026-09-01', '2026-10-31'));
  assert.deepEqual(
    stretches.map(({ from, to, kind, days }) => `${from} ${to} ${kind} ${days}`),
    [
      '2026-09-20 2026-09-20 work 1',
      '2026-09-25 2026-09-27 off 3',
      '2026-10-01 2026-10-07 off 7',
      '2026-10-10 2026-10-10 work 1',
    ],
  );
});

test('weeks of a month: a leap February, the turn of a year with a week 53, a February of four weeks', () => {
  assert.deepEqual(weeksOfMonth('2028-02'), [
    '2028-01-31',
    '2028-02-07',
    '2028-02-14',
    '2028-02-21',
    '2028-02-28',
  ]);
  // 28 December 2026 begins week 53, which ends on 3 January 2027.
  assert.equal(weeksOfMonth('2026-12').at(-1), '2026-12-28');
  assert.equal(weeksOfMonth('2027-01')[0], '2026-12-28');
  assert.equal(weeksOfMonth('2027-02').length, 4);
  assert.deepEqual([monthAfter('2026-12', 1), monthAfter('2027-01', -1)], ['2027-01', '2026-12']);
});

test('a block is in each of its weeks and no other, also over a year end', () => {
  const block = { id: 'a', firstWeek: '2026-12-21', weeks: 3 };
  const other = { id: 'b', firstWeek: '2026-12-21', weeks: 1 };
  const inWeek = (monday: string) => blocksInWeek([block, other], monday).map((one) => one.id);
  assert.deepEqual(inWeek('2026-12-14'), []);
  assert.deepEqual(inWeek('2026-12-21'), ['a', 'b']);
  assert.deepEqual(inWeek('2027-01-04'), ['a']);
  assert.deepEqual(inWeek('2027-01-11'), []);
  const groups = bySpan([block, { ...other, firstWeek: '2026-12-14' }, other]);
  assert.deepEqual(
    groups.map((one) => `${one.firstWeek} ${one.weeks}`),
    ['2026-12-14 1', '2026-12-21 1', '2026-12-21 3'],
  );
});
