import { daysBetween } from '@dualtrack/rules';
import { condition, isOneOf } from '../facts.ts';
import { chargedFor } from '../reading/charges.ts';
import { familiarisation } from './exceptions.ts';
import { regulation } from './regulation.ts';

const LONGEST_CYCLE_DAYS = 31;

/** Four fifths of the post's wage standard, or the host's lowest grade where that is less; in whole fen. */
function leastPay(facts: {
  readonly 'post.wageStandard': number;
  readonly 'host.lowestPayGrade': number | null;
}): number {
  const share = Math.ceil((facts['post.wageStandard'] * 4) / 5);
  return Math.min(share, facts['host.lowestPayGrade'] ?? share);
}

/** Longest time between two payments in days. */
function longestGap(dates: readonly string[]): number {
  const sorted = dates.toSorted();
  return sorted.reduce(
    (most, date, index) => Math.max(most, daysBetween(sorted[index - 1] ?? date, date)),
    0,
  );
}

/** Chapter 3, Art. 18: pay. */
export const payRules = [
  // 有实习报酬 · There is pay
  regulation({
    id: 'CN-INT-032',
    says: {
      'zh-CN': '单位应参考同岗位报酬标准、工作量、强度和时间，给予适当报酬。',
      en: 'The host gives suitable pay, with an eye to the wage of the post, the amount, intensity and time of work.',
    },
    article: { number: '18', chapter: 3, confidence: 'seen' },
    subject: 'host',
    kind: 'requirement',
    severity: 'warn',
    moments: ['on_sign'],
    checks: [
      condition({
        code: 'agreement.pay-agreed',
        needs: ['agreement.pay'],
        holds: (facts) => (facts['agreement.pay'] ?? 0) > 0,
        change: () => [{ fact: 'agreement.pay', must: 'be-at-least', value: 1 }],
      }),
    ],
    exceptions: [familiarisation],
    remedy: 'agreement.agree-pay',
    provenance: { verified: true, evidence: 'text', sources: ['EST18'] },
  }),
  // 不低于同岗工资的八成 · At least four fifths of the wage
  regulation({
    id: 'CN-INT-033',
    says: {
      'zh-CN': '相对独立工作的学生，报酬原则上不低于同岗位工资标准的80%或最低档工资。',
      en: 'Who works relatively independently gets in principle no less than 80 % of the wage of the post, or the lowest pay grade.',
    },
    article: { number: '18', chapter: 3, confidence: 'seen' },
    subject: 'host',
    kind: 'limit',
    strength: 'in-principle',
    severity: 'by-policy',
    moments: ['on_sign', 'monthly'],
    when: [isOneOf('student.works-independently', 'student.independence', [true, 'relatively-independent'])],
    checks: [
      condition({
        code: 'agreement.pay-at-least-eighty-percent',
        needs: ['agreement.pay', 'post.wageStandard', 'host.lowestPayGrade'],
        holds: (facts) => (facts['agreement.pay'] ?? 0) >= leastPay(facts),
        change: (facts) => [{ fact: 'agreement.pay', must: 'be-at-least', value: leastPay(facts) }],
      }),
    ],
    exceptions: [familiarisation],
    remedy: 'agreement.raise-pay',
    waivableBy: 'school',
    provenance: { verified: true, evidence: 'text', sources: ['EST18', 'XH'] },
  }),
  // 足额直接支付给学生 · Money, in full, to the student
  regulation({
    id: 'CN-INT-034',
    says: {
      'zh-CN': '以货币形式及时、足额、直接支付给学生。',
      en: 'Pay is money, on time, in full, and goes to the student directly.',
    },
    article: { number: '18', chapter: 3, confidence: 'seen' },
    subject: 'host',
    kind: 'requirement',
    severity: 'block',
    moments: ['monthly'],
    standing: true,
    checks: [
      isOneOf('payment.in-money', 'payment.method', ['bank-transfer', 'cash']),
      condition({
        code: 'payment.to-student',
        needs: ['payment.payeeAccountHolder'],
        uses: ['student.name'],
        holds: (facts) => {
          const holder = facts['payment.payeeAccountHolder'];
          return holder === 'student' || holder === facts['student.name'];
        },
        change: () => [{ fact: 'payment.payeeAccountHolder', must: 'be', value: 'student' }],
      }),
      condition({
        code: 'payment.in-full',
        needs: ['payment.amount', 'agreement.pay'],
        uses: ['payment.deductions'],
        holds: (facts) => {
          const kept = chargedFor(facts['payment.deductions'] ?? 0, ['meals', 'lodging']);
          return facts['payment.amount'] + kept >= (facts['agreement.pay'] ?? 0);
        },
        change: (facts) => {
          const kept = chargedFor(facts['payment.deductions'] ?? 0, ['meals', 'lodging']);
          return [
            { fact: 'payment.amount', must: 'be-at-least', value: (facts['agreement.pay'] ?? 0) - kept },
          ];
        },
      }),
    ],
    exceptions: [familiarisation],
    remedy: 'payment.pay-in-full-to-student',
    provenance: { verified: true, evidence: 'text', sources: ['EST18'] },
  }),
  // 按月支付 · Paid at least monthly
  regulation({
    id: 'CN-INT-035',
    says: {
      'zh-CN': '支付周期原则上不超过一个月。',
      en: 'The time between two payments is in principle not longer than a month.',
    },
    article: { number: '18', chapter: 3, confidence: 'seen' },
    subject: 'host',
    kind: 'limit',
    strength: 'in-principle',
    severity: 'block',
    redLine: true,
    moments: ['monthly'],
    checks: [
      condition({
        code: 'payment.monthly',
        needs: ['payment.dates'],
        holds: (facts) => {
          const dates = facts['payment.dates'];
          return dates.length === 0
            ? { missing: ['payment.dates/0'] }
            : longestGap(dates) <= LONGEST_CYCLE_DAYS;
        },
      }),
    ],
    exceptions: [familiarisation],
    remedy: 'payment.pay-monthly',
    provenance: { verified: true, evidence: 'text', sources: ['EST18', 'XH'] },
  }),
  // 不得以实物、代金券或经第三方支付 · No goods, vouchers or go-betweens
  regulation({
    id: 'CN-INT-036',
    says: {
      'zh-CN': '不得以物品、代金券代替货币，不得经第三方转发。',
      en: 'Neither goods nor vouchers take the place of money, and no third party passes it on.',
    },
    article: { number: '18', chapter: 3, confidence: 'seen' },
    subject: 'host',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['monthly'],
    checks: [
      isOneOf('payment.not-in-kind', 'payment.method', ['bank-transfer', 'cash']),
      condition({
        code: 'payment.by-host',
        needs: ['payment.payer', 'host.legalName'],
        holds: (facts) =>
          facts['payment.payer'] === 'host' || facts['payment.payer'] === facts['host.legalName'],
        change: (facts) => [{ fact: 'payment.payer', must: 'be', value: facts['host.legalName'] }],
      }),
    ],
    exceptions: [familiarisation],
    remedy: 'payment.pay-directly',
    provenance: { verified: true, evidence: 'text', sources: ['EST18', 'XH'] },
  }),
];
