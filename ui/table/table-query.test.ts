import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nextSort, pageRange, pageSize, tableQuery } from './table-query.ts';

test('the address decides, and nonsense in it does no harm', () => {
  assert.deepEqual(tableQuery({ q: '焊', page: '3', sort: '-name', state: 'draft', evil: 'x' }, ['state']), {
    q: '焊',
    page: 3,
    size: pageSize,
    sort: '-name',
    state: 'draft',
  });
  fc.assert(
    fc.property(fc.string(), (page) => {
      const query = tableQuery({ page }, []);
      return Number.isInteger(query.page) && query.page >= 1 && query.page <= 100_000;
    }),
  );
});

test('a heading sorts upwards first, then downwards, then upwards', () => {
  assert.equal(nextSort(undefined, 'name'), 'name');
  assert.equal(nextSort('name', 'name'), '-name');
  assert.equal(nextSort('-name', 'name'), 'name');
  assert.equal(nextSort('-name', 'seats'), 'seats');
});

test('the pages of a list are disjoint and cover it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (total) => {
      const seen: number[] = [];
      for (let page = 1; page <= Math.ceil(total / pageSize); page += 1) {
        const { from, to } = pageRange(page, total);
        for (let row = from; row <= to; row += 1) seen.push(row);
      }
      assert.deepEqual(
        seen,
        Array.from({ length: total }, (_, index) => index + 1),
      );
    }),
  );
  assert.deepEqual(pageRange(1, 0), { from: 0, to: 0 });
});
