import type { Role } from '@dualtrack/platform/contract';

/** The two sides of a cooperation, the school first. */
export const sides = ['school', 'enterprise'] as const;
export type Side = (typeof sides)[number];

/** The side for which a role works; null for those who work for neither. */
export function sideOfRole(role: Role): Side | null {
  if (role === 'school-office' || role === 'programme-head' || role === 'teacher' || role === 'student')
    return 'school';
  return role === 'enterprise-hr' || role === 'project-lead' || role === 'mentor' ? 'enterprise' : null;
}

/** The side across the table. */
export function otherSide(side: Side): Side {
  return side === 'school' ? 'enterprise' : 'school';
}

/** Who speaks for a side in matters of innovation, and who works for it. */
export const leads = [
  'school-office',
  'programme-head',
  'enterprise-hr',
  'project-lead',
] as const satisfies readonly Role[];
export const staff = [...leads, 'teacher', 'mentor'] as const satisfies readonly Role[];
