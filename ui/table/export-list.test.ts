import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { collectList, mostExportRows } from './export-list.ts';

/** A list of numbers that a server would page. */
function served(count: number) {
  const asked: { page: number; size: number; q: unknown }[] = [];
  const load = async (query: { page: number; size: number; q?: string }) => {
    asked.push({ page: query.page, size: query.size, q: query.q });
    const from = (query.page - 1) * query.size;
    const size = Math.max(0, Math.min(query.size, count - from));
    return { items: Array.from({ length: size }, (_, at) => from + at), total: count };
  };
  return { asked, load };
}
const columns = [
  { key: 'number', header: 'Number', cell: () => null, text: (row: number) => row },
  { key: 'action', header: 'Action', cell: () => null },
];

test('every row of the filter once and in order, whatever page is looked at', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 1200 }),
      fc.integer({ min: 1, max: 9 }),
      async (count, page) => {
        const { asked, load } = served(count);
        const found = await collectList({
          load,
          columns,
          fileName: 'x',
          query: { page, size: 50, q: 'steel' },
        });
        assert.deepEqual(found.headers, ['Number']);
        assert.deepEqual(
          found.rows.map(([value]) => value),
          Array.from({ length: count }, (_, at) => at),
        );
        assert.equal(found.left, 0);
        assert.ok(asked.every((one) => one.q === 'steel'));
      },
    ),
    { numRuns: 30 },
  );
});

test('rows that do not fit into a file are counted, not lost silently', async () => {
  const { load } = served(mostExportRows + 450);
  const found = await collectList({ load, columns, fileName: 'x', query: { page: 1, size: 50 } });
  assert.equal(found.rows.length, mostExportRows);
  assert.equal(found.left, 450);
});
