import type { Role } from '@dualtrack/platform/contract';
import { leads, staff } from './side.ts';

/** States of a joint project. */
export const projectStates = ['preparing', 'running', 'completed', 'stopped'] as const;
export type ProjectState = (typeof projectStates)[number];

/** What can be done with a project. */
export const projectActions = [
  'edit',
  'join',
  'staff',
  'protect',
  'draft-agreement',
  'plan',
  'begin',
  'deliver',
  'spend',
  'draw',
  'log',
  'risk',
  'ask-change',
  'complete',
  'stop',
] as const;
export type ProjectAction = (typeof projectActions)[number];

type Transition = {
  from: readonly ProjectState[];
  to: ProjectState | null;
  roles: readonly Role[];
  /** Members of the project and the leads of both sides only, or everybody on the staff. */
  isOpen: boolean;
};
const alive = ['preparing', 'running'] as const;
const everybody = [...staff, 'student'] as const satisfies readonly Role[];

/** The state table, read by server, screen and tests. */
export const projectTransitions: Readonly<Record<ProjectAction, Transition>> = {
  edit: { from: ['preparing'], to: null, roles: leads, isOpen: false },
  join: { from: alive, to: null, roles: everybody, isOpen: true },
  staff: { from: alive, to: null, roles: leads, isOpen: false },
  protect: { from: alive, to: null, roles: staff, isOpen: false },
  'draft-agreement': {
    from: ['preparing'],
    to: null,
    roles: ['school-office', 'enterprise-hr'],
    isOpen: false,
  },
  // Afterwards the plan changes by change requests only.
  plan: { from: ['preparing'], to: null, roles: staff, isOpen: false },
  begin: { from: ['preparing'], to: 'running', roles: leads, isOpen: false },
  deliver: { from: ['running'], to: null, roles: staff, isOpen: false },
  spend: { from: ['running'], to: null, roles: staff, isOpen: false },
  // Instalments are planned while the project is prepared and while it runs, and move while it runs.
  draw: { from: alive, to: null, roles: staff, isOpen: false },
  // Hours are written by members themselves, and confirmed by leads.
  log: { from: ['running'], to: null, roles: everybody, isOpen: false },
  risk: { from: alive, to: null, roles: staff, isOpen: false },
  'ask-change': { from: ['running'], to: null, roles: staff, isOpen: false },
  complete: { from: ['running'], to: 'completed', roles: leads, isOpen: false },
  stop: { from: alive, to: 'stopped', roles: leads, isOpen: false },
};

export const projectWhyNotCodes = [
  'project.not-your-role',
  'project.not-a-member',
  'project.not-in-state',
] as const;
export type ProjectWhyNot = (typeof projectWhyNotCodes)[number];

/** Whether somebody belongs to a project: as a member who has joined, or by speaking for a side. */
export function belongs(role: Role, hasJoined: boolean): boolean {
  return hasJoined || leads.some((one) => one === role);
}

/** Why somebody may not do something with a project; null when they may. */
export function whyNotProject(
  project: { state: ProjectState },
  viewer: { role: Role; hasJoined: boolean },
  action: ProjectAction,
): ProjectWhyNot | null {
  const { from, roles, isOpen } = projectTransitions[action];
  if (!roles.includes(viewer.role)) return 'project.not-your-role';
  if (!isOpen && !belongs(viewer.role, viewer.hasJoined)) return 'project.not-a-member';
  return from.includes(project.state) ? null : 'project.not-in-state';
}

/** What somebody does in a project. */
export const duties = ['lead', 'research', 'engineering', 'testing', 'study'] as const;
export type Duty = (typeof duties)[number];

/** How somebody stands to the team. `invited` waits for the person, `applied` for a lead of the own side. */
export const memberStates = ['invited', 'applied', 'joined', 'declined', 'left'] as const;
export type MemberState = (typeof memberStates)[number];

/** What intellectual property is. */
export const ipForms = ['patent', 'software', 'know-how', 'data', 'design', 'paper'] as const;
export type IpForm = (typeof ipForms)[number];
