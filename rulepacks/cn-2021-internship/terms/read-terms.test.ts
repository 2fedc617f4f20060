import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintTerms } from '@dualtrack/rules';
import { layers } from '../layers/pack.ts';
import { pack } from '../pack.ts';
import { readTerms } from './read-terms.ts';

const on = '2026-03-02';
const found = (text: string, kind = 'order-class') => {
  const terms = { kind, sections: [{ clause: 'T7', title: '实习报酬', texts: [text] }], known: [] };
  return [pack, layers].flatMap((one) => lintTerms(one, readTerms, terms, on));
};
const rulesIn = (text: string) => found(text).map(({ verdict }) => verdict.rule);

const unlawful: readonly (readonly [rule: string, text: string])[] = [
  ['CN-INT-031', '因生产需要，丙方应服从乙方的夜班安排。'],
  ['CN-INT-031', 'Party C works night shifts every second week.'],
  ['CN-INT-031', '乙方可以根据订单情况安排丙方加班。'],
  ['CN-INT-031', 'Party B may ask for overtime.'],
  ['CN-INT-031', '丙方每日工作10小时。'],
  ['CN-INT-031', 'Work is 9.5 hours a day.'],
  ['CN-INT-031', '每周实习48小时。'],
  ['CN-INT-030', '法定节假日实习的，另行调休。'],
  ['CN-INT-033', '实习报酬按同岗位工资的70%发放。'],
  ['CN-INT-033', 'Pay is 75% of the wage of the post.'],
  ['CN-INT-036', '部分报酬以购物卡发放。'],
  ['CN-INT-039', '丙方入职前交纳押金500元，实习期满退还。'],
  ['CN-INT-039', '押金不予退还。'],
  ['CN-INT-039', 'Party C pays a deposit of 500 yuan.'],
  ['CN-INT-039', '乙方不得扣押证件，并收取保证金500元。'],
  ['CN-INT-039', '丙方须提供两名担保人。'],
  ['CN-INT-039', '丙方提前离岗的，支付违约金3000元。'],
  ['CN-INT-038', '丙方身份证由乙方统一保管。'],
  ['CN-INT-038', 'Party B keeps the identity card of Party C during the internship.'],
  ['CN-LCL-9', '丙方毕业后须在乙方服务期满三年。'],
  ['CN-LCL-9', 'After the internship a service period of three years follows.'],
  ['CN-INT-037', '丙方向乙方缴纳管理费每月100元。'],
  ['CN-INT-027', '实习由某人力资源公司组织，并与其签订合同。'],
  ['CN-INT-027', 'The internship is arranged through a staffing agency.'],
  ['CN-INT-011', '乙方按每名学生每月200元向甲方支付费用。'],
  ['CN-INT-011', 'Party B pays Party A 200 yuan per student and month.'],
];

const lawful: readonly string[] = [
  '乙方不得安排丙方加班和夜班。',
  '甲方不向丙方收取押金、管理费、服务费或者其他任何费用。',
  'Party A charges Party C no deposit, management fee, service fee or any other cost of the internship.',
  'Party B keeps no identity card of Party C, demands no guarantee and collects nothing under any name.',
  '报酬不低于本单位相同岗位工资标准的80%。',
  '每日工作不超过8小时，每周不超过40小时。',
  '不得通过中介机构或者劳务派遣公司安排实习。',
  'Goods, vouchers and payment through intermediaries are excluded; pay is neither delayed nor reduced.',
  '学生与乙方建立劳动关系后，只有在乙方提供专项培训费用的情形下，方可依照《中华人民共和国劳动合同法》约定服务期，且违约金不得超过该培训费用。',
  'Nobody may charge students a deposit, bond or management fee, keep their identity cards or other papers, or agree a penalty payable by a student.',
  'Neither party organises, arranges or manages internships through an intermediary or a labour-dispatch company.',
  '任何一方违约的，依法赔偿另一方的损失。',
];

for (const [rule, text] of unlawful) {
  test(`${rule}: ${text}`, () => {
    const findings = found(text);
    assert.ok(
      findings.some(({ verdict }) => verdict.rule === rule),
      JSON.stringify(findings.map(({ verdict }) => verdict.rule)),
    );
    for (const { clause, quote } of findings) {
      assert.equal(clause, 'T7');
      assert.ok(text.includes(quote) && quote !== '');
    }
  });
}

for (const text of lawful) {
  test(`nothing in: ${text}`, () => assert.deepEqual(rulesIn(text), []));
}

test('sections that the law names are missed in an agreement of three parties only', () => {
  assert.deepEqual(
    found('…', 'tripartite').map(({ clause, verdict }) => [clause, verdict.rule]),
    [[null, 'CN-INT-017']],
  );
  assert.deepEqual(found('…', 'order-class'), []);
});

test('pay and parties that stand in fields are judged at their clause', () => {
  const facts = {
    ...{ 'agreement.pay': 300_000, 'post.wageStandard': 400_000, 'student.independence': true },
    ...{ 'placement.type': 'post', 'host.lowestPayGrade': null },
  };
  const terms = { kind: 'tripartite', sections: [], known: [{ clause: 'P03', facts }] };
  const findings = lintTerms(pack, () => [], terms, on);
  assert.deepEqual(
    findings.map(({ clause, verdict }) => [clause, verdict.rule]),
    [['P03', 'CN-INT-033']],
  );
});

test('a finding names every passage of its clause, in all languages', () => {
  const texts = ['丙方须交押金。报酬按月发放。入职另收保证金。', 'Party C pays a deposit. Pay is monthly.'];
  const terms = { kind: 'tripartite', sections: [{ clause: 'T7', title: '', texts }], known: [] };
  const findings = lintTerms(pack, readTerms, terms, on).filter(
    ({ verdict }) => verdict.rule === 'CN-INT-039',
  );
  assert.deepEqual(
    findings.map(({ passages }) => passages),
    [['丙方须交押金', '入职另收保证金', 'Party C pays a deposit']],
  );
});
