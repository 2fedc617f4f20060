import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFacts, testPack } from '@dualtrack/rules';
import { LAWFUL_ON, lawfulPlacement } from '../cases/lawful.ts';
import { pack } from '../pack.ts';
import { layerCases } from './cases.ts';
import { layers } from './pack.ts';

test('every rule holds in its cases, and its texts are there', () => {
  assert.deepEqual(testPack(layers, layerCases), []);
});

test('no rule of the regulations is touched, and a regional rule names its region', () => {
  const ids = new Set<string>(pack.rules.map(({ id }) => id));
  assert.equal(ids.size, 60);
  for (const { id, layer } of layers.rules) {
    assert.ok(!ids.has(id), id);
    assert.equal(layer.level === 'nation', layer.region === undefined, id);
  }
});

test('a facts document of the regulations is read without a complaint', () => {
  const read = parseFacts(layers, { format: 'dualtrack/facts@1', on: LAWFUL_ON, facts: lawfulPlacement });
  assert.ok(read.ok, JSON.stringify(read));
  assert.deepEqual(read.warnings, []);
});
