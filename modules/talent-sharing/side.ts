import type { Role } from '@dualtrack/platform/contract';

/** The two sides of a cooperation, the school first. */
export const sides = ['school', 'enterprise'] as const;
export type Side = (typeof sides)[number];

/** The side across the table. */
export const otherSide = (side: Side): Side => (side === 'school' ? 'enterprise' : 'school');

/** Who speaks for a side: keeps cards of others, approves, confirms statements. */
export const leadRoles = [
  'school-office',
  'programme-head',
  'enterprise-hr',
  'project-lead',
] as const satisfies readonly Role[];

/** Whether a role speaks for its side and not only for the person. */
export function isLead(role: Role): boolean {
  const leads: readonly Role[] = leadRoles;
  return leads.includes(role);
}
