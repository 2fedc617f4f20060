import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rampLines, withRamp } from './project-ramp.ts';

const ramp = { occupation: '3133', quarter: '2027-Q3', quarters: 4, first: 10, last: 40 };

test('a ramp has whole people in each quarter, over the end of a year', () => {
  assert.deepEqual(
    rampLines(ramp).map(({ quarter, headcount }) => [quarter, headcount]),
    [
      ['2027-Q3', '10'],
      ['2027-Q4', '20'],
      ['2028-Q1', '30'],
      ['2028-Q2', '40'],
    ],
  );
  assert.deepEqual(
    rampLines({ ...ramp, quarters: 1 }).map(({ headcount }) => headcount),
    ['40'],
  );
});

test('first and last stand as given, and nothing in between goes the other way', () => {
  const people = fc.integer({ min: 0, max: 5000 });
  fc.assert(
    fc.property(people, people, fc.integer({ min: 2, max: 20 }), (first, last, quarters) => {
      const counts = rampLines({ ...ramp, first, last, quarters }).map(({ headcount }) => Number(headcount));
      assert.deepEqual([counts[0], counts.at(-1), counts.length], [first, last, quarters]);
      const direction = Math.sign(last - first);
      for (const [at, count] of counts.entries()) {
        if (at > 0) assert.ok((count - counts[at - 1]!) * direction >= 0);
      }
    }),
  );
});

test('it takes the place of the same occupation in the same quarters only', () => {
  const texts = ['3133\t2027-Q4\t99', '3133\t2026-Q1\t5', '8121\t2027-Q4\t7', '\t2027-Q4\t'];
  const lines = withRamp(texts, { ...ramp, quarters: 2, first: 1, last: 2 });
  assert.deepEqual(lines, ['3133\t2026-Q1\t5', '8121\t2027-Q4\t7', '3133\t2027-Q3\t1', '3133\t2027-Q4\t2']);
});
