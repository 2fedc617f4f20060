import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstMisplaced, isAbsentIn, isAlwaysThere, placesIn } from './availability.ts';

const day = fc.integer({ min: 0, max: 60 }).map((at) => dayAt(at));

function dayAt(at: number): string {
  return new Date(Date.UTC(2027, 2, 1) + at * 86_400_000).toISOString().slice(0, 10);
}

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.nat({ max: 20 }), fc.integer({ min: 0, max: 5 }))
  .map(([from, days, places]) => ({ from: dayAt(from), to: dayAt(from + days), places, note: '' }));

test('places of a week are the fewest of its days', () => {
  const station = fc.record({
    places: fc.integer({ min: 1, max: 5 }),
    availableFrom: fc.option(day),
    availableTo: fc.option(day),
    periods: fc.array(stretch, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(station, fc.integer({ min: 0, max: 7 }), (given, week) => {
      const days = Array.from({ length: 7 }, (_, index) => dayAt(week * 7 + index));
      const fewest = Math.min(
        ...days.map((one) => {
          if ((given.availableFrom ?? one) > one || (given.availableTo ?? one) < one) return 0;
          const here = given.periods.filter((period) => period.from <= one && one <= period.to);
          return Math.min(given.places, ...here.map((period) => period.places));
        }),
      );
      assert.equal(placesIn(given, days[0] ?? '', days[6] ?? ''), fewest);
    }),
  );
});

test('a mentor is absent in a week when absent on one of its days', () => {
  const absences = [{ from: '2027-03-07', to: '2027-03-08', note: '' }];
  assert.equal(isAbsentIn(absences, '2027-03-01', '2027-03-07'), true);
  assert.equal(isAbsentIn(absences, '2027-03-08', '2027-03-14'), true);
  assert.equal(isAbsentIn(absences, '2027-03-15', '2027-03-21'), false);
});

test('stretches that are turned round or overlap are found', () => {
  const [a, b] = [
    { from: '2027-03-01', to: '2027-03-05' },
    { from: '2027-03-05', to: '2027-03-09' },
  ];
  assert.equal(firstMisplaced([a, b]), b);
  assert.equal(firstMisplaced([a]), undefined);
  assert.equal(firstMisplaced([{ from: '2027-03-02', to: '2027-03-01' }])?.from, '2027-03-02');
});

test('a station with a period of its own is not always there', () => {
  const always = { places: 2, availableFrom: null, availableTo: null, periods: [] };
  assert.equal(isAlwaysThere(always), true);
  const period = { from: '2027-03-01', to: '2027-03-05', places: 0, note: '' };
  assert.equal(isAlwaysThere({ ...always, periods: [period] }), false);
});
