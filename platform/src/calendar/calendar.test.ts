import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeCalendar } from './index.ts';

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
