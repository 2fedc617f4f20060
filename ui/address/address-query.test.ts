import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAddressQuery, writeAddressQuery } from './address-query.ts';

const text = fc.string({ minLength: 1, unit: 'grapheme' });

test('what is written is read back, whatever the characters', () => {
  fc.assert(
    fc.property(fc.dictionary(text, text), (query) => {
      assert.deepEqual({ ...parseAddressQuery(writeAddressQuery(query)) }, { ...query });
    }),
  );
});

test('one state has one address: order and empty values make no difference', () => {
  assert.equal(writeAddressQuery({ b: '2', a: '1', c: '', d: undefined }), '?a=1&b=2');
  assert.equal(writeAddressQuery({ a: '1', b: '2' }), '?a=1&b=2');
  assert.equal(writeAddressQuery({}), '');
});

test('texts that look like numbers or JSON stay texts', () => {
  assert.deepEqual(parseAddressQuery('?q=12&r=true&s=%5B1%5D'), { q: '12', r: 'true', s: '[1]' });
});
