import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layRows, neighbour, type TimeBlock } from './time-chart-data.ts';

const rows = [
  { id: 'r0', label: 'A' },
  { id: 'r1', label: 'B' },
];
const blocksOf = fc.array(
  fc.record({ row: fc.constantFrom('r0', 'r1'), from: fc.nat(20), length: fc.integer({ min: 1, max: 5 }) }),
  { maxLength: 25 },
);
const named = (list: { row: string; from: number; length: number }[]): TimeBlock[] =>
  list.map((one, at) => ({ ...one, id: `b${at}`, label: '' }));

function deepest(blocks: readonly TimeBlock[]): number {
  const weeks = Array.from(
    { length: 30 },
    (_, week) => blocks.filter((one) => one.from <= week && week < one.from + one.length).length,
  );
  return Math.max(1, ...weeks);
}

test('no two blocks of a lane share a week, nothing is lost, and no lane is wasted', () => {
  fc.assert(
    fc.property(blocksOf, (list) => {
      const blocks = named(list);
      const laid = layRows(rows, blocks);
      assert.equal(laid.flatMap((one) => one.blocks).length, blocks.length);
      for (const one of laid) {
        for (const a of one.blocks) {
          for (const b of one.blocks) {
            if (a.block.id >= b.block.id || a.lane !== b.lane) continue;
            const apart =
              a.block.from + a.block.length <= b.block.from || b.block.from + b.block.length <= a.block.from;
            assert.ok(apart);
          }
        }
        assert.equal(one.lanes, deepest(one.blocks.map((laidBlock) => laidBlock.block)));
      }
    }),
  );
});

test('arrow keys go to the neighbour and, across rows, to the nearest weeks', () => {
  const blocks = named([
    { row: 'r0', from: 0, length: 2 },
    { row: 'r0', from: 4, length: 2 },
    { row: 'r1', from: 5, length: 1 },
    { row: 'r1', from: 0, length: 1 },
  ]);
  const laid = layRows(rows, blocks);
  const go = (at: number, key: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown') => {
    const from = blocks[at];
    assert.ok(from);
    return neighbour(laid, from, key)?.id;
  };
  assert.equal(go(0, 'ArrowRight'), 'b1');
  assert.equal(go(1, 'ArrowLeft'), 'b0');
  assert.equal(go(0, 'ArrowLeft'), undefined);
  assert.equal(go(1, 'ArrowDown'), 'b2');
  assert.equal(go(0, 'ArrowDown'), 'b3');
  assert.equal(go(2, 'ArrowUp'), 'b1');
  assert.equal(go(2, 'ArrowDown'), undefined);
});
