import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayAfter, isMonday, isSpanWithin, isWeekWithin, spanWithin, weekAfter } from './week.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 6, max: 700 }))
  .map(([start, length]) => {
    const startsOn = dayAfter('2024-01-01', start);
    return { startsOn, endsOn: dayAfter(startsOn, length) };
  });

test('a week belongs to a span where one of its seven days does', () => {
  fc.assert(
    fc.property(span, fc.integer({ min: -3, max: 110 }), ({ startsOn, endsOn }, at) => {
      const monday = weekAfter(spanWithin({ startsOn, endsOn }).firstWeek, at);
      const days = Array.from({ length: 7 }, (_, day) => dayAfter(monday, day));
      const expected = days.some((day) => day >= startsOn && day <= endsOn);
      assert.equal(isWeekWithin(monday, { startsOn, endsOn }), expected);
    }),
  );
});

test('the proposed weeks begin on a Monday, lie within the span, and one more would not', () => {
  fc.assert(
    fc.property(span, (given) => {
      const { firstWeek, weeks } = spanWithin(given);
      assert.ok(isMonday(firstWeek) && firstWeek >= given.startsOn);
      assert.ok(isSpanWithin(firstWeek, weeks, given));
      assert.ok(!isSpanWithin(firstWeek, weeks + 1, given) || weeks === 104);
    }),
  );
});
