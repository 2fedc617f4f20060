import type { RuleCases } from './case.ts';

const grownUp = { 'student.birthDate': '2006-05-10' };
const filing = { 'filing.id': 'XJ-2026-3', 'filing.date': '2026-02-01', 'filing.scope': ['high-risk'] };

/** Chapter 3, Art. 16 and 17: protected labour. */
export const protectionCases: readonly RuleCases[] = [
  {
    rule: 'CN-INT-022',
    breached: [{ set: { 'student.gradeYear': 1 } }, { set: { 'student.enrolmentDate': '2025-09-01' } }],
    unknown: ['student.gradeYear', 'placement.start'],
    notApplicable: [{ 'placement.type': 'familiarisation', 'student.gradeYear': 1 }],
  },
  {
    rule: 'CN-INT-023',
    met: [{ 'student.birthDate': '2010-03-02' }],
    breached: [{ set: { 'student.birthDate': '2010-03-03' } }],
    unknown: ['student.birthDate', 'placement.start'],
    notApplicable: [{ 'placement.type': 'familiarisation', 'student.birthDate': '2012-01-01' }],
  },
  {
    rule: 'CN-INT-024',
    met: [
      { ...grownUp, 'post.hazardTags': ['dust-1', 'boiler'] },
      { 'post.hazardTags': ['height-1'] },
      { 'student.birthDate': '2008-03-02', 'post.hazardTags': ['dust-1'] },
    ],
    breached: [
      { set: { 'post.hazardTags': ['dust-1'] } },
      { set: { 'post.hazardTags': ['assembly-pace'] } },
      { set: { 'post.hazardTags': ['cold'] } },
      { set: { 'post.hazardTags': ['height-2'] }, also: ['CN-INT-029'] },
    ],
    unknown: ['student.birthDate', 'post.hazardTags'],
  },
  {
    rule: 'CN-INT-025',
    breached: [
      { set: { 'student.protectedState': 'pregnancy' } },
      { set: { 'post.hazardTags': ['load'] }, also: ['CN-INT-024'] },
      { set: { 'post.hazardTags': ['underground'] }, also: ['CN-INT-024', 'CN-INT-029'] },
    ],
    unknown: ['student.sex', 'post.hazardTags', 'student.protectedState'],
    notApplicable: [{ ...grownUp, 'student.sex': 'M', 'post.hazardTags': ['load'] }],
  },
  {
    rule: 'CN-INT-026',
    breached: [
      { set: { 'post.venueType': 'ktv' } },
      { set: { 'host.industryCode': 'R9011' } },
      { set: { 'host.industryCode': '6232' } },
    ],
    unknown: ['post.venueType', 'host.industryCode'],
  },
  {
    rule: 'CN-INT-027',
    breached: [
      { set: { 'host.industryCode': 'L7263' } },
      { set: { 'agreement.partyTypes': ['school', 'host', 'student', 'labour-dispatch'] } },
      { set: { 'payroll.payer': '某劳务公司' } },
      { set: { 'workplace.operator': '另一公司' } },
      { set: { 'host.legalName': '某公司' }, also: ['CN-INT-036'] },
    ],
    unknown: [
      'host.industryCode',
      'agreement.partyTypes',
      'payroll.payer',
      'host.legalName',
      'workplace.operator',
    ],
  },
  {
    rule: 'CN-INT-028',
    met: [{ 'post.physicalLabourGrade': 1 }],
    breached: [{ set: { 'post.physicalLabourGrade': 3 } }, { set: { 'post.physicalLabourGrade': 4 } }],
    unknown: ['post.physicalLabourGrade'],
  },
  {
    rule: 'CN-INT-029',
    breached: [
      { set: { 'post.hazardTags': ['height-1'] } },
      { set: { 'post.hazardTags': ['other-high-risk'] } },
      { set: { 'post.hazardTags': ['flammable-explosive'] }, also: ['CN-INT-024'] },
    ],
    unknown: ['post.hazardTags'],
    excused: [
      { 'post.hazardTags': ['height-1'], ...filing },
      { 'post.hazardTags': ['height-1'], ...filing, 'filing.scope': 'CN-INT-029' },
      {
        'post.hazardTags': ['height-1'],
        filings: [{ id: 'XJ-2026-3', date: '2026-02-01', scope: ['night', 'high-risk'] }],
      },
    ],
  },
];
