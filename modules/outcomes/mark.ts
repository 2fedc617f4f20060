import type { Role } from '@dualtrack/platform/contract';
import type { AssessmentKind } from './outcome.ts';

/** Whose marks a role enters: the enterprise's people give the mentor's, the school's the teacher's. */
const kindOfRole: Partial<Readonly<Record<Role, Exclude<AssessmentKind, 'self'>>>> = {
  teacher: 'teacher',
  'school-office': 'teacher',
  'programme-head': 'teacher',
  mentor: 'mentor',
  'enterprise-hr': 'mentor',
};

/** The kind of mark that a role gives; null for roles that only read. */
export function markKindOf(role: Role): Exclude<AssessmentKind, 'self'> | null {
  return kindOfRole[role] ?? null;
}

/** Codes of why marks may not be entered. */
export const markRefusals = ['mark.not-your-role', 'mark.class-not-running'] as const;

/** Why somebody may not enter marks of a class in a state; null when they may. */
export function whyNotMark(
  orderClass: { state: string },
  actor: { role: Role },
): (typeof markRefusals)[number] | null {
  if (markKindOf(actor.role) === null) return 'mark.not-your-role';
  return ['running', 'finished'].includes(orderClass.state) ? null : 'mark.class-not-running';
}

/** A mark as it is typed: a number from 0 to 100 with a comma or a point, '' for none; undefined for anything else. */
export function readScore(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim().replace(',', '.');
  if (plain === '') return null;
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return undefined;
  const score = Number(plain);
  return score <= 100 ? score : undefined;
}
