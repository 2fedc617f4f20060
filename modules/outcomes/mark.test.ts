import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles } from '@dualtrack/platform/contract';
import { readScore, whyNotMark } from './mark.ts';

test('a mark is read as people write it, and nothing else is taken for one', () => {
  const read: [string, number | null | undefined][] = [
    ['', null],
    [' ', null],
    ['0', 0],
    ['100', 100],
    ['87,5', 87.5],
    ['８５', 85],
    ['100.01', undefined],
    ['-1', undefined],
    ['1e2', undefined],
    ['优', undefined],
  ];
  for (const [text, score] of read) assert.equal(readScore(text), score, JSON.stringify(text));
});

test('teachers and mentors mark classes that run or are over; others read', () => {
  const marking = ['school-office', 'programme-head', 'teacher', 'enterprise-hr', 'mentor'];
  for (const role of roles) {
    for (const state of ['draft', 'open', 'closed', 'matched', 'published', 'running', 'finished']) {
      const isFree = marking.includes(role) && (state === 'running' || state === 'finished');
      assert.equal(whyNotMark({ state }, { role }) === null, isFree, `${role} ${state}`);
    }
  }
});
