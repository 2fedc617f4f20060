import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ageBands } from './age-band-column.ts';
import { choice, choices, yesNo } from './choice-columns.ts';
import type { Column } from './column.ts';
import { hazardTags } from './hazard-tags.ts';
import { majorCategories, readMajorCode } from './major-categories.ts';
import { decimal, integer, money, percent } from './number-columns.ts';
import {
  code,
  creditCode,
  iscoCode,
  listOf,
  mail,
  majorCode,
  mobilePhone,
  regionCode,
  text,
} from './text-columns.ts';
import { day, quarter } from './time-columns.ts';

/** Every text must give the value beside it; a text beside a code must be refused with it. */
function expectAll<T>(column: Column<T>, good: [string, T][], bad: [string, string][]): void {
  for (const [cell, value] of good) assert.deepEqual(column.parse(cell), { value }, cell);
  for (const [cell, expected] of bad) {
    const parsed = column.parse(cell);
    assert.equal('fault' in parsed ? parsed.fault.code : 'taken', expected, cell);
  }
}

test('ages of people in one cell, and back again', () => {
  const column = ageBands('年龄', 'Ages');
  const two = [
    { from: 18, to: 29, headcount: 40 },
    { from: 30, to: 44, headcount: 55 },
  ];
  expectAll(
    column,
    ['18-29:40; 30-44:55', '18–29：40人；30至44岁：55人', '１８～２９=40,30~44=55'].map((cell) => [
      cell,
      two,
    ]),
    [
      ['18-29', 'import.age-band-invalid'],
      ['12-29:4', 'import.age-band-invalid'],
      ['18-29:-4', 'import.age-band-invalid'],
      ['青年:4', 'import.age-band-invalid'],
    ],
  );
  assert.deepEqual(column.parse(String(column.format(two, 'zh'))), { value: two });
});

test('days in every usual way of writing them', () => {
  const same = [
    '2026-03-02',
    '2026/3/2',
    '2026.3.2',
    '2026年3月2日',
    '2026 年 3 月 2 号',
    '20260302',
    '２０２６－０３－０２',
    '46083',
    '2026-03-02T00:00:00',
    '２０２６－０３－０２ ８：３０',
    '2026/3/2 0:00',
  ];
  expectAll(
    day('日', 'Day'),
    same.map((cell) => [cell, '2026-03-02']),
    [
      ['2026-02-30', 'import.day-invalid'],
      ['2026-13-01', 'import.day-invalid'],
      ['2100-02-29', 'import.day-invalid'],
      ['2026-04-31', 'import.day-invalid'],
      ['3/2/2026', 'import.day-invalid'],
      ['昨天', 'import.day-invalid'],
      ['1929-12-31', 'import.day-out-of-range'],
    ],
  );
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1930-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
      (date) => {
        const value = date.toISOString().slice(0, 10);
        const [y, m, d] = value.split('-').map(Number);
        for (const cell of [value, `${y}/${m}/${d}`, `${y}年${m}月${d}日`])
          assert.deepEqual(day('', '').parse(cell), { value });
      },
    ),
  );
});

test('quarters', () => {
  const same = [
    '2026Q1',
    '2026-Q1',
    '2026q1',
    '2026年1季度',
    '2026年第一季度',
    '2026年一季',
    '２０２６Ｑ１',
    '2026/Q1',
  ];
  expectAll(
    quarter('', ''),
    same.map((cell) => [cell, '2026-Q1']),
    [
      ['2026Q5', 'import.quarter-invalid'],
      ['2026', 'import.quarter-invalid'],
      ['Q1', 'import.quarter-invalid'],
    ],
  );
  assert.deepEqual(quarter('', '').parse('2027年第四季度'), { value: '2027-Q4' });
});

test('numbers with full-width digits, blanks and separators', () => {
  expectAll(
    integer('', '', { max: 5000 }),
    [
      ['１２', 12],
      ['1,200', 1200],
      ['1，200', 1200],
      [' 3 0 ', 30],
      ['12.0', 12],
    ],
    [
      ['12.5', 'import.integer-invalid'],
      ['12人', 'import.integer-invalid'],
      ['1,20', 'import.integer-invalid'],
      ['-1', 'import.out-of-range'],
      ['5001', 'import.out-of-range'],
      ['Infinity', 'import.integer-invalid'],
      ['0x10', 'import.integer-invalid'],
    ],
  );
  expectAll(
    decimal('', ''),
    [
      ['.5', 0.5],
      ['1e3', 1000],
      ['２．５', 2.5],
    ],
    [['', 'import.decimal-invalid']],
  );
  expectAll(
    percent('', ''),
    [
      ['35%', 0.35],
      ['３５％', 0.35],
      ['0.35', 0.35],
      ['1', 1],
      ['7%', 0.07],
    ],
    [
      ['35', 'import.percent-invalid'],
      ['101%', 'import.percent-invalid'],
      ['-1%', 'import.percent-invalid'],
    ],
  );
  expectAll(
    money('', ''),
    [
      ['4500', 450_000],
      ['4,500.50', 450_050],
      ['￥4500元', 450_000],
      ['0.29', 29],
    ],
    [
      ['4500.123', 'import.money-invalid'],
      ['-1', 'import.money-invalid'],
      ['四千', 'import.money-invalid'],
      ['999999999', 'import.out-of-range'],
    ],
  );
});

