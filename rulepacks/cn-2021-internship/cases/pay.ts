import type { RuleCases } from './case.ts';

const denied = { holds: false, by: 'office', on: '2026-02-01', evidence: ['doc-2'] };

/** Chapter 3, Art. 18 and 19: pay and charges. */
export const payCases: readonly RuleCases[] = [
  {
    rule: 'CN-INT-032',
    breached: [
      { set: { 'agreement.pay': 0 }, also: ['CN-INT-033'] },
      { set: { 'agreement.pay': null }, also: ['CN-INT-033'] },
    ],
    unknown: ['agreement.pay'],
    notApplicable: [{ 'placement.type': 'familiarisation', 'agreement.pay': null }],
  },
  {
    rule: 'CN-INT-033',
    met: [
      { 'agreement.pay': 320_000 },
      { 'agreement.pay': 300_000, 'host.lowestPayGrade': 300_000 },
      { 'host.lowestPayGrade': null },
      { 'student.independence': 'relatively-independent' },
    ],
    breached: [{ set: { 'agreement.pay': 319_999 } }, { set: { 'post.wageStandard': 500_000 } }],
    unknown: ['agreement.pay', 'post.wageStandard', 'host.lowestPayGrade', 'student.independence'],
    notApplicable: [{ 'student.independence': 'assisting', 'agreement.pay': 1 }],
  },
  {
    rule: 'CN-INT-034',
    met: [{ 'payment.amount': 318_000, 'payment.deductions': [{ kind: 'meals', amount: 12_000 }] }],
    breached: [
      { set: { 'payment.method': 'goods' }, also: ['CN-INT-036'] },
      { set: { 'payment.payeeAccountHolder': '某人' } },
      { set: { 'payment.amount': 329_999 } },
    ],
    unknown: ['payment.method', 'payment.payeeAccountHolder', 'payment.amount', 'agreement.pay'],
  },
  {
    rule: 'CN-INT-035',
    met: [{ 'payment.dates': ['2026-05-01', '2026-03-31', '2026-06-01'] }],
    breached: [{ set: { 'payment.dates': ['2026-03-31', '2026-05-31'] } }],
    unknown: ['payment.dates'],
  },
  {
    rule: 'CN-INT-036',
    breached: [
      { set: { 'payment.method': 'voucher' }, also: ['CN-INT-034'] },
      { set: { 'payment.payer': '某劳务公司' } },
    ],
    unknown: ['payment.method', 'payment.payer', 'host.legalName'],
  },
  {
    rule: 'CN-INT-037',
    breached: [
      { set: { 'agreement.fees': [{ kind: 'deposit', amount: 50_000 }] } },
      { set: { 'agreement.fees': 1 } },
      { set: { 'ledger.chargesToStudent': [{ kind: 'material-fee', amount: 8_000 }] } },
      {
        set: {
          'payment.deductions': [
            { kind: 'management-fee', amount: 1 },
            { kind: 'lodging', amount: 12_000 },
          ],
        },
      },
    ],
    unknown: ['agreement.fees', 'ledger.chargesToStudent', 'payment.deductions'],
  },
  {
    rule: 'CN-INT-038',
    breached: [
      { set: { 'declaration.host': denied } },
      { set: { 'student.survey': { documentsRetained: true } } },
      { set: { complaints: [{ kind: 'documents-retained', state: 'upheld' }] } },
    ],
    unknown: ['declaration.host', 'student.survey', 'complaints'],
  },
  {
    rule: 'CN-INT-039',
    met: [{ 'agreement.clauses': [{ id: 'T1', kind: 'service-period' }] }],
    breached: [
      { set: { 'agreement.clauses': [{ id: 'T11', kind: 'guarantee' }] } },
      { set: { 'declaration.noGuarantee': denied } },
      { set: { complaints: [{ kind: 'guarantee', state: 'upheld' }] } },
    ],
    unknown: ['agreement.clauses', 'declaration.noGuarantee', 'complaints'],
  },
];
