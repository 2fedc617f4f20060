import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editDistance, nearestName } from './nearest-name.ts';

function recursive(a: string, b: string): number {
  if (a === '') return b.length;
  if (b === '') return a.length;
  const swap = recursive(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
  return Math.min(swap, recursive(a.slice(1), b) + 1, recursive(a, b.slice(1)) + 1);
}

test('the distance is the one its definition gives', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(fc.property(word, word, (a, b) => assert.equal(editDistance(a, b), recursive(a, b))));
});

test('a slip finds its name, a stranger none', () => {
  const names = ['student.birthDate', 'placement.start', 'placement.end'];
  assert.equal(nearestName('student.birthdate', names), 'student.birthDate');
  assert.equal(nearestName('placment.start', names), 'placement.start');
  assert.equal(nearestName('weather.rain', names), undefined);
  assert.equal(nearestName('x'.repeat(100_000), names), undefined);
});
