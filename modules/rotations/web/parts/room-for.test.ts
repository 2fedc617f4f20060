import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { weekAfter } from '../../week.ts';
import { roomFor } from './room-for.ts';

const monday = '2027-03-01';

function planOf(open: readonly boolean[], stations: readonly (readonly number[])[]) {
  return {
    calendar: open.map((isOpen, at) => ({
      weekStart: weekAfter(monday, at),
      kind: isOpen ? ('enterprise' as const) : ('school' as const),
      note: '',
    })),
    ...{ classStartsOn: monday, classEndsOn: weekAfter(monday, open.length), heldUntil: null },
    stations: stations.map((weekPlaces) => ({ unitId: 'u', weekPlaces: [...weekPlaces] })),
  };
}

/** The most rows of weeks that fit one station, by trying every start or none for each further student. */
function most(free: readonly number[], length: number, from = 0): number {
  if (from + length > free.length) return 0;
  const here = free.slice(from, from + length).every((places) => places > 0);
  const taken = free.map((places, week) => (week >= from && week < from + length ? places - 1 : places));
  return Math.max(most(free, length, from + 1), here ? 1 + most(taken, length, from) : 0);
}

test('as many students as trying everything finds', () => {
  const week = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }));
  fc.assert(
    fc.property(
      fc.array(week, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 3 }),
      (weeks, length) => {
        const open = weeks.map(([isOpen]) => isOpen);
        const stations = [weeks.map(([, places]) => places), weeks.map(([, , places]) => places)];
        const expected = stations
          .map((places) =>
            most(
              places.map((count, at) => (open[at] ? count : 0)),
              length,
            ),
          )
          .reduce((sum, count) => sum + count, 0);
        assert.equal(roomFor(planOf(open, stations), 'u', length), expected);
      },
    ),
    { numRuns: 200 },
  );
});

test('a week at school parts the row, and another unit has no places here', () => {
  const plan = planOf([true, true, false, true, true, true], [[1, 1, 1, 1, 1, 1]]);
  assert.equal(roomFor(plan, 'u', 2), 2);
  assert.equal(roomFor(plan, 'u', 3), 1);
  assert.equal(roomFor(plan, 'v', 2), 0);
});
