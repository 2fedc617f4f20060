import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextQuarter, plainNumber, quarterFrom, readBlock, unitsOf } from './pasted-grid.ts';

test('a block from a spreadsheet keeps its rows and columns', () => {
  assert.deepEqual(readBlock('1\t2\r\n3\t\r\n'), [
    ['1', '2'],
    ['3', ''],
  ]);
  assert.deepEqual(readBlock('1,200\t１２ \n').flat().map(plainNumber), ['1200', '12']);
  assert.equal(plainNumber('1，234'), '1234');
});

test('only numbers from 0 to 100,000 are units', () => {
  assert.equal(unitsOf('0'), 0);
  assert.equal(unitsOf('2.5'), 2.5);
  for (const text of ['', '-1', '1e9', '100001', 'abc', '1.']) assert.equal(unitsOf(text), undefined, text);
});

test('quarters follow each other over the end of a year', () => {
  assert.equal(nextQuarter('2026-Q4'), '2027-Q1');
  assert.equal(nextQuarter('2026-Q1'), '2026-Q2');
});

test('quarters are read as people write them', () => {
  for (const text of ['2027-Q1', '2027Q1', '2027/q1', '2027 年 第1季度', '２０２７Q1'])
    assert.equal(quarterFrom(text), '2027-Q1', text);
  for (const text of ['2027-Q5', '27Q1', '2027', 'Q1', '']) assert.equal(quarterFrom(text), undefined, text);
});
