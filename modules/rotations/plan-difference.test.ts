import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { differencesOf } from './plan-difference.ts';

const block = fc.record({
  placementId: fc.constantFrom('a', 'b', 'c'),
  unitId: fc.constantFrom('u', 'v'),
  stationId: fc.constantFrom('s', 't'),
  mentorId: fc.constantFrom('m', null),
  firstWeek: fc.constantFrom('2027-03-01', '2027-03-08', '2027-03-15'),
  weeks: fc.constantFrom(1, 2),
  studentName: fc.constant('学生'),
});
const plan = fc.uniqueArray(block, { maxLength: 6, selector: (one) => `${one.placementId} ${one.unitId}` });

test('every block is either the same or a difference, and the way back has the same differences', () => {
  fc.assert(
    fc.property(plan, plan, (before, after) => {
      const there = differencesOf(before, after);
      const back = differencesOf(after, before);
      assert.deepEqual([there.same, there.changes.length], [back.same, back.changes.length]);
      const touched = there.changes.filter((one) => one.before).length;
      assert.equal(there.same + touched, before.length);
      assert.equal(differencesOf(before, structuredClone(before)).changes.length, 0);
    }),
  );
});
