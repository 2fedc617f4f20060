import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ComparedBlock, differencesOf } from './plan-difference.ts';
import { weekAfter } from './week.ts';

const block = fc.record({
  placementId: fc.constantFrom('a', 'b', 'c'),
  unitId: fc.constantFrom('u', 'v'),
  stationId: fc.constantFrom('s', 't'),
  mentorId: fc.constantFrom('m', null),
  firstWeek: fc.constantFrom('2027-03-01', '2027-03-15', '2027-03-29'),
  weeks: fc.constantFrom(1, 2),
  studentName: fc.constant('学生'),
});
/** Blocks in pieces: a student may be in a unit in several rows of weeks. */
const plan = fc.uniqueArray(block, {
  maxLength: 9,
  selector: (one) => `${one.placementId} ${one.unitId} ${one.firstWeek}`,
});

/** Every week of every student and unit, written out. */
function weekly(blocks: readonly ComparedBlock[], key: string): string[] {
  return blocks
    .filter((one) => `${one.placementId} ${one.unitId}` === key)
    .flatMap((one) =>
      Array.from(
        { length: one.weeks },
        (_, at) => `${weekAfter(one.firstWeek, at)} ${one.stationId} ${one.mentorId}`,
      ),
    )
    .sort();
}

test('a unit of a student is the same where every week of it is, counted by hand', () => {
  fc.assert(
    fc.property(plan, plan, (before, after) => {
      const keys = [...new Set([...before, ...after].map((one) => `${one.placementId} ${one.unitId}`))];
      const changed = keys.filter(
        (key) => JSON.stringify(weekly(before, key)) !== JSON.stringify(weekly(after, key)),
      );
      const found = differencesOf(before, after);
      assert.equal(found.same, keys.length - changed.length);
      const named = found.changes.map(({ before: [old], after: [now] }) => now ?? old);
      assert.deepEqual(named.map((one) => `${one?.placementId} ${one?.unitId}`).sort(), changed.sort());
      for (const { before: was, after: is, parts } of found.changes) {
        assert.equal(parts.includes('added'), was.length === 0);
        assert.equal(parts.includes('removed'), is.length === 0);
        const days = (rows: readonly ComparedBlock[]) =>
          rows
            .flatMap((one) => weekly([one], `${one.placementId} ${one.unitId}`))
            .map((one) => one.slice(0, 10));
        if (was.length > 0 && is.length > 0) {
          assert.equal(parts.includes('weeks'), days(was).sort().join() !== days(is).sort().join());
        }
      }
    }),
  );
});

test('a block handed on to another workstation half-way is one change, and so is one with its missed weeks later', () => {
  const row = { placementId: 'a', unitId: 'u', stationId: 's', mentorId: 'm', studentName: '学生' };
  const whole = { ...row, firstWeek: '2027-03-01', weeks: 4 };
  const half = { ...row, firstWeek: '2027-03-01', weeks: 2 };
  const moved = { ...half, firstWeek: '2027-03-15', stationId: 't' };
  const partsOf = (after: ComparedBlock[]) => differencesOf([whole], after).changes.map(({ parts }) => parts);
  assert.deepEqual(partsOf([half, moved]), [['station']]);
  assert.deepEqual(partsOf([half, { ...half, firstWeek: '2027-04-05' }]), [['weeks']]);
  assert.deepEqual(partsOf([half, { ...half, firstWeek: '2027-03-15' }]), []);
});
