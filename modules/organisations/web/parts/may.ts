import type { Role } from '@dualtrack/ui';

/** Who may import files and change the profile; the contract's `may` decides on the server. */
export const importers: readonly Role[] = [
  'school-office',
  'programme-head',
  'enterprise-hr',
  'project-lead',
  'operator',
];

/** Who may invite people into the organisation. */
export const inviters: readonly Role[] = ['school-office', 'enterprise-hr'];
