import type { RuleCases } from './case.ts';

const away = { 'placement.region': '650102', 'lodging.type': 'arranged' };
const elsewhere = {
  'placement.region': '650102',
  'lodging.type': 'elsewhere',
  'lodging.guardianConsent': true,
  'lodging.filedAt': '2026-02-25',
};
const consent = { 'filing.id': 'XJ-2026-9', 'filing.approvedAt': '2026-02-01' };
const otherProvince = { 'placement.provinceCode': '62', ...consent };
const abroad = { 'placement.country': 'KZ', 'placement.accompanyingTeacherId': 't-3', ...consent };

/** Chapter 3, the rest, and chapter 4: conduct and assessment. */
export const practiceCases: readonly RuleCases[] = [
  {
    rule: 'CN-INT-040',
    breached: [{ set: { 'journal.entries': 24 } }, { set: { 'report.submittedAt': null } }],
    unknown: ['journal.entries', 'report.submittedAt'],
  },
  {
    rule: 'CN-INT-041',
    met: [{ 'incident.occurredAt': null, 'incident.claimId': null }],
    breached: [
      { set: { 'visit.logs': [] } },
      { set: { 'visit.logs': ['2026-03-20', '2026-04-17', '2026-06-12', '2026-07-10', '2026-08-07'] } },
      { set: { 'incident.reportedAt': '2026-05-06T04:01Z' } },
      { set: { 'incident.reportedAt': null } },
    ],
    unknown: ['visit.logs', 'incident.occurredAt', 'incident.reportedAt'],
  },
  {
    rule: 'CN-INT-042',
    base: elsewhere,
    met: [away],
    breached: [{ set: { 'lodging.guardianConsent': false } }, { set: { 'lodging.filedAt': null } }],
    unknown: [
      'placement.region',
      'school.region',
      'lodging.type',
      'lodging.guardianConsent',
      'lodging.filedAt',
    ],
    notApplicable: [{ 'placement.region': '650521' }],
  },
  {
    rule: 'CN-INT-043',
    base: otherProvince,
    breached: [
      { set: { 'filing.approvedAt': null } },
      { set: { 'filing.approvedAt': '2026-03-09' } },
      { set: { 'filing.scope': ['night'] } },
      { set: { 'filing.id': null } },
    ],
    unknown: ['placement.provinceCode', 'school.provinceCode', 'filing.id', 'filing.approvedAt'],
    notApplicable: [{ 'placement.provinceCode': '65' }],
  },
  {
    rule: 'CN-INT-044',
    base: abroad,
    breached: [{ set: { 'filing.approvedAt': null } }, { set: { 'placement.accompanyingTeacherId': null } }],
    unknown: ['placement.country', 'filing.id', 'filing.approvedAt', 'placement.accompanyingTeacherId'],
    notApplicable: [{ 'placement.country': 'CN' }],
  },
  {
    rule: 'CN-INT-045',
    breached: [
      { set: { 'placement.registeredAt': null } },
      { set: { 'placement.reportedToRegulatorAt': null } },
    ],
    unknown: ['placement.registeredAt', 'placement.reportedToRegulatorAt'],
  },
  {
    rule: 'CN-INT-046',
    breached: [
      { set: { 'assessment.hostScore': null } },
      { set: { 'assessment.schoolScore': null } },
      { set: { 'assessment.final': null } },
      { set: { 'transcript.postedAt': null } },
    ],
    unknown: ['assessment.hostScore', 'assessment.schoolScore', 'assessment.final', 'transcript.postedAt'],
  },
  {
    rule: 'CN-INT-047',
    breached: [
      { set: { 'assessment.weights': { attendance: 40, skill: 20, safety: 20, report: 20 } } },
      { set: { 'assessment.weights': { attendance: 20, skill: 80, safety: 0 } } },
    ],
    unknown: ['assessment.weights'],
  },
  {
    rule: 'CN-INT-048',
    breached: [{ set: { 'assessment.schemeOrigin': 'host' } }, { set: { 'assessment.rubric': 'employee' } }],
    unknown: ['assessment.schemeOrigin', 'assessment.rubric'],
  },
  {
    rule: 'CN-INT-049',
    met: [{ 'assessment.grade': 'fail', credits: 0 }],
    breached: [{ set: { 'assessment.grade': 'other' } }, { set: { 'assessment.grade': 'fail' } }],
    unknown: ['assessment.grade', 'credits'],
  },
  {
    rule: 'CN-INT-050',
    breached: [{ set: { 'archive.items': ['agreement', 'plan'] } }],
    unknown: ['archive.items'],
  },
];
