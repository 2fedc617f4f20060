import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitErrors } from './field-errors.ts';

const error = (pointer: string) => ({ pointer, code: 'input.custom', params: {} });

test('an error goes to the field with the closest pointer, the first one stays', () => {
  const pointers = { terms: '/terms', pay: '/terms/pay', title: '/title' };
  const errors = [error('/terms/pay'), error('/terms/pay/amount'), error('/terms/start'), error('/title')];
  const { byField, others } = splitErrors(errors, pointers);
  assert.deepEqual([...byField.keys()].sort(), ['pay', 'terms', 'title']);
  assert.equal(byField.get('pay'), errors[0]);
  assert.deepEqual(others, []);
});

test('an error without a field is kept for the summary', () => {
  const { byField, others } = splitErrors([error(''), error('/titles')], { title: '/title' });
  assert.equal(byField.size, 0);
  assert.equal(others.length, 2);
});
