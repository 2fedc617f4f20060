import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { refusal, type TestKernel, testKernel } from '../../testing/index.ts';
import { readAll } from '../test-files.ts';
import { mostExportRows } from './contract.ts';
import { sheetExports, writeListSheet } from './module.ts';

let kit: TestKernel;
before(async () => {
  kit = await testKernel([sheetExports]);
});
after(() => kit.close());

const somebody = {
  personId: '00000000-0000-4000-8000-000000000001',
  name: 'Somebody',
  membershipId: '00000000-0000-4000-8000-000000000002',
  tenant: '00000000-0000-4000-8000-000000000003',
  kind: 'school',
  role: 'teacher',
  homes: [],
  subjectId: null,
} as const;

async function written(input: { name?: string; headers: string[]; rows: (string | number | null)[][] }) {
  const file = await kit.call(writeListSheet, somebody, { name: '岗位', ...input });
  const { rows, codes } = await readAll(file.name, Buffer.from(await file.arrayBuffer()));
  assert.deepEqual(codes, []);
  return Object.values(rows);
}

test('whatever a list holds comes back as it was, and nothing of it is a formula', async () => {
  const letter = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '"',
    "'",
    '岗',
    'ئ',
    '<',
    '&',
    '_x0041_',
    '1',
    'a',
    ' b',
  );
  const text = fc.array(letter, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
  const cell = fc.oneof(text, fc.integer({ min: -1000, max: 1000 }), fc.constant('2026-03-02'));
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const headers = ['=1+1', '名称', 'C'];
      const read = await written({ headers, rows });
      // A blank at either end belongs to no value; the reader takes it away.
      const expected = [headers, ...rows].map((row) => row.map((one) => String(one).trim()));
      assert.deepEqual(
        read.map((row) => row.map((one) => one.trim())),
        expected,
      );
    }),
    { numRuns: 15 },
  );
});

test('codes with leading zeros stay text, control characters go', async () => {
  const rows = [['00042', 'a\u0001b', null]];
  assert.deepEqual((await written({ headers: ['A', 'B', 'C'], rows }))[1], ['00042', 'ab']);
});

test('a sheet name that Excel does not allow is made allowed', async () => {
  assert.equal((await written({ name: '[岗位]: a/b?*', headers: ['A'], rows: [['x']] })).length, 2);
});

test('nobody who is not signed in, and no more rows than are allowed', async () => {
  const input = { name: 'x', headers: ['A'], rows: [['a']] };
  await assert.rejects(kit.call(writeListSheet, null, input), refusal('session.required'));
  const rows = Array.from({ length: mostExportRows + 1 }, () => ['a']);
  await assert.rejects(kit.call(writeListSheet, somebody, { ...input, rows }), refusal('input.invalid'));
});
