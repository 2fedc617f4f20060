import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createIssueList, readSheetRows, writeCsv, writeXlsx } from '@dualtrack/platform/sheets';
import fc from 'fast-check';
import {
  checkTables,
  type ImportBundle,
  type Known,
  nothingKnown,
  readTables,
  recordKey,
  sheetFor,
  tableKeys,
  tableOf,
  templateFor,
} from '../modules/organisations/import/index.ts';

const school = '91350100M000100Y43';
const enterprise = '9144030071526726XG';
const organisations = Buffer.from(
  `统一社会信用代码,单位类型,单位名称,行政区划代码,办学层次\n${school},学校,甲校,650502,高职\n${enterprise},企业,乙厂,650502,\n`,
);

async function check(files: Record<string, Uint8Array>, known: Known = nothingKnown) {
  const issues = createIssueList();
  const given = Object.entries(files).map(([name, source]) => ({ name, source }));
  const { bundle } = checkTables(await readTables(given, readSheetRows, issues), known, issues);
  return { bundle, found: issues.list().map(({ file, row, column, code }) => [file, row, column, code]) };
}

test('unknown, empty and broken files stand beside what is wrong inside the others', async () => {
  const { bundle, found } = await check({
    '菜单.csv': Buffer.from('a,b\n'),
    '单位.csv': organisations,
    '班级.csv': new Uint8Array(),
    '学生.csv': Buffer.from(
      `学校统一社会信用代码,学号,姓名,性别,出生日期,班级编号,备注\n${school},1,甲,女,2006-02-30,机电2401,x\n`,
    ),
  });
  assert.equal(bundle, undefined);
  assert.deepEqual(found, [
    ['菜单.csv', undefined, undefined, 'import.table-unknown'],
    ['班级.csv', undefined, undefined, 'import.file-empty'],
    ['学生.csv', 1, 'G', 'import.column-unknown'],
    ['学生.csv', 2, 'E', 'import.day-invalid'],
  ]);
});
test('every template is read back: all headers known, nothing in it counts as a row', async () => {
  for (const locale of ['zh-CN', 'en', 'ug']) {
    for (const key of tableKeys) {
      const sheet = templateFor(key, locale);
      const file = await writeXlsx({ sheets: [sheet], modifiedAt: new Date(0) });
      const issues = createIssueList();
      const [input] = await readTables([{ name: `${key}.xlsx`, source: file }], readSheetRows, issues);
      assert.deepEqual(
        [issues.list(), input?.rows, input?.sheet],
        [[], [], tableOf(key)[locale === 'zh-CN' ? 'zh' : 'en']],
        `${key} ${locale}`,
      );
    }
  }
});

const day = fc
  .date({ min: new Date('1960-01-01'), max: new Date('2019-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const student = fc.record({
  schoolCode: fc.constant(school),
  studentNumber: fc.nat(1e9).map((n) => String(n).padStart(10, '0')),
  name: fc.constantFrom('阿依古丽·买买提', '=王', '李"四"', '赵，五'),
  sex: fc.constantFrom('female' as const, 'male' as const),
  birthDate: day,
  cohortId: fc.constant('机电2401'),
  phone: fc.option(fc.constant('13800000000')),
  guardianName: fc.option(fc.constant('监护人')),
  guardianPhone: fc.option(fc.constant('13900000000')),
});

test('exported rows come back as they were, in both languages and both file types', async () => {
  const known: Known = {
    organisations: new Map([[school, 'school']]),
    records: { cohorts: new Set([recordKey([school, '机电2401'])]) },
  };
  const rowsOf = fc.uniqueArray(student, {
    selector: (row) => row.studentNumber,
    maxLength: 6,
    minLength: 1,
  });
  await fc.assert(
    fc.asyncProperty(
      rowsOf.map((rows) => rows.map((row) => ({ ...row }))),
      fc.constantFrom('zh-CN', 'en'),
      fc.boolean(),
      async (rows, locale, isText) => {
        const sheet = sheetFor('students', rows, locale);
        const file = isText ? writeCsv(sheet) : await writeXlsx({ sheets: [sheet], modifiedAt: new Date(0) });
        const { bundle, found } = await check({ [isText ? '学生.csv' : '学生.xlsx']: file }, known);
        assert.deepEqual([found, bundle?.students], [[], rows]);
      },
    ),
    { numRuns: 20 },
  );
});

test('a wide plan comes back as it was', async () => {
  const cell = fc.record({
    lineId: fc.constantFrom('L1', 'L2'),
    quarter: fc.constantFrom('2026-Q1', '2026-Q2', '2027-Q4'),
    units: fc.integer({ min: 0, max: 40 }).map((n) => n / 4),
  });
  const sorted = (rows: ImportBundle['capacity']) =>
    rows.map((row) => JSON.stringify([row.lineId, row.quarter, row.units])).sort();
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(cell, { selector: (one) => one.lineId + one.quarter, minLength: 1 }),
      async (cells) => {
        const rows = cells.map((one) => ({
          ...one,
          enterpriseCode: enterprise,
          lineName: `线${one.lineId}`,
        }));
        const file = writeCsv(sheetFor('capacity', rows, 'zh-CN', { wide: true }));
        const { bundle, found } = await check({ '单位.csv': organisations, '产能计划.csv': file });
        assert.deepEqual([found, sorted(bundle?.capacity ?? [])], [[], sorted(rows)]);
      },
    ),
    { numRuns: 30 },
  );
});
