import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOfInstant, instantMinutes } from './instant.ts';

const someInstant = fc.date({
  min: new Date('1950-01-01'),
  max: new Date('2100-01-01'),
  noInvalidDate: true,
});

test('an instant counts the minutes that the platform counts', () => {
  fc.assert(
    fc.property(someInstant, fc.constantFrom('Z', '+08:00', '-03:30'), (date, zone) => {
      const text = `${date.toISOString().slice(0, 16)}${zone}`;
      assert.equal(instantMinutes(text), Date.parse(text) / 60_000);
    }),
  );
});

test('without offset the given one counts', () => {
  assert.equal(instantMinutes('2026-03-02T08:30', 480), instantMinutes('2026-03-02T08:30+08:00'));
  assert.equal(instantMinutes('2026-03-02 08:30:59.123', 480), instantMinutes('2026-03-02T00:30Z'));
});

test('an instant falls on the day that clocks there show', () => {
  assert.equal(dayOfInstant('2026-03-01T15:59Z', 480), '2026-03-01');
  assert.equal(dayOfInstant('2026-03-01T16:00Z', 480), '2026-03-02');
  assert.equal(dayOfInstant('2026-03-01T23:00-05:00', 480), '2026-03-02');
});

test('what is no instant is none', () => {
  const none = [
    '2026-02-30T00:00Z',
    '2026-03-02T24:00Z',
    '2026-03-02T08:60Z',
    '2026-03-02',
    '08:30',
    'T',
    '2026-03-02T08:30+8',
  ];
  for (const text of none) assert.equal(instantMinutes(text), undefined, text);
});