test('codes', () => {
  expectAll(
    code('', ''),
    [
      ['机电2401', '机电2401'],
      ['Ａ－01', 'A-01'],
      ['S 01', 'S01'],
    ],
    [
      ['-x', 'import.code-invalid'],
      ['a*b', 'import.code-invalid'],
      ['x'.repeat(41), 'import.code-invalid'],
    ],
  );
  expectAll(
    majorCode('', ''),
    [['460301', '460301']],
    [
      ['46030', 'import.major-code-invalid'],
      ['810101', 'import.major-code-invalid'],
      ['400101', 'import.major-code-invalid'],
    ],
  );
  expectAll(
    regionCode('', ''),
    [
      ['6505', '6505'],
      ['650502', '650502'],
      ['DE-BY', 'DE-BY'],
      ['FR', 'FR'],
    ],
    [
      ['CN-65', 'import.region-code-invalid'],
      ['65050', 'import.region-code-invalid'],
      ['950502', 'import.region-code-invalid'],
    ],
  );
  expectAll(iscoCode('', ''), [['3133', '3133']], [['313', 'import.occupation-code-invalid']]);
  expectAll(
    listOf(iscoCode('', '')),
    [['3133、8131;3133', ['3133', '8131']]],
    [['3133、x', 'import.occupation-code-invalid']],
  );
  expectAll(
    mobilePhone('', ''),
    [
      ['138 0000 0000', '13800000000'],
      ['+8613800000000', '13800000000'],
      ['138-0000-0000', '13800000000'],
    ],
    [
      ['12800000000', 'import.phone-invalid'],
      ['0902-2230000', 'import.phone-invalid'],
    ],
  );
  expectAll(
    mail('', ''),
    [['a.b@example.cn', 'a.b@example.cn']],
    [
      ['a@b', 'import.mail-invalid'],
      ['a,b@c.d', 'import.mail-invalid'],
    ],
  );
  expectAll(
    creditCode('', ''),
    [[' 91350100m000100y43 ', '91350100M000100Y43']],
    [
      ['91350100M000100Y44', 'import.credit-code-check-digit'],
      ['91350100M000100Y4', 'import.credit-code-length'],
      ['91350100M000100YI3', 'import.credit-code-character'],
    ],
  );
  expectAll(
    text('', '', { max: 5 }),
    [['a\r\nb', 'a\nb']],
    [
      ['abcdef', 'import.text-too-long'],
      ['a\u0000b', 'import.control-character'],
    ],
  );
});

test('words of both languages for choices', () => {
  const kinds = choice('', '', [
    { value: 'a', zh: '学校', en: 'school', aliases: ['院校'] },
    { value: 'b', zh: '企业', en: 'enterprise' },
  ]);
  expectAll(
    kinds,
    [
      ['学 校', 'a'],
      ['SCHOOL', 'a'],
      ['院校', 'a'],
      ['b', 'b'],
    ],
    [['医院', 'import.choice-unknown']],
  );
  assert.deepEqual(kinds.parse('医院'), {
    fault: {
      code: 'import.choice-unknown',
      params: { value: '医院', allowedZh: '学校、企业', allowedEn: 'school、enterprise' },
    },
  });
  expectAll(
    yesNo('', ''),
    [
      ['是', true],
      ['Y', true],
      ['√', true],
      ['无', false],
      ['FALSE', false],
      ['0', false],
    ],
    [['也许', 'import.choice-unknown']],
  );
  expectAll(
    choices('', '', hazardTags),
    [
      ['高温、粉尘', ['heat-3', 'dust']],
      ['无', []],
      ['noise-3; noise-3', ['noise-3']],
    ],
    [['高温、外星', 'import.choice-unknown']],
  );
  expectAll(
    choices('', '', majorCategories),
    [
      ['装备制造大类', [6]],
      ['装备制造，生物与化工', [6, 7]],
      ['46、47', [6, 7]],
    ],
    [['80', 'import.choice-unknown']],
  );
});

test('lists of choices come back as they were, in both languages, though names hold commas', () => {
  const hazards = choices('', '', hazardTags);
  const categories = choices('', '', majorCategories);
  fc.assert(
    fc.property(
      fc.subarray(hazardTags.map((one) => one.value)),
      fc.subarray(majorCategories.map((one) => one.value)),
      fc.constantFrom('zh' as const, 'en' as const),
      (tags, numbers, locale) => {
        assert.deepEqual(hazards.parse(String(hazards.format(tags, locale))), { value: tags });
        assert.deepEqual(categories.parse(String(categories.format(numbers, locale))), { value: numbers });
      },
    ),
  );
});

test('no two hazards share a word', () => {
  const all = hazardTags.flatMap((tag) => [
    tag.value,
    tag.zh,
    tag.en,
    ...('aliases' in tag ? tag.aliases : []),
  ]);
  assert.deepEqual(
    all.filter((word, at) => all.indexOf(word) !== at),
    [],
  );
});

test('level and category of a major code follow the rule of the catalogue', () => {
  assert.deepEqual(readMajorCode('460301'), { category: 6, level: 'associate' });
  assert.deepEqual(readMajorCode('630501'), { category: 3, level: 'secondary' });
  assert.deepEqual(readMajorCode('390101'), { category: 19, level: 'bachelor' });
  for (const none of ['400101', '600101', '200101', '800101', '46030'])
    assert.equal(readMajorCode(none), undefined, none);
});
