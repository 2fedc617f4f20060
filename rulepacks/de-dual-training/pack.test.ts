import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPack } from '@dualtrack/rules';
import { packCases } from './cases.ts';
import { pack } from './pack.ts';

test('every rule holds in its cases, and its texts are there', () => {
  assert.deepEqual(testPack(pack, packCases), []);
});
