import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintTerms, type TermsField } from '@dualtrack/rules';
import { pack } from '../pack.ts';
import { readTerms } from './read-terms.ts';

const on = '2026-03-02';
type Given = Partial<TermsField> & Pick<TermsField, 'value'>;
const field = (given: Given): TermsField => ({
  ...{ clause: 'T1', name: 'asked', labels: [], kind: 'count' },
  ...given,
});
const found = (fields: Given[], around?: Readonly<Record<string, unknown>>, text = '') => {
  const sections = text === '' ? [] : [{ clause: 'T1', title: '约定', texts: [text] }];
  const terms = { kind: 'order-class', sections, known: [], fields: fields.map(field), around };
  return lintTerms(pack, readTerms, terms, on);
};
const rulesIn = (...given: Parameters<typeof found>) => [
  ...new Set(found(...given).map(({ verdict }) => verdict.rule)),
];

const born = { name: 'birthDate', kind: 'day' };
const from = { name: 'validFrom', kind: 'day', value: '2026-03-02' };
const unlawful: readonly (readonly [rule: string, fields: Given[]])[] = [
  ['CN-INT-031', [{ name: 'dailyHours', value: 9 }]],
  ['CN-INT-031', [{ labels: ['每日工作时间', 'Hours a day'], value: 12 }]],
  ['CN-INT-031', [{ name: 'weeklyHours', value: 41 }]],
  ['CN-INT-030', [{ name: 'restDays', kind: 'words', value: ['无', 'none'] }]],
  ['CN-INT-032', [{ name: 'pay', kind: 'money', value: 0 }]],
  ['CN-INT-039', [{ labels: ['岗前押金', ''], kind: 'money', value: 50_000 }]],
  ['CN-INT-037', [{ labels: ['学生管理费', ''], kind: 'money', value: 1 }]],
  ['CN-INT-011', [{ labels: ['每生管理费补助学校', ''], kind: 'money', value: 1 }]],
  ['CN-INT-055', [{ labels: ['投保方', 'Who insures'], kind: 'words', value: ['学生', 'the student'] }]],
  ['CN-INT-023', [{ ...born, value: '2010-03-03' }, from]],
  ['CN-INT-012', [{ ...born, value: '2007-01-01' }, from, { name: 'validTo', value: '2026-09-03' }]],
];
for (const [rule, fields] of unlawful) {
  test(`${rule}: ${JSON.stringify(fields)}`, () => assert.ok(rulesIn(fields).includes(rule)));
}

const lawful: readonly Given[][] = [
  [
    { name: 'dailyHours', value: 8 },
    { name: 'weeklyHours', value: 40 },
  ],
  [{ labels: ['岗前押金', ''], kind: 'money', value: 0 }],
  [{ name: 'restDays', kind: 'words', value: ['周六、周日', 'weekends'] }],
  [{ labels: ['投保方', 'Who insures'], kind: 'words', value: ['甲方', 'Party A'] }],
  [{ ...born, value: '2010-03-02' }, from],
  [{ name: 'scholarshipPerStudent', labels: ['每人奖助学金', ''], kind: 'money', value: 500_000 }],
];
for (const fields of lawful) {
  test(`nothing in ${JSON.stringify(fields)}`, () => assert.deepEqual(rulesIn(fields), []));
}

test('pay and wage are compared row by row', () => {
  const post = (row: string, pay: number, wage: number): Given[] => [
    { name: 'internPay', kind: 'money', value: pay, row },
    { name: 'monthlyPay', kind: 'money', value: wage, row },
  ];
  assert.deepEqual(rulesIn([...post('a', 320_000, 400_000), ...post('b', 400_000, 500_000)]), []);
  assert.deepEqual(rulesIn([...post('a', 320_000, 400_000), ...post('b', 400_000, 500_001)]), ['CN-INT-033']);
});

test('what is recorded of the placement is judged with a field, and says otherwise than is assumed', () => {
  const pay = [{ name: 'pay', kind: 'money', value: 300_000 }];
  assert.deepEqual(rulesIn(pay), []);
  assert.deepEqual(rulesIn(pay, { 'post.wageStandard': 400_000 }), ['CN-INT-033']);
  assert.deepEqual(rulesIn(pay, { 'post.wageStandard': 400_000, 'student.independence': false }), []);
  assert.deepEqual(rulesIn(pay, { 'post.wageStandard': 400_000, 'host.lowestPayGrade': 300_000 }), []);
  // A breach that no field speaks of is not the agreement's.
  assert.deepEqual(rulesIn(pay, { 'post.hazardTags': ['high-risk'], 'post.physicalLabourGrade': 4 }), []);
});

test('a field is quoted before the words that write it', () => {
  const [first, ...more] = found([{ name: 'dailyHours', value: 10 }], undefined, '每日工作不超过10小时。');
  assert.deepEqual([first?.field?.name, first?.quote, more], ['dailyHours', '', []]);
  assert.deepEqual(first?.passages, []);
});

test('in agreements between school and host only sentences about students are read', () => {
  const rules = (text: string) =>
    lintTerms(
      pack,
      readTerms,
      { kind: 'joint-innovation', sections: [{ clause: 'T1', title: '', texts: [text] }], known: [] },
      on,
    ).map(({ verdict }) => verdict.rule);
  assert.deepEqual(rules('乙方于签约后交纳履约保证金。'), []);
  assert.ok(rules('参与项目的学生须交纳保证金。').includes('CN-INT-039'));
});
