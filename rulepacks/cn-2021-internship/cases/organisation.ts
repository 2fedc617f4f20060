import type { RuleCases } from './case.ts';

const upheld = (kind: string) => [{ kind, state: 'upheld' }];
const denied = { holds: false, by: 'office', on: '2026-02-01', evidence: ['doc-2'] };

/** Chapters 1 and 2. */
export const organisationCases: readonly RuleCases[] = [
  {
    rule: 'CN-INT-001',
    met: [{ 'host.registrationType': 'unincorporated-organisation' }],
    breached: [
      { set: { 'placement.type': 'other' } },
      { set: { 'host.registrationType': 'none' } },
      { set: { 'host.unifiedSocialCreditCode': null } },
    ],
    unknown: ['placement.type', 'host.registrationType', 'host.unifiedSocialCreditCode'],
  },
  {
    rule: 'CN-INT-002',
    // The same category at another level: 47 associate, 67 secondary, 27 bachelor.
    met: [{ 'student.majorCode': '670201' }, { 'student.majorCode': '270201' }],
    breached: [{ set: { 'student.majorCode': '460301' } }, { set: { 'post.allowedMajorCodes': ['460301'] } }],
    unknown: ['student.majorCode', 'post.allowedMajorCodes'],
  },
  {
    rule: 'CN-INT-003',
    breached: [
      { set: { 'host.inspectionReport.date': null } },
      { set: { 'host.inspectionReport.date': '2026-03-03' } },
      { set: { 'host.inspectionReport.date': '2023-03-01' } },
      { set: { 'host.inspectionReport.items': ['qualification', 'safety'] } },
      { set: { 'host.inspectionReport.signedBy': null } },
    ],
    unknown: ['host.inspectionReport.date', 'host.inspectionReport.items', 'host.inspectionReport.signedBy'],
  },
  {
    rule: 'CN-INT-004',
    breached: [
      { set: { 'host.licenceValid': false } },
      { set: { 'host.blacklisted': true }, also: ['CN-INT-058'] },
      { set: { 'school.decisionRecordId': null } },
      { set: { 'school.publishedAt': '2026-03-05' } },
    ],
    unknown: ['host.licenceValid', 'host.blacklisted', 'school.decisionRecordId', 'school.publishedAt'],
  },
  {
    rule: 'CN-INT-005',
    breached: [
      { set: { 'placement.planId': null } },
      { set: { 'plan.sections': ['purpose', 'tasks'] } },
      { set: { 'plan.approvedBySchool': false } },
      { set: { 'plan.approvedByHost': false } },
    ],
    unknown: ['placement.planId', 'plan.sections', 'plan.approvedBySchool', 'plan.approvedByHost'],
  },
  {
    rule: 'CN-INT-006',
    base: { 'placement.origin': 'self', 'placement.schoolApprovalAt': '2026-02-10' },
    breached: [
      { set: { 'placement.schoolApprovalAt': null } },
      { set: { 'placement.schoolApprovalAt': '2026-03-09' } },
      { set: { 'placement.schoolTeacherId': null }, also: ['CN-INT-015'] },
    ],
    unknown: ['placement.origin', 'placement.schoolApprovalAt', 'placement.schoolTeacherId'],
    notApplicable: [{ 'placement.origin': 'school' }],
  },
  {
    rule: 'CN-INT-007',
    // Twelve spans of which only eleven overlap.
    met: [{ 'host.activeInterns': spans(11), 'host.onDutyStaff': 119 }],
    breached: [
      { set: { 'host.activeInterns': 13 } },
      { set: { 'host.onDutyStaff': 119 } },
      { set: { 'host.activeInterns': spans(13) } },
    ],
    unknown: ['host.onDutyStaff', 'host.activeInterns'],
    notApplicable: [{ 'placement.type': 'familiarisation', 'host.activeInterns': 90 }],
  },
  {
    rule: 'CN-INT-008',
    breached: [{ set: { 'post.activeInterns': 5 } }, { set: { 'post.sameKindStaff': 19 } }],
    unknown: ['post.sameKindStaff', 'post.activeInterns'],
  },
  {
    rule: 'CN-INT-009',
    met: [{ complaints: [{ kind: 'interference', state: 'dismissed' }] }],
    breached: [
      { set: { 'declaration.noInterference': denied } },
      { set: { complaints: upheld('interference') } },
    ],
    unknown: ['declaration.noInterference', 'complaints'],
  },
  {
    rule: 'CN-INT-010',
    breached: [
      { set: { 'declaration.noForcedHost': denied } },
      { set: { complaints: upheld('forced-host') } },
    ],
    unknown: ['declaration.noForcedHost', 'complaints'],
  },
  {
    rule: 'CN-INT-011',
    met: [{ 'agreement.paymentsToSchool': [{ basis: 'other', amount: 5_000_000, purpose: 'equipment' }] }],
    breached: [
      { set: { 'agreement.paymentsToSchool': [{ basis: 'headcount', amount: 50_000 }] } },
      { set: { 'agreement.perHeadFees': 50_000 } },
      { set: { 'payroll.heldBackFromWage': 40_000 } },
    ],
    unknown: ['agreement.paymentsToSchool', 'agreement.perHeadFees', 'payroll.heldBackFromWage'],
  },
  {
    rule: 'CN-INT-012',
    breached: [
      { set: { 'placement.end': '2026-09-30' }, also: ['CN-INT-054'] },
      { set: { 'student.postPlacementDays': 200 } },
    ],
    unknown: ['placement.start', 'placement.end', 'student.postPlacementDays'],
  },
  {
    rule: 'CN-INT-013',
    breached: [
      { set: { 'placement.tasks': ['dosing'] } },
      { set: { 'programme.typicalTasks': ['dosing', 'welding', 'turning'] } },
    ],
    unknown: ['programme.typicalTasks', 'placement.tasks', 'journal.taskTags'],
  },
  {
    rule: 'CN-INT-014',
    // What was done more than four weeks ago no longer counts.
    met: [
      {
        'journal.taskTags': [
          { tag: 'packing', hours: 900, on: '2026-07-01' },
          { tag: 'dosing', hours: 8, on: '2026-08-20' },
          { tag: 'sampling', hours: 8, on: '2026-08-21' },
          { tag: 'control-room', hours: 8, on: '2026-08-24' },
        ],
      },
    ],
    breached: [
      {
        set: {
          'task.isSimpleRepetitive': { dosing: true, sampling: true, 'control-room': false, packing: true },
        },
      },
      { set: { 'rotation.plan': ['packing'] } },
      { set: { 'journal.taskTags': [...Array(9).fill('packing'), 'dosing', 'sampling', 'control-room'] } },
    ],
    unknown: ['rotation.plan', 'journal.taskTags', 'task.isSimpleRepetitive'],
  },
  {
    rule: 'CN-INT-015',
    breached: [
      { set: { 'placement.schoolTeacherId': null } },
      { set: { 'placement.hostMentorId': null } },
      { set: { 'mentor.activePlacements': 21 } },
      { set: { 'teacher.activePlacements': 101 } },
      { set: { 'policy.mentorMaxLoad': 3 } },
    ],
    unknown: ['placement.schoolTeacherId', 'placement.hostMentorId', 'mentor.activePlacements'],
  },
];

/** So many interns in summer and one more who left before. */
function spans(inSummer: number) {
  const summer = Array.from({ length: inSummer }, () => ({ from: '2026-06-01', to: '2026-08-31' }));
  return [...summer, { from: '2026-03-02', to: '2026-05-31' }];
}
