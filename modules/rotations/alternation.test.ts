import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSchoolWeek, patternForm } from './alternation.ts';

test('any lengths alternate: so many weeks at school, so many at the enterprise, over and over', () => {
  const length = fc.integer({ min: 1, max: 52 });
  fc.assert(
    fc.property(length, length, (school, enterprise) => {
      const pattern = `${school}+${enterprise}`;
      assert.match(pattern, patternForm);
      const expected = [
        ...Array.from({ length: school }, () => true),
        ...Array.from({ length: enterprise }, () => false),
      ];
      const weeks = Array.from({ length: 3 * expected.length }, (_, at) => isSchoolWeek(pattern, at));
      assert.deepEqual(weeks, [...expected, ...expected, ...expected]);
    }),
  );
});

test('what is no length of weeks is no pattern', () => {
  for (const wrong of ['0+4', '4+0', '53+1', '4+', '+4', '4', '4+4+4', ' 4+4', 'blocks', '']) {
    assert.doesNotMatch(wrong, patternForm);
  }
  for (const right of ['calendar', 'block', '2+2', '6+6', '4+8', '52+52']) assert.match(right, patternForm);
});
