import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { sessionTime } from './session-time.ts';
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
