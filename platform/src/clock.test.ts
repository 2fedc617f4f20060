import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf } from './clock.ts';

const zones = ['Asia/Shanghai', 'UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe'];

test('the day of any instants, asked in any order, is the one that a fresh formatter writes', () => {
  const from = Date.parse('1975-01-01T00:00:00Z');
  const to = Date.parse('2100-01-01T00:00:00Z');
  // Neighbours within a minute beside far ones: a remembered answer must never outlive its quarter of an hour.
  const walk = fc.array(
    fc.oneof(fc.integer({ min: -60_000, max: 60_000 }), fc.integer({ min: from, max: to })),
    {
      minLength: 2,
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(fc.constantFrom(...zones), walk, (timeZone, steps) => {
      let at = Date.parse('2028-02-28T15:59:30Z');
      for (const step of steps) {
        at = Math.abs(step) <= 60_000 ? Math.max(from, at + step) : step;
        const fresh = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
        assert.equal(dayOf(new Date(at), timeZone), fresh);
      }
    }),
    { numRuns: 60 },
  );
});

test('an instant that is none is refused', () => {
  assert.throws(() => dayOf(new Date('no day')), RangeError);
});
