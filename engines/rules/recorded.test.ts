import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renamed, shiftsOfRoster } from './recorded.ts';

const week = { from: '2028-02-25', to: '2028-03-03', weekdays: [1, 2, 5], start: '08:00', end: '16:30' };
const dates = (roster: unknown, off?: unknown) => shiftsOfRoster(roster, off)?.map(({ date }) => date);

test('weekly patterns are written out, over the end of a February with 29 days', () => {
  assert.deepEqual(dates([week]), ['2028-02-25', '2028-02-28', '2028-02-29', '2028-03-03']);
});

test('days off are left out where somebody named them, and not guessed where nobody did', () => {
  const skipping = { ...week, skipsOffDays: true };
  assert.equal(dates([skipping]), undefined);
  assert.deepEqual(dates([skipping], ['2028-02-28']), ['2028-02-25', '2028-02-29', '2028-03-03']);
  assert.deepEqual(dates([week], ['2028-02-28'])?.length, 4);
});

test('of a break it is said how long it is, not when', () => {
  assert.deepEqual(
    shiftsOfRoster([{ date: '2028-02-29', start: '08:00', end: '16:30', breakMinutes: 45 }], undefined),
    [{ date: '2028-02-29', start: '08:00', end: '16:30', breaks: [{ minutes: 45 }] }],
  );
});

test('what is no roster gives no shifts', () => {
  for (const bad of [
    undefined,
    null,
    [],
    'x',
    [1],
    [{ ...week, start: '8' }],
    [{ ...week, to: '2028-02-30' }],
  ]) {
    assert.equal(shiftsOfRoster(bad, []), undefined, JSON.stringify(bad));
  }
});

test('only what is recorded comes under another name', () => {
  assert.deepEqual(renamed({ a: 1, b: null }, { x: 'a', y: 'b', z: 'c' }), { x: 1 });
});
