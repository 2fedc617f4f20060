import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createIssueList, writeCsv, writeXlsx } from '@dualtrack/platform/sheets';
import fc from 'fast-check';
import {
  checkTables,
  type ImportBundle,
  type Known,
  nothingKnown,
  readTables,
  recordKey,
  rowSchema,
  sheetFor,
  tableKeys,
  tableOf,
  tableOfFile,
  templateFor,
} from './index.ts';

const school = '91350100M000100Y43';
const enterprise = '9144030071526726XG';
const organisations = `统一社会信用代码,单位类型,单位名称,行政区划代码,办学层次\n${school},学校,甲校,650502,高职\n${enterprise},企业,乙厂,650502,\n`;
const programmes = `学校统一社会信用代码,专业代码,专业名称,学制,层次,面向职业,历年到岗率,毕业率\n${school},460301,机电一体化技术,3,专科,3115、8189,35%,0.9\n`;
const cohorts = `学校统一社会信用代码,班级编号,专业代码,入学年份,班级名称,人数,毕业季度\n${school},机电2401,460301,2024,机电2401班,30,2027Q2\n`;
const studentHeader = '学校统一社会信用代码,学号,姓名,性别,出生日期,班级编号\n';

async function check(files: Record<string, string | Uint8Array>, known: Known = nothingKnown) {
  const issues = createIssueList();
  const given = Object.entries(files).map(([name, content]) => ({
    name,
    source: typeof content === 'string' ? Buffer.from(content) : content,
  }));
  const { bundle } = checkTables(await readTables(given, issues), known, issues);
  const found = issues.list().map(({ file, row, column, code }) => [file, row, column, code]);
  return { bundle, found, issues: issues.list() };
}

test('files that fit together become a bundle that its own schemas accept', async () => {
  const { bundle, found } = await check({
    '单位.csv': organisations,
    'programmes.csv': programmes,
    '班级.csv': cohorts,
    '学生-2024级.csv': `${studentHeader}${school},24001,甲,女,2006/3/2,机电2401\n`,
    'students (2).csv': `${studentHeader}${school},24002,乙,male,2006年3月2日,机电2401\n`,
  });
  assert.deepEqual(found, []);
  assert.deepEqual(
    bundle?.students.map((row) => [row.studentNumber, row.sex, row.birthDate, row.phone]),
    [
      ['24001', 'female', '2006-03-02', null],
      ['24002', 'male', '2006-03-02', null],
    ],
  );
  assert.deepEqual(bundle?.programmes[0]?.occupations, ['3115', '8189']);
  for (const key of tableKeys) {
    for (const row of bundle?.[key] ?? [])
      assert.ok(rowSchema(key).safeParse(JSON.parse(JSON.stringify(row))).success, key);
  }
});

test('everything that is wrong in all files comes at once, and nothing is let through', async () => {
  const { bundle, found, issues } = await check({
    '单位.csv': organisations,
    '专业.csv': programmes,
    '班级.csv': cohorts,
    '学生.csv': `${studentHeader}${school},1,甲,女,2006-02-30,机电2401\n${school},2,,男,2006-01-01,机电2402\n${school},1,丙,?,2006-01-01,机电2401\n${enterprise},4,丁,男,2006-01-01,\n`,
    '菜单.csv': 'a,b\n',
  });
  assert.equal(bundle, undefined);
  assert.deepEqual(found, [
    ['菜单.csv', undefined, undefined, 'import.table-unknown'],
    ['学生.csv', 2, 'E', 'import.day-invalid'],
    ['学生.csv', 3, 'C', 'import.value-required'],
    ['学生.csv', 4, 'D', 'import.choice-unknown'],
    ['学生.csv', 5, 'F', 'import.value-required'],
    ['学生.csv', 4, 'B', 'import.duplicate-row'],
    ['学生.csv', 3, 'F', 'import.reference-missing'],
    ['学生.csv', 5, 'A', 'import.organisation-kind'],
  ]);
  assert.deepEqual(issues.find((issue) => issue.code === 'import.duplicate-row')?.params, {
    header: '学号',
    firstFile: '学生.csv',
    firstRow: 2,
  });
  assert.deepEqual(issues.find((issue) => issue.code === 'import.reference-missing')?.params, {
    header: '班级编号',
    value: '机电2402',
    table: 'cohorts',
  });
});

test('what is stored counts for references, and a user imports only rows of the own organisation', async () => {
  const known: Known = {
    own: school,
    organisations: new Map([
      [school, 'school'],
      [enterprise, 'enterprise'],
    ]),
    records: { programmes: new Set([recordKey([school, '460301'])]) },
    lists: { major: new Set(), region: new Set(['650502']), isco: new Set(['3115']) },
  };
  const good = await check({ '班级.csv': cohorts }, { ...known, lists: undefined });
  assert.deepEqual([good.found, good.bundle?.cohorts.length], [[], 1]);
  const warned = await check({ '班级.csv': cohorts }, known);
  assert.deepEqual(
    [warned.found.map((one) => one[3]), warned.bundle?.cohorts.length],
    [['import.major-code-unknown'], 1],
  );
  const foreign = await check({ '单位.csv': organisations, '专业.csv': programmes }, known);
  assert.deepEqual(
    foreign.found.map((one) => one[3]),
    ['import.not-own-organisation', 'import.occupation-code-unknown', 'import.major-code-unknown'],
  );
});

