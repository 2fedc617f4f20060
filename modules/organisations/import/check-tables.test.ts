import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SheetIssue } from '@dualtrack/platform/sheets';
import {
  checkTables,
  type Known,
  nothingKnown,
  recordKey,
  rowSchema,
  sheetTableOf,
  type TableInput,
  tableKeys,
  tableOf,
  tableOfFile,
} from './index.ts';

const school = '91350100M000100Y43';
const enterprise = '9144030071526726XG';
const organisations = `统一社会信用代码,单位类型,单位名称,行政区划代码,办学层次\n${school},学校,甲校,650502,高职\n${enterprise},企业,乙厂,650502,\n`;
const programmes = `学校统一社会信用代码,专业代码,专业名称,学制,层次,面向职业,历年到岗率,毕业率\n${school},460301,机电一体化技术,3,专科,3115、8189,35%,0.9\n`;
const cohorts = `学校统一社会信用代码,班级编号,专业代码,入学年份,班级名称,人数,毕业季度\n${school},机电2401,460301,2024,机电2401班,30,2027Q2\n`;
const studentHeader = '学校统一社会信用代码,学号,姓名,性别,出生日期,班级编号\n';

/** Rows as `readSheetRows` gives them, from text without quotes. */
function inputOf(file: string, text: string): TableInput {
  const table = tableOfFile(file);
  assert.ok(table !== undefined, file);
  const spec = sheetTableOf(table).table;
  const [header = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const keys = header.map(
    (name) => spec.columns.find((one) => one.headers.includes(name))?.key ?? spec.keyOfHeader?.(name) ?? name,
  );
  const columns = Object.fromEntries(
    keys.map((key, at) => [key, { column: String.fromCharCode(65 + at), header: header[at] ?? '' }]),
  );
  const rows = lines.map((cells, at) => ({
    row: at + 2,
    values: Object.fromEntries(keys.map((key, i) => [key, cells[i] ?? '']).filter(([, cell]) => cell !== '')),
    columns,
  }));
  return { table, file, rows };
}

/** Everything found in the given files, checked together. */
function check(files: Record<string, string>, known: Known = nothingKnown, incomplete: TableInput[] = []) {
  const found: SheetIssue[] = [];
  const issues = {
    add: (issue: SheetIssue) => found.push(issue),
    errors: () => found.filter((issue) => issue.severity === 'error').length,
    warnings: () => 0,
    list: () => found,
  };
  const inputs = Object.entries(files).map(([file, text]) => inputOf(file, text));
  const { bundle } = checkTables([...inputs, ...incomplete], known, issues);
  return {
    bundle,
    issues: found,
    found: found.map(({ file, row, column, code }) => [file, row, column, code]),
  };
}

test('files that fit together become a bundle that its own schemas accept', () => {
  const { bundle, found } = check({
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

test('everything that is wrong in all files comes at once, and nothing is let through', () => {
  const { bundle, found, issues } = check({
    '单位.csv': organisations,
    '专业.csv': programmes,
    '班级.csv': cohorts,
    '学生.csv': `${studentHeader}${school},1,甲,女,2006-02-30,机电2401\n${school},2,,男,2006-01-01,机电2402\n${school},1,丙,?,2006-01-01,机电2401\n${enterprise},4,丁,男,2006-01-01,\n`,
  });
  assert.equal(bundle, undefined);
  assert.deepEqual(found, [
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

test('what is stored counts for references, and a user imports only rows of the own organisation', () => {
  const known: Known = {
    own: school,
    organisations: new Map([
      [school, 'school'],
      [enterprise, 'enterprise'],
    ]),
    records: { programmes: new Set([recordKey([school, '460301'])]) },
    lists: { major: new Set(), region: new Set(['650502']), isco: new Set(['3115']) },
  };
  const good = check({ '班级.csv': cohorts }, { ...known, lists: undefined });
  assert.deepEqual([good.found, good.bundle?.cohorts.length], [[], 1]);
  const warned = check({ '班级.csv': cohorts }, known);
  assert.deepEqual(
    [warned.found.map((one) => one[3]), warned.bundle?.cohorts.length],
    [['import.major-code-unknown'], 1],
  );
  const foreign = check({ '单位.csv': organisations, '专业.csv': programmes }, known);
  assert.deepEqual(
    foreign.found.map((one) => one[3]),
    ['import.not-own-organisation', 'import.occupation-code-unknown', 'import.major-code-unknown'],
  );
});

test('a file that could not be read in full does not make every reference to it an error', () => {
  const files = {
    '单位.csv': organisations,
    '学生.csv': `${studentHeader}${school},1,甲,女,2006-01-01,机电2401\n`,
  };
  assert.deepEqual(
    check(files).found.map((one) => one[3]),
    ['import.reference-missing'],
  );
  const broken: TableInput = { table: 'cohorts', file: '班级.csv', rows: [], incomplete: true };
  assert.deepEqual(check(files, nothingKnown, [broken]).found, []);
});

test('quarters as columns and quarters as rows give the same plan', () => {
  const head = '企业统一社会信用代码,产线编号,产线名称';
  const rest = { '单位.csv': organisations };
  const wide = check({
    ...rest,
    '产能.csv': `${head},2026Q1,2026年2季度\n${enterprise},L1,一线,1,2.5\n${enterprise},L2,二线,,3\n`,
  });
  const long = check({
    ...rest,
    '产能.csv': `${head},季度,运行单元数\n${enterprise},L1,一线,2026Q1,1\n${enterprise},L1,一线,2026-Q2,2.5\n${enterprise},L2,二线,2026Q2,3\n`,
  });
  assert.deepEqual([wide.found, long.found], [[], []]);
  assert.deepEqual(wide.bundle?.capacity, long.bundle?.capacity);
  const bad = check({
    ...rest,
    '产能.csv': `${head},2026Q1\n${enterprise},L1,一线,多\n${enterprise},L1,三线,2\n${enterprise},L1,三线,3\n`,
  });
  assert.deepEqual(bad.found, [
    ['产能.csv', 2, 'D', 'import.decimal-invalid'],
    ['产能.csv', 4, 'B', 'import.duplicate-row'],
  ]);
  const disagree = check({
    ...rest,
    '产能.csv': `${head},季度,运行单元数\n${enterprise},L1,一线,2026Q1,1\n${enterprise},L1,二线,2026Q2,1\n`,
  });
  assert.deepEqual(disagree.found, [['产能.csv', 3, 'C', 'import.rows-disagree']]);
  const neither = check({ ...rest, '产能.csv': `${head}\n${enterprise},L1,一线\n` });
  assert.deepEqual(
    neither.found.map((one) => one[3]),
    ['import.value-required', 'import.value-required'],
  );
});

test('retirements are gathered from the quarter columns', () => {
  const { bundle, found } = check({
    '单位.csv': organisations,
    '人员现状.csv': `企业统一社会信用代码,工种编号,工种名称,职业代码,现有人数,季度流失率,2026Q2,2026Q1\n${enterprise},dcs,中控,3133,120,2%,1,0\n`,
  });
  assert.deepEqual(found, []);
  assert.deepEqual(bundle?.headcount[0]?.quarters, [
    { quarter: '2026-Q1', value: 0 },
    { quarter: '2026-Q2', value: 1 },
  ]);
});

test('ages of an occupation add up to its headcount, in order and below retirement', () => {
  const head = '企业统一社会信用代码,工种编号,工种名称,职业代码,现有人数,季度流失率,退休年龄,年龄段人数\n';
  const row = (id: string, ages: string) => `${enterprise},${id},中控,3133,95,2%,60,${ages}\n`;
  const file =
    head +
    row('a', '18-29:40；30-44:55') +
    row('b', '18-29:40') +
    row('c', '30-44:55;18-29:40') +
    row('d', '60-70:95');
  const { found } = check({ '单位.csv': organisations, '人员现状.csv': file });
  assert.deepEqual(
    found.map(([, line, , code]) => [line, code]),
    [
      [3, 'import.age-band-sum'],
      [4, 'import.age-band-order'],
      [5, 'import.age-band-order'],
    ],
  );
});

test('checks of whole rows', () => {
  const { found } = check({
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
