/** The two sides of a cooperation, the authority that reads, and the host that operates the platform. */
export const organisationKinds = ['school', 'enterprise', 'authority', 'host'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Roles a membership can carry, by the kind of organisation that gives them. */
export const rolesByKind = {
  school: ['school-office', 'programme-head', 'teacher', 'student', 'guardian'],
  enterprise: ['enterprise-hr', 'project-lead', 'mentor'],
  authority: ['authority'],
  host: ['operator'],
} as const satisfies Record<OrganisationKind, readonly string[]>;

/** All roles, in the order of `rolesByKind`. */
export const roles = [
  ...rolesByKind.school,
  ...rolesByKind.enterprise,
  ...rolesByKind.authority,
  ...rolesByKind.host,
] as const;
export type Role = (typeof roles)[number];

/** The kind of organisation that a role belongs to. */
export function kindOfRole(role: Role): OrganisationKind {
  for (const kind of organisationKinds) {
    const list: readonly string[] = rolesByKind[kind];
    if (list.includes(role)) return kind;
  }
  throw new Error(`role without a kind: ${role}`);
}

/** Groups that contracts name often; a contract may still list roles one by one. */
export const schoolStaff = ['school-office', 'programme-head', 'teacher'] as const satisfies readonly Role[];
export const schoolLeads = ['school-office', 'programme-head'] as const satisfies readonly Role[];
export const enterpriseStaff = ['enterprise-hr', 'project-lead', 'mentor'] as const satisfies readonly Role[];
export const enterpriseLeads = ['enterprise-hr', 'project-lead'] as const satisfies readonly Role[];
export const bothOffices = [...schoolLeads, ...enterpriseLeads] as const satisfies readonly Role[];
export const bothStaff = [...schoolStaff, ...enterpriseStaff] as const satisfies readonly Role[];
