import type { RuleCases } from './case.ts';

const denied = { holds: false, by: 'office', on: '2026-02-01', evidence: ['doc-2'] };

/** Chapters 5 to 7: safety, insurance, supervision. */
export const safetyCases: readonly RuleCases[] = [
  {
    rule: 'CN-INT-051',
    breached: [
      { set: { 'training.safety.completedAt': null } },
      { set: { 'training.safety.completedAt': '2026-03-03' } },
      { set: { 'training.safety.score': 79 } },
      { set: { 'training.safety.passMark': 90 } },
    ],
    unknown: ['training.safety.completedAt', 'training.safety.score', 'training.safety.passMark'],
  },
  {
    rule: 'CN-INT-052',
    breached: [{ set: { 'ppe.issued': ['helmet'] } }, { set: { 'post.hazardAssessment': null } }],
    unknown: ['ppe.issued', 'post.hazardAssessment'],
  },
  {
    rule: 'CN-INT-053',
    breached: [
      { set: { 'host.emergencyPlanId': null } },
      { set: { 'school.emergencyPlanId': null } },
      { set: { 'emergency.contacts': [] } },
    ],
    unknown: ['host.emergencyPlanId', 'school.emergencyPlanId', 'emergency.contacts'],
  },
  {
    rule: 'CN-INT-054',
    met: [{ 'insurance.insureds': true }],
    breached: [
      { set: { 'insurance.policyNo': null }, also: ['CN-INT-057'] },
      { set: { 'insurance.type': 'accident' } },
      { set: { 'insurance.insureds': ['s-0416'] } },
      { set: { 'insurance.insureds': false } },
      { set: { 'insurance.from': '2026-03-03' } },
      { set: { 'insurance.to': '2026-08-27' } },
    ],
    unknown: [
      'insurance.policyNo',
      'insurance.type',
      'insurance.insureds',
      'student.id',
      'insurance.from',
      'insurance.to',
      'placement.start',
      'placement.end',
    ],
  },
  {
    rule: 'CN-INT-055',
    breached: [
      { set: { 'insurance.payer': 'student' } },
      {
        set: {
          'payment.deductions': [
            { kind: 'meals', amount: 12_000 },
            { kind: 'insurance', amount: 500 },
          ],
        },
        also: ['CN-INT-037'],
      },
    ],
    unknown: ['insurance.payer', 'payment.deductions'],
  },
  {
    rule: 'CN-INT-056',
    breached: [{ set: { 'incident.claimId': null } }, { set: { 'agreement.liabilitySplit': null } }],
    unknown: ['incident.claimId', 'agreement.liabilitySplit'],
  },
  {
    rule: 'CN-INT-057',
    breached: [{ set: { 'calendar.restRespected': false } }, { set: { 'mentor.sessions': 0 } }],
    unknown: ['calendar.restRespected', 'insurance.policyNo', 'mentor.sessions'],
  },
  {
    rule: 'CN-INT-058',
    breached: [{ set: { 'school.hotline': null } }, { set: { 'complaint.caseLog': false } }],
    unknown: ['school.hotline', 'complaint.caseLog', 'host.blacklisted'],
  },
  {
    rule: 'CN-INT-059',
    breached: [{ set: { 'declaration.noAgentSanction': denied } }],
    unknown: ['declaration.noAgentSanction'],
  },
  {
    rule: 'CN-INT-060',
    breached: [{ set: { 'declaration.noBrokerage': denied } }],
    unknown: ['declaration.noBrokerage'],
  },
];
