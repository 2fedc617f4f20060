import type { PackCase } from '@dualtrack/rules';

const inRegion = (code: string) => ({ 'placement.region': code, 'school.region': code });
const elsewhere = inRegion('330106');
const roster = (weekdays: readonly number[], start: string, end: string) => ({
  'placement.roster': [{ from: '2026-03-02', to: '2026-03-08', weekdays, start, end, breakMinutes: 60 }],
});
const practice = (from: string, to: string) => ({
  'teacher.practice': [
    { from: '2021-09-01', to: '2022-03-31', verifiedBy: 'host-3' },
    { from, to, verifiedBy: 'host-3' },
  ],
});

/** The cases on Ningbo, Qingdao and Shanghai. */
export const regionCases: readonly PackCase[] = [
  {
    rule: 'CN-NB-9a',
    base: inRegion('330203'),
    breached: [
      { set: roster([1, 2, 3, 4, 5, 6], '09:00', '16:41') },
      { set: roster([1, 3], '09:00', '18:01'), also: ['CN-LAB-36'] },
    ],
    unknown: ['placement.region', 'placement.roster'],
    notApplicable: [elsewhere, inRegion('33')],
  },
  {
    rule: 'CN-NB-9b',
    base: inRegion('330203'),
    breached: [{ set: practice('2025-07-01', '2025-08-28') }, { set: practice('2024-07-03', '2024-09-01') }],
    unknown: ['school.region', 'teacher.practice', 'teacher.role'],
    notApplicable: [elsewhere],
  },
  {
    rule: 'CN-NB-9c',
    base: inRegion('330203'),
    breached: [
      { set: { 'insurance.hasAccidentCover': false } },
      { set: { 'placement.schoolTeacherId': null } },
      { set: { 'agreement.fields': ['time-place-content', 'labour-protection'] } },
    ],
    unknown: ['insurance.hasAccidentCover', 'placement.schoolTeacherId', 'agreement.fields'],
    notApplicable: [elsewhere],
  },
  {
    rule: 'CN-QD-14',
    base: { ...inRegion('370202'), 'insurance.payer': 'treasury' },
    met: [{ 'teacher.priorEnterpriseMonths': 6 }],
    breached: [
      { set: practice('2025-07-01', '2025-08-28') },
      { set: { 'teacher.priorEnterpriseMonths': 5 } },
    ],
    unknown: ['school.region', 'teacher.practice', 'teacher.priorEnterpriseMonths'],
    notApplicable: [inRegion('370102')],
  },
  {
    rule: 'CN-QD-35',
    base: { ...inRegion('370202'), 'insurance.payer': 'treasury' },
    met: [{ 'policy.localMinimumWage': 330_000 }],
    breached: [
      { set: { 'policy.localMinimumWage': 330_001 } },
      { set: { 'agreement.pay': null } },
      { set: { 'payment.method': 'goods' } },
      { set: { 'payroll.heldBackFromWage': 1 } },
      { set: { 'insurance.payer': 'school' } },
    ],
    unknown: ['agreement.pay', 'policy.localMinimumWage', 'payment.method', 'insurance.payer'],
    notApplicable: [inRegion('370102')],
  },
  {
    rule: 'CN-SH-50',
    base: inRegion('310104'),
    breached: [{ set: { 'insurance.policyNo': null } }, { set: { 'insurance.type': 'accident' } }],
    unknown: ['insurance.policyNo', 'insurance.type', 'placement.region'],
    notApplicable: [elsewhere],
  },
];