test('a file that could not be read does not make every reference to it an error', async () => {
  const { found } = await check({
    '单位.csv': organisations,
    '班级.csv': new Uint8Array(),
    '学生.csv': `${studentHeader}${school},1,甲,女,2006-01-01,机电2401\n`,
  });
  assert.deepEqual(found, [['班级.csv', undefined, undefined, 'import.file-empty']]);
});

test('quarters as columns and quarters as rows give the same plan', async () => {
  const head = '企业统一社会信用代码,产线编号,产线名称';
  const rest = { '单位.csv': organisations };
  const wide = await check({
    ...rest,
    '产能.csv': `${head},2026Q1,2026年2季度\n${enterprise},L1,一线,1,2.5\n${enterprise},L2,二线,,3\n`,
  });
  const long = await check({
    ...rest,
    '产能.csv': `${head},季度,运行单元数\n${enterprise},L1,一线,2026Q1,1\n${enterprise},L1,一线,2026-Q2,2.5\n${enterprise},L2,二线,2026Q2,3\n`,
  });
  assert.deepEqual([wide.found, long.found], [[], []]);
  assert.deepEqual(wide.bundle?.capacity, long.bundle?.capacity);
  const bad = await check({
    ...rest,
    '产能.csv': `${head},2026Q1\n${enterprise},L1,一线,多\n${enterprise},L1,三线,2\n${enterprise},L1,三线,3\n`,
  });
  assert.deepEqual(bad.found, [
    ['产能.csv', 2, 'D', 'import.decimal-invalid'],
    ['产能.csv', 4, 'B', 'import.duplicate-row'],
  ]);
  const disagree = await check({
    ...rest,
    '产能.csv': `${head},季度,运行单元数\n${enterprise},L1,一线,2026Q1,1\n${enterprise},L1,二线,2026Q2,1\n`,
  });
  assert.deepEqual(disagree.found, [['产能.csv', 3, 'C', 'import.rows-disagree']]);
  const neither = await check({ ...rest, '产能.csv': `${head}\n${enterprise},L1,一线\n` });
  assert.deepEqual(
    neither.found.map((one) => one[3]),
    ['import.value-required', 'import.value-required'],
  );
});

test('retirements are gathered from the quarter columns', async () => {
  const { bundle, found } = await check({
    '单位.csv': organisations,
    '人员现状.csv': `企业统一社会信用代码,工种编号,工种名称,职业代码,现有人数,季度流失率,2026Q2,2026Q1\n${enterprise},dcs,中控,3133,120,2%,1,0\n`,
  });
  assert.deepEqual(found, []);
  assert.deepEqual(bundle?.headcount[0]?.quarters, [
    { quarter: '2026-Q1', value: 0 },
    { quarter: '2026-Q2', value: 1 },
  ]);
});

test('checks of whole rows', async () => {
  const { found } = await check({
    '单位.csv': `统一社会信用代码,单位类型,单位名称,行政区划代码\n${school},学校,甲校,650502\n`,
    '专业.csv': programmes.replace('专科', '中专'),
    '双轨日历.csv': `学校统一社会信用代码,周一日期,安排\n${school},2026-03-03,在校\n`,
  });
  assert.deepEqual(found, [
    ['单位.csv', 2, undefined, 'import.value-required'],
    ['专业.csv', 2, 'E', 'import.level-mismatch'],
    ['双轨日历.csv', 2, 'B', 'import.day-not-monday'],
  ]);
});

test('every template is read back: all headers known, nothing in it counts as a row', async () => {
  for (const locale of ['zh-CN', 'en', 'ug']) {
    for (const key of tableKeys) {
      const sheet = templateFor(key, locale);
      const file = await writeXlsx({ sheets: [sheet], modifiedAt: new Date(0) });
      const issues = createIssueList();
      const [input] = await readTables([{ name: `${key}.xlsx`, source: file }], issues);
      assert.deepEqual(
        [issues.list(), input?.rows, input?.sheet],
        [[], [], tableOf(key)[locale === 'zh-CN' ? 'zh' : 'en']],
        `${key} ${locale}`,
      );
    }
  }
});

test('file names in both languages find their table', () => {
  for (const key of tableKeys) {
    const { zh, en } = tableOf(key);
    for (const name of [
      `${zh}.xlsx`,
      `${en}.csv`,
      `a/b/${en.toUpperCase()}.CSV`,
      `${zh}-2026.xlsx`,
      `C:\\x\\${zh} (1).csv`,
    ])
      assert.equal(tableOfFile(name), key, name);
  }
  assert.equal(tableOfFile('学生会.xlsx'), undefined);
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
