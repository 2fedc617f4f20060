import { AGREEMENT_SECTIONS } from '../facts/agreement.ts';
import { INSPECTION_ITEMS } from '../facts/host.ts';
import { ARCHIVE_ITEMS } from '../facts/practice.ts';

/** Facts as they are filed, before they are read. */
export type Filed = Readonly<Record<string, unknown>>;

/** The day after the example placement, when every duty has fallen due. */
export const LAWFUL_ON = '2026-08-31';

const HOST = '定远新材料集团有限公司';

const person = {
  'student.id': 's-0417',
  'student.birthDate': '2008-05-10',
  'student.sex': 'F',
  'student.protectedState': 'none',
  'student.majorCode': '470201',
  'student.gradeYear': 2,
  'student.independence': true,
  'student.postPlacementDays': 180,
  'student.survey': { documentsRetained: false },
  'consent.student.signedAt': '2026-02-12',
  'consent.guardian.signedAt': '2026-02-13',
  'consent.decision': 'agreed',
};

const placement = {
  'placement.type': 'post',
  'placement.origin': 'school',
  'placement.start': '2026-03-02',
  'placement.end': '2026-08-28',
  'placement.planId': 'plan-7',
  'placement.schoolTeacherId': 't-3',
  'placement.hostMentorId': 'm-9',
  'placement.region': '650502',
  'placement.provinceCode': '65',
  'placement.country': 'CN',
  'placement.tasks': ['dosing', 'sampling', 'control-room'],
  'placement.registeredAt': '2026-02-20',
  'placement.reportedToRegulatorAt': '2026-02-21',
  'placement.roster': [
    {
      from: '2026-03-02',
      to: '2026-08-28',
      weekdays: [1, 2, 3, 4, 5],
      start: '08:30',
      end: '17:00',
      breakMinutes: 60,
      skipsOffDays: true,
    },
  ],
  'attendance.days': [
    { date: '2026-08-27', in: '08:21', out: '17:04', breakMinutes: 60 },
    { date: '2026-08-28', in: '08:24', out: '17:02', breakMinutes: 60 },
  ],
  'calendar.restRespected': true,
};

const host = {
  'host.registrationType': 'legal-person',
  'host.unifiedSocialCreditCode': '91652200MA00000000',
  'host.legalName': HOST,
  'host.industryCode': 'C2614',
  'host.licenceValid': true,
  'host.blacklisted': false,
  'host.inspectionReport.date': '2025-11-20',
  'host.inspectionReport.items': [...INSPECTION_ITEMS],
  'host.inspectionReport.signedBy': 't-1',
  'host.onDutyStaff': 120,
  'host.activeInterns': 12,
  'host.lowestPayGrade': 350_000,
  'host.standardHours': 8,
  'host.emergencyPlanId': 'ep-2',
  'workplace.operator': HOST,
  'post.allowedMajorCodes': ['470201', '470204'],
  'post.sameKindStaff': 20,
  'post.activeInterns': 4,
  'post.hazardTags': ['noise-3'],
  'post.physicalLabourGrade': 2,
  'post.venueType': 'none',
  'post.wageStandard': 400_000,
  'post.hazardAssessment': { on: '2025-10-08', requiredPpe: ['helmet', 'ear-plugs'] },
  'mentor.activePlacements': 4,
  'mentor.sessions': 25,
  'school.region': '650502',
  'school.provinceCode': '65',
  'school.decisionRecordId': 'min-2025-31',
  'school.publishedAt': '2025-12-05',
  'school.emergencyPlanId': 'ep-1',
  'school.hotline': '0902-0000000',
};

