import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPack } from '@dualtrack/rules';
import { packCases } from './cases.ts';
import { pack } from './pack.ts';

test('every rule holds in its cases, and its texts are there', () => {
  assert.deepEqual(testPack(pack, packCases), []);
});

test('the twenty-five rules of the source are all there, in its order', () => {
  const numbered = (letter: string, last: number) =>
    Array.from({ length: last }, (_, index) => `FR-${letter}${String(index + 1).padStart(2, '0')}`);
  assert.deepEqual(
    pack.rules.map(({ id }) => id),
    [...numbered('S', 13), ...numbered('A', 9), ...numbered('M', 3)],
  );
});
