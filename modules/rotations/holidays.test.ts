import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specialDays, undecreedYears, workdaysOf } from './holidays.ts';

const on = (date: string, region = '') => specialDays(date, date, region)[0];

test('days off, adjusted workdays and common days', () => {
  assert.deepEqual(on('2026-10-07'), { date: '2026-10-07', kind: 'off', name: '国庆节' });
  assert.equal(on('2026-10-10')?.kind, 'work');
  assert.equal(on('2026-10-12'), undefined);
});

test('the week of National Day has no workdays but what is moved in; the one after has six', () => {
  const days = specialDays('2026-09-01', '2026-10-31');
  assert.equal(workdaysOf('2026-09-28', days), 3);
  assert.equal(workdaysOf('2026-10-05', days), 3);
  assert.equal(workdaysOf('2026-10-12', days), 5);
  assert.equal(workdaysOf('2026-09-14', days), 6);
});

test('years not announced yet have the days that the law names', () => {
  // Spring Festival of 2027 is 6 February, its eve the 5th; Dragon Boat 9 June; Mid-Autumn 15 September.
  const names = specialDays('2027-01-01', '2027-12-31').map((day) => `${day.date} ${day.name}`);
  assert.deepEqual(names, [
    '2027-01-01 元旦',
    '2027-02-05 春节',
    '2027-02-06 春节',
    '2027-02-07 春节',
    '2027-02-08 春节',
    '2027-04-05 清明节',
    '2027-05-01 劳动节',
    '2027-05-02 劳动节',
    '2027-06-09 端午节',
    '2027-09-15 中秋节',
    '2027-10-01 国庆节',
    '2027-10-02 国庆节',
    '2027-10-03 国庆节',
  ]);
});

test('festivals of the region are days of that region only', () => {
  assert.equal(on('2026-03-20', '6505')?.name, '肉孜节');
  assert.equal(on('2026-05-27', '6505')?.name, '古尔邦节');
  assert.equal(on('2026-03-20', '3302'), undefined);
});

test('years beyond the almanac still have their lunar holidays', () => {
  // From the almanac of the Purple Mountain Observatory: 23 January 2031, 11 February 2032, 8 February 2035.
  for (const newYear of ['2031-01-23', '2032-02-11', '2035-02-08']) {
    const eve = new Date(Date.parse(newYear) - 86_400_000).toISOString().slice(0, 10);
    assert.deepEqual([on(eve)?.name, on(newYear)?.name], ['春节', '春节'], newYear);
  }
  assert.equal(on('2031-06-24')?.name, '端午节');
  assert.equal(on('2031-10-01')?.name, '国庆节');
});

test('29 February is a day like any other; years without an announcement are named', () => {
  assert.equal(on('2028-02-29'), undefined);
  assert.equal(workdaysOf('2028-02-28', specialDays('2028-02-01', '2028-03-31')), 5);
  assert.deepEqual(undecreedYears('2026-12-28', '2027-01-03'), [2027]);
  assert.deepEqual(undecreedYears('2025-09-01', '2026-12-31'), []);
});
