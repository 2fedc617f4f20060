import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findInChart } from './chart-search.ts';

const rows = [
  { id: 'a', label: '买买提江·卡德尔' },
  { id: 'b', label: 'Wang Fang' },
  { id: 'c', label: '余泽宇' },
];
const blocks = [
  { id: '1', row: 'a', label: '中控操作', detail: '仿真台1, 胡美玲' },
  { id: '2', row: 'b', label: '中控操作', detail: '仿真台2' },
  { id: '3', row: 'b', label: '电气检修', detail: '电机台, 胡美玲' },
];
const found = (search: string) => {
  const { rows: kept, isFaded } = findInChart(rows, blocks, search);
  return [kept.map((row) => row.id).join(''), blocks.filter((block) => !isFaded(block)).map(({ id }) => id)];
};

test('a row found by its own name keeps all its blocks; names with dots and capitals are found without them', () => {
  assert.deepEqual(found('卡德尔'), ['a', ['1']]);
  assert.deepEqual(found('买买提江卡'), ['a', ['1']]);
  assert.deepEqual(found('wang'), ['b', ['2', '3']]);
});

test('a row found by a block shows it, and its other blocks step back', () => {
  assert.deepEqual(found('胡美玲'), ['ab', ['1', '3']]);
  assert.deepEqual(found('电气'), ['b', ['3']]);
});

test('nothing looked for finds everything, something unknown nothing', () => {
  assert.deepEqual(found('  '), ['abc', ['1', '2', '3']]);
  assert.deepEqual(found('nobody'), ['', []]);
});
