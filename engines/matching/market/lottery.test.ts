import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { createIdTable } from './id-table.ts';
import { drawLottery, lotteryCommitment, lotteryNumber } from './lottery.ts';
import { standingsOf } from './standings.ts';
import { wordOf } from './word.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 90 });
const hexOf = (content: string): string => createHash('sha256').update(content, 'utf8').digest('hex');

test('a lottery number is what anyone computes with SHA-256', () => {
  fc.assert(
    fc.property(text, text, (seed, applicant) => {
      const digits = hexOf(`${seed}\n${applicant}`).slice(0, 13);
      assert.equal(lotteryNumber(seed, applicant), Number.parseInt(digits, 16) / 16 ** 13);
    }),
  );
});

test('the commitment is the SHA-256 of the seed, whatever its length', () => {
  for (let length = 0; length < 200; length++) {
    assert.equal(lotteryCommitment('é'.repeat(length)), hexOf('é'.repeat(length)));
  }
});

test('a draw gives everyone their own number and orders by it', () => {
  const ids = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), {
    maxLength: 50,
  });
  fc.assert(
    fc.property(ids, (names) => {
      const table = createIdTable();
      for (const name of names) table.add(wordOf(name));
      const lottery = drawLottery('seed', table);
      const order = names.map((_, a) => a).sort((a, b) => lottery.number[a]! - lottery.number[b]!);
      names.forEach((name, a) => void assert.equal(lottery.number[a], lotteryNumber('seed', name)));
      assert.deepEqual([...lottery.byStanding], order);
      order.forEach((a, place) => void assert.equal(lottery.standing[a], place));
    }),
  );
});

test('standings of equal and nearly equal numbers', () => {
  const near = fc.nat(3).map((step) => 0.5 + step * 2 ** -52);
  const number = fc.oneof(
    near,
    fc.nat(65536).map((high) => high / 65537),
    fc.constant(0.25),
  );
  fc.assert(
    fc.property(fc.array(number, { maxLength: 60 }), (numbers) => {
      const { byStanding } = standingsOf(Float64Array.from(numbers), (a, b) => a < b);
      const expected = numbers.map((_, i) => i).sort((a, b) => numbers[a]! - numbers[b]! || b - a);
      assert.deepEqual([...byStanding], expected);
    }),
  );
});
