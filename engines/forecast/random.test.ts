import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillAddressed, fillUniforms, stateOf } from './random.ts';

test('xoshiro128** gives the published words', () => {
  const words = new Float64Array(4);
  // First outputs of the authors' C code for the state 1, 2, 3, 4.
  fillUniforms(words, Int32Array.of(1, 2, 3, 4));
  assert.deepEqual(
    Array.from(words, (u) => u * 2 ** 32 - 0.5),
    [11520, 0, 5927040, 70819200],
  );
  // Four further words, for a state whose bits are spread, from an independent 6502 port checked against the same code.
  fillUniforms(words, Int32Array.of(0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0));
  assert.deepEqual(
    Array.from(words, (u) => u * 2 ** 32 - 0.5),
    [0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70],
  );
});

test('each address has its own stream, and the same one every time', () => {
  const stream = (...address: [string, ...(string | number)[]]) => {
    const out = new Float64Array(3);
    fillAddressed(out, ...address);
    return out.join();
  };
  const addresses: [string, ...(string | number)[]][] = [
    ['1', 'a', 1],
    ['1', 'a', 2],
    ['1', 'a', '1'],
    ['2', 'a', 1],
    ['1', 'a,1'],
    ['1', 'a', 1, 1],
    ['', 'a', 1],
  ];
  assert.equal(new Set(addresses.map((address) => stream(...address))).size, addresses.length);
  assert.equal(stream('1', 'a', 1), stream('1', 'a', 1));
});

test('numbers are strictly inside 0…1 and spread evenly, along a stream and across addresses', () => {
  const along = new Float64Array(20_000);
  fillAddressed(along, 'seed');
  const one = new Float64Array(1);
  const across = along.map((_, i) => {
    fillAddressed(one, 'seed', 'occupation', i);
    return one[0]!;
  });
  for (const sample of [along, across]) {
    assert.ok(sample.every((u) => u > 0 && u < 1));
    const bins = new Float64Array(50);
    for (const u of sample) bins[Math.floor(u * 50)]!++;
    const chiSquare = bins.reduce((sum, n) => sum + (n - 400) ** 2 / 400, 0);
    // 49 degrees of freedom: beyond 95 once in ten thousand.
    assert.ok(chiSquare < 95, String(chiSquare));
  }
});

test('the state is never all zero', () => {
  for (const text of ['', '0', 'seed']) assert.ok(stateOf(text).some((word) => word !== 0));
});
