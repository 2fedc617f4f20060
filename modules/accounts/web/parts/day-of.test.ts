import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from './day-of.ts';

test('a day begins at midnight in China, not in Greenwich', () => {
  assert.equal(dayOf('2026-11-22T15:59:59Z'), '2026-11-22');
  assert.equal(dayOf('2026-11-22T16:00:00Z'), '2026-11-23');
});
