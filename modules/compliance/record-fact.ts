import type { Role } from '@dualtrack/platform/contract';

/** Why somebody may not record a fact by hand. */
export type RecordRefusal = 'fact.not-your-side' | 'fact.kept-elsewhere';

const school: readonly Role[] = ['school-office', 'programme-head', 'teacher'];
const enterprise: readonly Role[] = ['enterprise-hr', 'project-lead', 'mentor'];

// What only one side can know or answer for; everything else may be recorded by both.
const ofSchool = [
  ...['student.', 'consent.', 'school.', 'policy.', 'teacher.', 'filing', 'visit.', 'transcript.', 'credits'],
  ...[
    'host.inspectionReport.',
    'plan.approvedBySchool',
    'assessment.schoolScore',
    'placement.schoolApprovalAt',
  ],
];
const ofEnterprise = [
  ...[
    'host.onDutyStaff',
    'host.activeInterns',
    'host.lowestPayGrade',
    'host.standardHours',
    'host.emergencyPlanId',
  ],
  ...['plan.approvedByHost', 'assessment.hostScore', 'payroll.', 'declaration.host', 'post.'],
];

/** The side that answers for a fact; `both` where either may record it. */
export function keeperOf(name: string): 'school' | 'enterprise' | 'both' {
  if (ofSchool.some((start) => name.startsWith(start))) return 'school';
  if (ofEnterprise.some((start) => name.startsWith(start))) return 'enterprise';
  return 'both';
}

/**
 * Why a role may not record a fact by hand, or null. `source` is the room that the present value came from: what
 * another room keeps is corrected there, or the next reading would undo the correction.
 */
export function whyNotRecord(
  fact: { name: string; source: string | null },
  role: Role,
): RecordRefusal | null {
  const keeper = keeperOf(fact.name);
  const side = school.includes(role) ? 'school' : enterprise.includes(role) ? 'enterprise' : null;
  if (side === null || (keeper !== 'both' && keeper !== side)) return 'fact.not-your-side';
  return fact.source === null || fact.source === 'compliance' ? null : 'fact.kept-elsewhere';
}

/** Whether the other side is shown that a fact is there but not what it says. */
export function isWithheld(name: string, kind: string, isSensitive: boolean): boolean {
  return isSensitive || (kind === 'enterprise' && name.startsWith('student.'));
}
