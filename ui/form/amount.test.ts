import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amountFault, amountOf } from './amount.ts';

test('numbers are read as people write and paste them', () => {
  for (const [text, value] of [
    ['', null],
    ['  ', null],
    ['12', 12],
    ['-5', -5],
    ['1，234', 1234],
    ['２５．５', 25.5],
    ['2.', 2],
    ['.5', 0.5],
    ['1 000', 1000],
  ] as const) {
    assert.equal(amountOf(text), value, text);
  }
  for (const text of ['abc', 'NaN', '1e3', '--1', '-', 'Infinity', '1.2.3', '12%']) {
    assert.ok(Number.isNaN(amountOf(text)), text);
  }
});

test('what cannot stand is said by its kind and nothing is pushed into the range', () => {
  const share = { min: 0, max: 100, decimals: 1 };
  assert.equal(amountFault(null, share), undefined);
  assert.equal(amountFault(Number.NaN, share), 'number');
  assert.equal(amountFault(150, share), 'range');
  assert.equal(amountFault(-0.1, share), 'range');
  assert.equal(amountFault(33.3, share), undefined);
  assert.equal(amountFault(33.33, share), 'whole');
  assert.equal(amountFault(2.5, { min: 1 }), 'whole');
  assert.equal(amountFault(0, { min: 1 }), 'least');
  assert.equal(amountFault(7, {}), undefined);
});
