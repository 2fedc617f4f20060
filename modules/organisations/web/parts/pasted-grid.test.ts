import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nextQuarter, placeBlock, readBlock, unitsOf } from './pasted-grid.ts';

test('a block from a spreadsheet keeps its rows and columns', () => {
  assert.deepEqual(readBlock('1\t2\r\n3\t\r\n'), [
    ['1', '2'],
    ['3', ''],
  ]);
  assert.deepEqual(readBlock('1,200\t１２ \n'), [['1200', '12']]);
});

test('every filled value either lands inside the table, once, or is counted as left out', () => {
  const block = fc.array(fc.array(fc.constantFrom('', '7', 'x'), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 6,
  });
  const small = fc.integer({ min: 0, max: 4 });
  fc.assert(
    fc.property(block, small, small, small, small, (given, row, column, moreRows, moreColumns) => {
      const size = { rows: row + 1 + moreRows, columns: column + 1 + moreColumns };
      const { cells, left } = placeBlock(given, { row, column }, size);
      const seen = new Set(cells.map((cell) => `${cell.row} ${cell.column}`));
      assert.equal(seen.size, cells.length);
      for (const cell of cells) {
        assert.ok(cell.row < size.rows && cell.column < size.columns);
        assert.equal(given[cell.row - row]?.[cell.column - column], cell.text);
      }
      assert.equal(cells.length + left, given.flat().filter((text) => text !== '').length);
    }),
  );
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
