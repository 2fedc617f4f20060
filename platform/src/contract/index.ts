export type { ListInput } from './list.ts';
export { listInput, listOutput } from './list.ts';
export type { InputIssue, ProblemDocument, RefusalParams } from './problem.ts';
export { inputIssue, problemDocument } from './problem.ts';
export { readDay } from './read-day.ts';
export type { OrganisationKind, Role } from './roles.ts';
export {
  bothOffices,
  bothStaff,
  enterpriseLeads,
  enterpriseStaff,
  kindOfRole,
  organisationKinds,
  roles,
  rolesByKind,
  schoolLeads,
  schoolStaff,
} from './roles.ts';
export type { Done, OperationMeta } from './route.ts';
export { done, field, refusalStatus, route } from './route.ts';
