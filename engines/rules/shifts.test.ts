import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byWeek, shiftsOf } from './shifts.ts';

const shift = (date: string, start: string, end: string, breaks: readonly [number, number][] = []) => ({
  ...{ date, start, end },
  breaks: breaks.map(([afterMinutes, minutes]) => ({ afterMinutes, minutes })),
});

test('a break splits the work; one that is too short does not', () => {
  const [one] = shiftsOf([shift('2025-03-03', '08:00', '16:00', [[240, 30]])], 30);
  assert.deepEqual([one?.worked, one?.rest, one?.longestStretch], [450, 30, 240]);
  const [other] = shiftsOf([shift('2025-03-03', '08:00', '16:00', [[240, 29]])], 30);
  assert.deepEqual([other?.worked, other?.rest, other?.longestStretch], [480, 0, 480]);
});

test('what is filed as a break after the end takes nothing off the work', () => {
  const [one] = shiftsOf([shift('2025-03-03', '08:00', '12:00', [[240, 60]])], 15);
  assert.deepEqual([one?.worked, one?.rest, one?.longestStretch], [240, 0, 240]);
});

test('an end that is not after the start is on the next day; shifts come in order', () => {
  const [first, night] = shiftsOf(
    [shift('2025-03-04', '22:00', '06:00'), shift('2025-03-03', '08:00', '12:00')],
    15,
  );
  assert.equal(first?.worked, 240);
  assert.equal((night?.to ?? 0) - (night?.from ?? 0), 480);
});

test('a week runs from Monday to Sunday', () => {
  const days = ['2025-03-03', '2025-03-09', '2025-03-10'].map((date) => shift(date, '08:00', '12:00'));
  assert.deepEqual(
    [...byWeek(shiftsOf(days, 15)).values()].map((week) => week.length),
    [2, 1],
  );
});
