import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trendOf } from './trend.ts';

const day = (classId: string, onDay: string, breached: number, isOver = false) => ({
  ...{ classId, onDay, breached, isOver, blocking: 0, unknown: 1, met: 2, excused: 0 },
});

test('a check stands until the next one, and a class until it is over', () => {
  const checks = [
    day('a', '2026-03-03', 2),
    day('a', '2026-02-01', 5),
    day('b', '2026-03-02', 1),
    day('a', '2026-03-03', 0),
    day('b', '2026-03-04', 7, true),
  ];
  const trend = trendOf(checks, '2026-03-01', '2026-03-04');
  assert.deepEqual(
    trend.map((one) => [one.day, one.classes, one.breached, one.unknown]),
    [
      ['2026-03-01', 1, 5, 1],
      ['2026-03-02', 2, 6, 2],
      ['2026-03-03', 2, 1, 2],
      ['2026-03-04', 1, 0, 1],
    ],
  );
});
