import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createIssueList, readSheetRows, type SheetTable } from './index.ts';
import { sheetOf, workbookOf } from './test-files.ts';

const table: SheetTable = {
  columns: [
    { key: 'number', headers: ['学号', 'Student number'], required: true },
    { key: 'name', headers: ['姓名', 'Name'], required: true },
    { key: 'phone', headers: ['电话', 'Phone'], required: false },
  ],
  keyOfHeader: (header) => (/^\d{4}Q[1-4]$/.test(header) ? `quarter:${header}` : undefined),
};

async function read(fileName: string, bytes: Uint8Array) {
  const issues = createIssueList();
  const rows: [number, Readonly<Record<string, string>>][] = [];
  for await (const row of readSheetRows(fileName, bytes, table, { issues })) rows.push([row.row, row.values]);
  return {
    rows,
    issues: issues.list().map(({ code, row, column, severity }) => [severity, code, row, column]),
  };
}

test('headers in either language, with stars, notes, blanks and width variants', async () => {
  for (const header of [
    '学号,姓名',
    'STUDENT NUMBER,name',
    '*学 号（必填）,姓名*',
    'student_number,Ｎａｍｅ',
  ]) {
    const { rows, issues } = await read('t.csv', Buffer.from(`${header}\n001, 张三 \n`));
    assert.deepEqual([rows, issues], [[[2, { number: '001', name: '张三' }]], []], header);
  }
});

test('titles above the header and blank rows are passed over, row numbers stay true', async () => {
  const { rows, issues } = await read(
    't.csv',
    Buffer.from('2026 学生名单,,\n\n学号,姓名,2026Q1\n\n1,a,5\n , ,\n2,b,\n'),
  );
  assert.deepEqual(issues, []);
  assert.deepEqual(rows, [
    [5, { number: '1', name: 'a', 'quarter:2026Q1': '5' }],
    [7, { number: '2', name: 'b' }],
  ]);
});

test('all problems of a header at once', async () => {
  const { issues, rows } = await read('t.csv', Buffer.from('学号,电话,备注,学号\n1,2,3,4\n5,6,7,8,九\n'));
  assert.deepEqual(issues, [
    ['warning', 'import.column-unknown', 1, 'C'],
    ['error', 'import.header-duplicate', 1, 'D'],
    ['error', 'import.column-missing', 1, undefined],
    ['error', 'import.cell-without-header', 3, 'E'],
  ]);
  assert.deepEqual(rows[0], [2, { number: '1', phone: '2' }]);
});

test('a file without a header row says what was expected', async () => {
  assert.deepEqual((await read('t.csv', Buffer.from('1,2\n3,4\n'))).issues, [
    ['error', 'import.header-missing', undefined, undefined],
  ]);
});

test('a merged title above the header is fine; a merge in the data names its range', async () => {
  const text = (r: string, t: string) => `<c r="${r}" t="inlineStr"><is><t>${t}</t></is></c>`;
  const rows = `<row r="1">${text('A1', '名单')}</row><row r="2">${text('A2', '学号')}${text('B2', '姓名')}</row><row r="3">${text('A3', '1')}${text('B3', 'a')}</row><row r="4">${text('A4', '2')}</row>`;
  const merges = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B3:B4"/></mergeCells>';
  const issues = createIssueList();
  for await (const _ of readSheetRows('t.xlsx', workbookOf(sheetOf(rows, merges)), table, { issues }));
  assert.deepEqual(issues.list(), [
    {
      file: 't.xlsx',
      sheet: 'S',
      row: 3,
      column: 'B',
      code: 'import.merged-cells',
      params: { range: 'B3:B4' },
      severity: 'error',
    },
  ]);
});

test('a thousand issues are kept, all are counted', () => {
  const issues = createIssueList();
  for (let i = 0; i < 1500; i += 1)
    issues.add({ file: 'f', code: 'import.x', params: {}, severity: i % 3 === 0 ? 'warning' : 'error' });
  assert.deepEqual([issues.list().length, issues.errors(), issues.warnings()], [1000, 1000, 500]);
});