const agreement = {
  'plan.sections': ['purpose', 'tasks', 'schedule', 'place', 'mentors', 'assessment', 'safety'],
  'plan.approvedBySchool': true,
  'plan.approvedByHost': true,
  'agreement.templateId': 'moe-2021',
  'agreement.signatures': [
    { role: 'school', at: '2026-02-14' },
    { role: 'host', at: '2026-02-15' },
    { role: 'student', at: '2026-02-13' },
  ],
  'agreement.partyTypes': ['school', 'host', 'student'],
  'agreement.fields': [...AGREEMENT_SECTIONS],
  'agreement.clauses': [{ id: 'T1', kind: 'ordinary', ruleFindings: [] }],
  'agreement.liabilitySplit': 'host',
  'agreement.paymentsToSchool': [],
  'agreement.perHeadFees': 0,
  'agreement.pay': 330_000,
  'agreement.fees': [],
};

const money = {
  'ledger.chargesToStudent': [],
  'payroll.payer': HOST,
  'payroll.heldBackFromWage': 0,
  'payment.method': 'bank-transfer',
  'payment.payer': HOST,
  'payment.payeeAccountHolder': 'student',
  'payment.amount': 330_000,
  'payment.dates': ['2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31', '2026-08-28'],
  'payment.deductions': [],
  'insurance.policyNo': 'P-65-0001',
  'insurance.type': 'internship-liability',
  'insurance.insureds': ['s-0416', 's-0417'],
  'insurance.from': '2026-03-01',
  'insurance.to': '2026-08-31',
  'insurance.payer': 'school',
};

const statement = { holds: true, by: 'office', on: '2026-02-01', evidence: ['doc-1'] };

const practice = {
  'programme.typicalTasks': ['dosing', 'sampling', 'control-room', 'maintenance'],
  'rotation.plan': [
    { tag: 'dosing', hours: 300 },
    { tag: 'sampling', hours: 300 },
    { tag: 'packing', hours: 100 },
  ],
  'journal.taskTags': [
    { tag: 'dosing', hours: 60, on: '2026-08-10' },
    { tag: 'sampling', hours: 60, on: '2026-08-17' },
    { tag: 'control-room', hours: 30, on: '2026-08-24' },
    { tag: 'packing', hours: 10, on: '2026-08-25' },
  ],
  'task.isSimpleRepetitive': { dosing: false, sampling: false, 'control-room': false, packing: true },
  'journal.entries': 26,
  'report.submittedAt': '2026-08-30',
  'visit.logs': ['2026-03-20', '2026-04-17', '2026-05-15', '2026-06-12', '2026-07-10', '2026-08-07'],
  'incident.occurredAt': '2026-05-06T10:00+08:00',
  'incident.reportedAt': '2026-05-06T10:40+08:00',
  'incident.claimId': 'C-12',
  complaints: [],
  'complaint.caseLog': true,
  'declaration.noInterference': statement,
  'declaration.noForcedHost': statement,
  'declaration.host': statement,
  'declaration.noGuarantee': statement,
  'declaration.noAgentSanction': statement,
  'declaration.noBrokerage': statement,
  'training.safety.completedAt': '2026-02-27',
  'training.safety.score': 88,
  'training.safety.passMark': 80,
  'ppe.issued': ['helmet', 'ear-plugs', 'gloves'],
  'emergency.contacts': ['host duty room', 'school office'],
  'assessment.hostScore': 86,
  'assessment.schoolScore': 90,
  'assessment.final': 88,
  'transcript.postedAt': '2026-08-31',
  'assessment.weights': { attendance: 20, skill: 40, safety: 20, report: 20 },
  'assessment.schemeOrigin': 'joint',
  'assessment.rubric': 'student',
  'assessment.grade': 'good',
  credits: 6,
  'archive.items': [...ARCHIVE_ITEMS],
};

/**
 * One placement with which nothing is wrong, at its end: a 17-year-old in chemical technology, invented. Every rule
 * that applies to it is met; those on hosts of one's own, familiarisation, and work far from home do not apply.
 */
export const lawfulPlacement: Filed = {
  ...person,
  ...placement,
  ...host,
  ...agreement,
  ...money,
  ...practice,
};
