import { condition } from '../facts.ts';
import { chargedFor, chargedInAll } from '../reading/charges.ts';
import { declared, noComplaint } from './checks.ts';
import { regulation } from './regulation.ts';

const GUARANTEES: ReadonlySet<string> = new Set([
  'deposit',
  'guarantee',
  'penalty-on-student',
  'property-demanded',
]);

/** Chapter 3, Art. 19: what nobody may take from a student. */
export const chargesRules = [
  // 不得收费 · No fees
  regulation({
    id: 'CN-INT-037',
    says: {
      'zh-CN': '不得收取押金、培训费、报酬提成、管理费、材料费、就业服务费等任何实习费用。',
      en: 'Neither school nor host takes a deposit, training fee, commission, management fee, material fee, job-service fee or any other fee for an internship.',
    },
    article: { number: '19', chapter: 3, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_sign', 'monthly'],
    checks: [
      condition({
        code: 'agreement.no-fees',
        needs: ['agreement.fees'],
        holds: (facts) => chargedInAll(facts['agreement.fees']) === 0,
      }),
      condition({
        code: 'ledger.no-charges',
        needs: ['ledger.chargesToStudent'],
        from: 'monthly',
        holds: (facts) => chargedInAll(facts['ledger.chargesToStudent']) === 0,
      }),
      condition({
        code: 'payment.no-deductions',
        needs: ['payment.deductions'],
        from: 'monthly',
        holds: (facts) => {
          const taken = facts['payment.deductions'];
          return chargedInAll(taken) === chargedFor(taken, ['meals', 'lodging']);
        },
      }),
    ],
    remedy: 'fees.refund',
    provenance: { verified: true, evidence: 'press_quote (The Paper)', sources: ['PAPER', 'XH', 'VEL'] },
  }),
  // 不得扣押证件 · Documents stay with the student
  regulation({
    id: 'CN-INT-038',
    says: {
      'zh-CN': '不得扣押学生证、居民身份证等证件。',
      en: "Nobody keeps a student's card, identity card or other documents.",
    },
    article: { number: '19', chapter: 3, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_sign', 'monthly'],
    checks: [
      declared('host.keeps-no-documents', 'declaration.host'),
      condition({
        code: 'student.keeps-documents',
        needs: ['student.survey'],
        from: 'monthly',
        holds: (facts) => {
          const kept = facts['student.survey'].documentsRetained;
          return kept === undefined ? { missing: ['student.survey/documentsRetained'] } : !kept;
        },
      }),
      noComplaint('complaints.no-documents-kept', 'documents-retained', { from: 'monthly' }),
    ],
    remedy: 'documents.give-back',
    provenance: { verified: true, evidence: 'press_quote (The Paper)', sources: ['PAPER'] },
  }),
  // 不得要求担保或财物 · No guarantee and no property
  regulation({
    id: 'CN-INT-039',
    says: {
      'zh-CN': '不得要求担保或以其他名义收取财物。',
      en: 'Nobody asks a student for a guarantee or for property under any name.',
    },
    article: { number: '19', chapter: 3, confidence: 'inferred', note: '2016 number + 1' },
    subject: 'both',
    kind: 'prohibition',
    severity: 'block',
    redLine: true,
    moments: ['on_sign', 'monthly'],
    checks: [
      condition({
        code: 'agreement.no-guarantee',
        needs: ['agreement.clauses'],
        holds: (facts) => facts['agreement.clauses'].every(({ kind }) => !GUARANTEES.has(kind)),
      }),
      declared('student.no-guarantee-asked', 'declaration.noGuarantee'),
      noComplaint('complaints.no-guarantee', 'guarantee', { from: 'monthly' }),
    ],
    remedy: 'guarantee.release',
    provenance: { verified: true, evidence: 'press_quote (The Paper)', sources: ['PAPER'] },
  }),
];
