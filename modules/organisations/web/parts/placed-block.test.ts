import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeBlock, type QuarterTable } from './placed-block.ts';

const table: QuarterTable = {
  rows: [
    { id: 'a', names: ['硅基材料线（一厂）'] },
    { id: 'b', names: ['Fibre line', 'L2'] },
  ],
  quarters: ['2027-Q1', '2027-Q2'],
};
const start = { row: 0, column: 0 };

test('lines go to the rows they name and columns to their quarters, in any order', () => {
  const placed = placeBlock(
    [
      ['产线', '2027Q2', '2027年1季度', '2027-Q3'],
      ['L2', '2', '1', '3'],
      ['硅基材料线(一厂)', '1，200', '', '７'],
    ],
    table,
    { row: 1, column: 1 },
  );
  assert.deepEqual(placed.faults, []);
  assert.equal(placed.isSorted, false);
  assert.equal(placed.left, 0);
  assert.deepEqual(
    placed.cells.map(({ rowId, quarter, text }) => `${rowId} ${quarter} ${text}`),
    ['b 2027-Q2 2', 'b 2027-Q1 1', 'b 2027-Q3 3', 'a 2027-Q2 1200', 'a 2027-Q3 7'],
  );
});

test('heads that cannot stand are named with their place, and nothing is placed', () => {
  const placed = placeBlock(
    [
      ['产线', '2027-Q1', '2027-Q1', 'total'],
      ['Fibre line', '1', '2', '3'],
      ['unknown', '1', '2', '3'],
      ['L2', '1', '2', '3'],
      ['', '', '', ''],
    ],
    table,
    start,
  );
  assert.deepEqual(placed.cells, []);
  assert.deepEqual(
    placed.faults.map(({ code, row, column, text }) => [code, row, column, text]),
    [
      ['quarter-twice', 1, 3, '2027-Q1'],
      ['no-quarter', 1, 4, 'total'],
      ['no-such-row', 3, 1, 'unknown'],
      ['row-twice', 4, 1, 'L2'],
    ],
  );
});

test('names without quarters place lines from the column on', () => {
  const placed = placeBlock([['L2', '5', '6']], table, start);
  assert.deepEqual(
    placed.cells.map(({ rowId, quarter, text }) => [rowId, quarter, text]),
    [
      ['b', '2027-Q1', '5'],
      ['b', '2027-Q2', '6'],
    ],
  );
});

test('of a block without heads every filled value lands inside the table, once, or is counted as left out', () => {
  const block = fc.array(fc.array(fc.constantFrom('', '7', 'x'), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  const place = fc.integer({ min: 0, max: 1 });
  fc.assert(
    fc.property(block, place, place, (given, row, column) => {
      const { cells, left, faults } = placeBlock(given, table, { row, column });
      assert.deepEqual(faults, []);
      assert.equal(new Set(cells.map((cell) => `${cell.rowId} ${cell.quarter}`)).size, cells.length);
      for (const cell of cells) {
        const down = table.rows.findIndex(({ id }) => id === cell.rowId) - row;
        assert.equal(given[down]?.[table.quarters.indexOf(cell.quarter) - column], cell.text);
      }
      assert.equal(cells.length + left, given.flat().filter((text) => text !== '').length);
    }),
  );
});
