import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, ageOn, dayNumber, daysBetween, isDay, mondayOf } from './day.ts';

const someDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('a day is one that the platform calendar writes the same way', () => {
  const digits = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33));
  fc.assert(
    fc.property(digits, ([year, month, date]) => {
      const two = (n: number) => String(n).padStart(2, '0');
      const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
      const parsed = new Date(`${text}T00:00:00Z`);
      const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
      assert.equal(isDay(text), real, text);
    }),
  );
  for (const text of ['2025-02-29', '2026-3-02', '2026-03-02 ', '20260302', '0000-01-01', ''])
    assert.ok(!isDay(text));
});

test('walking day by day reaches every day once, in the order of their texts', () => {
  let day = '2023-12-27';
  for (let ahead = 0; ahead < 800; ahead += 1) {
    assert.equal(day, addDays('2023-12-27', ahead));
    assert.equal(daysBetween('2023-12-27', day), ahead);
    const next = addDays(day, 1);
    assert.ok(next > day);
    assert.equal(addDays(next, -1), day);
    day = next;
  }
});

test('age grows by one on each birthday and on no other day', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 120 }), (birth, years) => {
      const birthday = addMonths(birth, years * 12);
      // Born on 29 February: in common years the month clamps to the 28th, the day before the birthday.
      const first = ageOn(birth, birthday) === years ? birthday : addDays(birthday, 1);
      assert.equal(ageOn(birth, first), years);
      assert.equal(ageOn(birth, addDays(first, -1)), years - 1);
    }),
  );
});

test('adding months keeps the date or ends on the last day of the month', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -500, max: 500 }), (day, months) => {
      const moved = addMonths(day, months);
      assert.ok(isDay(moved), moved);
      const number = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      assert.equal(number(moved) - number(day), months);
      if (moved.slice(8) !== day.slice(8)) {
        assert.ok(moved.slice(8) < day.slice(8));
        assert.equal(addDays(moved, 1).slice(8), '01');
      }
    }),
  );
});

test('the seven days of a week share one Monday', () => {
  fc.assert(
    fc.property(someDay, (day) => {
      const monday = mondayOf(dayNumber(day));
      assert.equal(new Date(monday * 86_400_000).getUTCDay(), 1);
      assert.ok(dayNumber(day) - monday >= 0 && dayNumber(day) - monday < 7);
    }),
  );
});
