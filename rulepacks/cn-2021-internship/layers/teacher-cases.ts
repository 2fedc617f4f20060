import type { PackCase } from '@dualtrack/rules';

const practice = (...spans: readonly (readonly [string, string, string?])[]) => ({
  'teacher.practice': spans.map(([from, to, verifiedBy]) => ({ from, to, verifiedBy: verifiedBy ?? null })),
});
const statement = { holds: true, by: 'office', on: '2026-06-01', evidence: ['visit-4'] };

/** The cases on practice of teachers. */
export const teacherCases: readonly PackCase[] = [
  {
    rule: 'CN-TEP-4a',
    met: [
      // 180 days that end within five years.
      practice(['2026-03-05', '2026-08-31', 'host-3']),
      // Days that were reported twice count once.
      practice(['2026-03-05', '2026-06-30', 'host-3'], ['2026-06-01', '2026-08-31', 'host-4']),
    ],
    breached: [
      { set: practice() },
      { set: practice(['2026-03-06', '2026-08-31', 'host-3']) },
      { set: practice(['2026-03-05', '2026-08-31']) },
      { set: practice(['2021-01-01', '2021-08-31', 'host-3']) },
      { set: practice(['2026-06-03', '2026-08-31', 'host-3'], ['2026-06-03', '2026-08-31', 'host-4']) },
      { set: { 'policy.daysAMonthOfPractice': 31 } },
    ],
    unknown: ['teacher.role', 'teacher.practice'],
    notApplicable: [{ 'teacher.role': 'general', 'declaration.teacherVisits': statement, ...practice() }],
  },
  {
    rule: 'CN-TEP-4b',
    base: { 'teacher.priorEnterpriseMonths': 0, 'teacher.firstTeachingDate': '2022-10-29' },
    met: [{ 'teacher.firstTeachingDate': null }],
    breached: [{ set: { 'teacher.firstTeachingDate': '2022-10-28' } }],
    unknown: ['teacher.priorEnterpriseMonths', 'teacher.practice', 'teacher.firstTeachingDate'],
    notApplicable: [{ 'teacher.priorEnterpriseMonths': 1 }],
  },
  {
    rule: 'CN-TEP-4c',
    base: { 'teacher.role': 'general', 'declaration.teacherVisits': statement },
    breached: [{ set: { 'declaration.teacherVisits': { ...statement, holds: false } } }],
    unknown: ['teacher.role', 'declaration.teacherVisits'],
    notApplicable: [{ 'teacher.role': 'internship' }],
  },
  {
    rule: 'CN-TEP-5',
    breached: [
      { set: { 'practice.contentTags': [] } },
      { set: { 'practice.contentTags': ['production', 'posts'] } },
    ],
    unknown: ['practice.contentTags'],
  },
  {
    rule: 'CN-TEP-6',
    met: ['visit', 'skill-training', 'research'].map((form) => ({ 'practice.form': form })),
    breached: [{ set: { 'practice.form': 'other' } }],
    unknown: ['practice.form'],
  },
  {
    rule: 'CN-TEP-x',
    breached: ['practice.agreementId', 'practice.report', 'practice.grade'].map((name) => ({
      set: { [name]: null },
    })),
    unknown: ['practice.agreementId', 'practice.report', 'practice.grade'],
  },
];
