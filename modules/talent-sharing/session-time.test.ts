import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { meetsHours } from './booking.ts';
import { localSpan, sessionTime } from './session-time.ts';
import { dayPartNames, dayParts, fitsSlots, type Slot, slots } from './slots.ts';

describe('the time of a session', () => {
  test('an hour of Hami is an instant eight hours earlier, and ends after its minutes', () => {
    const time = sessionTime({ on: '2026-12-01', at: '14:30', minutes: 90 }, 'Asia/Shanghai');
    assert.ok(typeof time !== 'string');
    assert.equal(time.startsAt.toISOString(), '2026-12-01T06:30:00.000Z');
    assert.equal(time.endsAt.toISOString(), '2026-12-01T08:00:00.000Z');
    assert.deepEqual(time.local, { weekday: 2, from: 14.5, to: 16 });
    assert.equal(time.month, '2026-12');
  });

  test('the hour that summer time leaves out is refused, and so is the one that comes twice', () => {
    const at = (on: string, clock: string) => sessionTime({ on, at: clock, minutes: 60 }, 'Europe/Berlin');
    assert.equal(at('2026-03-29', '02:30'), 'session.no-such-time');
    assert.equal(at('2026-10-25', '02:30'), 'session.time-twice');
    assert.notEqual(typeof at('2026-03-29', '03:30'), 'string');
  });

  test('over the change a session is as long as it says, and the clock shows another end', () => {
    for (const [on, end] of [
      ['2026-03-29', 5],
      ['2026-10-25', 3],
    ] as const) {
      const time = sessionTime({ on, at: '01:00', minutes: 180 }, 'Europe/Berlin');
      assert.ok(typeof time !== 'string');
      assert.equal(time.endsAt.getTime() - time.startsAt.getTime(), 180 * 60_000);
      assert.equal(time.local.to, end);
    }
  });

  test('a session ends on its day, at midnight at the latest', () => {
    const at = (minutes: number) => sessionTime({ on: '2026-12-01', at: '23:00', minutes }, 'Asia/Shanghai');
    assert.notEqual(typeof at(60), 'string');
    assert.equal(at(61), 'session.over-midnight');
    assert.equal(
      sessionTime({ on: '2026-02-30', at: '10:00', minutes: 60 }, 'Asia/Shanghai'),
      'session.no-such-time',
    );
  });
});

test('a span fits exactly when each quarter of an hour of it lies in a slot', () => {
  fc.assert(
    fc.property(
      fc.subarray([...slots], { minLength: 1 }),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 0, max: 92 }),
      fc.integer({ min: 1, max: 40 }),
      (given, weekday, start, length) => {
        const [from, to] = [start / 4, Math.min(96, start + length) / 4];
        const isIn = (hour: number) =>
          dayPartNames.some((part) => {
            const [begin, end] = dayParts[part];
            const slot: Slot = `${weekday}-${part}`;
            return given.includes(slot) && begin <= hour && hour < end;
          });
        let fits = true;
        for (let hour = from; hour < to; hour += 0.25) fits &&= isIn(hour);
        assert.equal(fitsSlots(given, { weekday, from, to }), fits);
        assert.equal(fitsSlots([], { weekday, from, to }), true);
      },
    ),
  );
});

test('a span meets working hours exactly when one of its minutes is a working one, nights included', () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 30))
    .map((parts) => parts.map((one) => String(one).padStart(2, '0')).join(':'));
  const minuteOf = (word: string) => Number(word.slice(0, 2)) * 60 + Number(word.slice(3));
  fc.assert(
    fc.property(
      fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      clock,
      clock,
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 0, max: 92 }),
      fc.integer({ min: 1, max: 16 }),
      (weekdays, start, end, weekday, quarter, length) => {
        const span = { weekday, from: quarter / 4, to: Math.min(96, quarter + length) / 4 };
        const long = (minuteOf(end) - minuteOf(start) + 1_440) % 1_440 || 1_440;
        // A week of minutes on which somebody works, drawn shift by shift; Sunday night reaches into Monday.
        const week = new Set<number>();
        for (const day of weekdays)
          for (let at = 0; at < long; at += 1) week.add(((day - 1) * 1_440 + minuteOf(start) + at) % 10_080);
        let meets = false;
        for (let at = span.from * 60; at < span.to * 60; at += 1)
          meets ||= week.has((weekday - 1) * 1_440 + at);
        assert.equal(meetsHours({ weekdays, start, end }, span), meets);
      },
    ),
  );
});

test('the clock of another zone shows another weekday, and hours past midnight go on counting', () => {
  const [start, end] = [new Date('2026-12-07T14:00:00Z'), new Date('2026-12-07T17:00:00Z')];
  assert.deepEqual(localSpan(start, end, 'Europe/Berlin'), {
    on: '2026-12-07',
    weekday: 1,
    from: 15,
    to: 18,
  });
  assert.deepEqual(localSpan(start, end, 'Asia/Shanghai'), {
    on: '2026-12-07',
    weekday: 1,
    from: 22,
    to: 25,
  });
  const late = new Date('2026-12-06T18:00:00Z');
  assert.equal(localSpan(late, start, 'Asia/Shanghai').weekday, 1);
});
