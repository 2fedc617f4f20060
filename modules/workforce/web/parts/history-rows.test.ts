import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isSound,
  nextRowQuarter,
  pasted,
  quarterFrom,
  recordOf,
  rowsOf,
  withQuarter,
} from './history-rows.ts';

const record = { occupation: 'a', quarter: '2026-Q1', headcount: 60, needed: null, leavers: 1, joiners: 2 };

test('records become rows and come back the same', () => {
  const rows = rowsOf([record, { ...record, occupation: 'b' }], 'a');
  assert.equal(rows.length, 1);
  assert.deepEqual(
    rows.map((row) => recordOf('a', row)),
    [record],
  );
});

test('quarters are read as people write them', () => {
  for (const text of ['2025Q1', '2025-Q1', '2025 q1', '2025年1季度', '2025年第1季'])
    assert.equal(quarterFrom(text), '2025-Q1');
  for (const text of ['2025', '2025Q5', '25Q1', '12']) assert.equal(quarterFrom(text), undefined);
});

test('a block with quarters finds its rows, and makes those that are missing', () => {
  const { rows, cells } = pasted(
    rowsOf([record], 'a'),
    [
      ['季度', '在岗'],
      ['2026Q1', '61', '70'],
      ['2025Q4', '59'],
    ],
    {
      row: 0,
      column: 0,
    },
  );
  assert.deepEqual(
    rows.map((row) => [row.quarter, row.headcount, row.needed]),
    [
      ['2025-Q4', '59', ''],
      ['2026-Q1', '61', '70'],
    ],
  );
  assert.equal(cells, 3);
});

test('a block without quarters is laid down where it was pasted, and never outside', () => {
  const rows = withQuarter(rowsOf([record], 'a'), '2026-Q2');
  const after = pasted(rows, [['5', '6', '7'], ['8'], ['9']], { row: 1, column: 2 });
  assert.deepEqual([after.rows[1]?.leavers, after.rows[1]?.joiners, after.cells], ['5', '6', 2]);
  assert.equal(rows[1]?.leavers, '0');
});

test('only whole numbers are sound, and what is needed may stay open', () => {
  assert.ok(isSound('needed', '') && isSound('headcount', '0') && isSound('headcount', '1000000') === false);
  for (const text of ['', '-1', '1.5', 'x']) assert.equal(isSound('headcount', text), false, text);
});

test('the next quarter follows the last, or lies a year back', () => {
  assert.equal(nextRowQuarter(rowsOf([{ ...record, quarter: '2026-Q4' }], 'a'), '2026-11-22'), '2027-Q1');
  assert.equal(nextRowQuarter([], '2026-11-22'), '2025-Q4');
});
