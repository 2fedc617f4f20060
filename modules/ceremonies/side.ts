import type { Role } from '@dualtrack/platform/contract';

/** The two sides of a cooperation, the school first. */
export const sides = ['school', 'enterprise'] as const;
export type Side = (typeof sides)[number];

/** The side for which a role speaks; null for those who speak for neither. */
export function sideOfRole(role: Role): Side | null {
  if (role === 'school-office' || role === 'programme-head' || role === 'teacher') return 'school';
  return role === 'enterprise-hr' || role === 'project-lead' || role === 'mentor' ? 'enterprise' : null;
}

/** The side across the table. */
export function otherSide(side: Side): Side {
  return side === 'school' ? 'enterprise' : 'school';
}
