import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CalendarEntry, writeCalendar } from './index.ts';
import { readCalendar, textOf } from './testing/read-calendar.ts';

const feed = {
  name: '双轨',
  now: new Date('2026-11-22T00:00:00Z'),
  language: 'ZH',
};

/** Unfolds the lines of RFC 5545. */
const linesOf = (text: string) => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');

test('whole days end on the morning after the last, also over 29 February', () => {
  const entry = { uid: 'a', title: '焊接；一组, 二组', when: { from: '2028-02-28', to: '2028-02-29' } };
  const lines = linesOf(writeCalendar({ ...feed, entries: [entry] }));
  assert.ok(lines.includes('DTSTART;VALUE=DATE:20280228'));
  assert.ok(lines.includes('DTEND;VALUE=DATE:20280301'));
  assert.ok(lines.includes('SUMMARY:焊接；一组\\, 二组'));
});

test('instants are written in UTC and entries keep their identity', () => {
  const when = { start: new Date('2026-11-22T01:00:00Z'), end: new Date('2026-11-22T02:30:00Z') };
  const lines = linesOf(
    writeCalendar({ ...feed, entries: [{ uid: 'b', title: 'x', when, isCancelled: true }] }),
  );
  for (const line of [
    'UID:b',
    'DTSTART:20261122T010000Z',
    'DTEND:20261122T023000Z',
    'DTSTAMP:20261122T000000Z',
    'STATUS:CANCELLED',
  ]) {
    assert.ok(lines.includes(line), line);
  }
});

test('a changed entry says when and how often; whole days take nobody for busy, hours do', () => {
  const revision = { at: new Date('2026-11-01T06:00:00Z'), sequence: 3 };
  const when = { from: '2026-12-28', to: '2027-01-01' };
  const hours = { start: new Date('2026-11-22T01:00:00Z'), end: new Date('2026-11-22T02:00:00Z') };
  const write = (now: Date) =>
    linesOf(
      writeCalendar({
        ...{ ...feed, now },
        entries: [
          { uid: 'c', title: 'x', when, revision },
          { uid: 'd', title: 'y', when: hours, revision },
        ],
      }),
    );
  const lines = write(feed.now);
  const count = (line: string) => lines.filter((one) => one === line).length;
  for (const line of ['SEQUENCE:3', 'LAST-MODIFIED:20261101T060000Z', 'DTSTAMP:20261101T060000Z'])
    assert.equal(count(line), 2, line);
  assert.equal(count('TRANSP:TRANSPARENT'), 1);
  // Read again later, nothing of it has changed.
  assert.deepEqual(write(new Date('2026-11-30T00:00:00Z')), lines);
});

const sign = fc.constantFrom('双', '轨', '😀', 'ا', 'a', ' ', ',', ';', ':', '\\', '"', '\n', '=', 'é');
const words = fc.array(sign, { minLength: 1, maxLength: 120 }).map((signs) => `x${signs.join('')}x`);
const when = fc.oneof(
  fc.constant({ from: '2026-12-31', to: '2027-01-02' }),
  fc.integer({ min: 0, max: 10 ** 9 }).map((seconds) => {
    const start = new Date(1_700_000_000_000 + seconds * 1_000);
    return { start, end: new Date(start.getTime() + 5_400_000) };
  }),
);
const entries: fc.Arbitrary<CalendarEntry[]> = fc
  .array(fc.record({ title: words, description: words, location: words, when, isCancelled: fc.boolean() }), {
    maxLength: 6,
  })
  .map((all) => all.map((entry, at) => ({ ...entry, uid: `entry-${at}@dualtrack` })));

test('whatever people write, a strict reader gets back the same words and times', () => {
  fc.assert(
    fc.property(entries, words, (given, name) => {
      const calendar = readCalendar(
        writeCalendar({ ...feed, name: name.replaceAll('\n', ' '), entries: given }),
      );
      assert.equal(calendar.parts.length, given.length);
      for (const [at, entry] of given.entries()) {
        const part = calendar.parts[at];
        assert.ok(part);
        assert.deepEqual(
          ['SUMMARY', 'DESCRIPTION', 'LOCATION'].map((key) => textOf(part, key)),
          [entry.title, entry.description, entry.location],
        );
        assert.equal(textOf(part, 'UID'), entry.uid);
        const start = part.properties.find((one) => one.name === 'DTSTART')?.value;
        const expected =
          'from' in entry.when
            ? entry.when.from.replaceAll('-', '')
            : entry.when.start.toISOString().replaceAll(/[-:]|\.000/g, '');
        assert.equal(start, expected);
      }
    }),
  );
});
