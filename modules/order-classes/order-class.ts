import type { Role } from '@dualtrack/platform/contract';

/** States of an order class, in the order in which they are passed. */
export const classStates = [
  'draft',
  'open',
  'closed',
  'matched',
  'published',
  'running',
  'finished',
] as const;
export type ClassState = (typeof classStates)[number];

/** What is done with a class as a whole. */
export const classActions = [
  'edit',
  'place',
  'brief',
  'open',
  'apply',
  'close',
  'reopen',
  'score',
  'interview',
  'book',
  'match',
  'publish',
  'refill',
  'start',
  'finish',
] as const;
export type ClassAction = (typeof classActions)[number];

type Transition = { from: readonly ClassState[]; to: ClassState | null; roles: readonly Role[] };
const school = ['school-office', 'programme-head'] as const satisfies readonly Role[];

/** The state table, read by server, screen and tests. `to: null` leaves the state as it is. */
export const classTransitions: Readonly<Record<ClassAction, Transition>> = {
  edit: { from: ['draft', 'open'], to: null, roles: school },
  // How places are given stands before anybody chooses.
  place: { from: ['draft'], to: null, roles: school },
  // Information sessions are planned before the opening, too.
  brief: { from: ['draft', 'open', 'closed'], to: null, roles: school },
  open: { from: ['draft'], to: 'open', roles: school },
  apply: { from: ['open'], to: null, roles: ['student', ...school] },
  close: { from: ['open'], to: 'closed', roles: school },
  reopen: { from: ['closed'], to: 'open', roles: school },
  score: {
    from: ['open', 'closed', 'matched'],
    to: null,
    roles: ['enterprise-hr', 'project-lead', 'mentor'],
  },
  interview: {
    from: ['open', 'closed', 'matched'],
    to: null,
    roles: ['enterprise-hr', 'project-lead', 'mentor'],
  },
  book: { from: ['open', 'closed'], to: null, roles: ['student'] },
  match: { from: ['closed', 'matched'], to: 'matched', roles: school },
  publish: { from: ['matched'], to: 'published', roles: school },
  refill: { from: ['published', 'running'], to: null, roles: school },
  start: { from: ['published'], to: 'running', roles: school },
  finish: { from: ['running'], to: 'finished', roles: school },
};

/** Why somebody may not do something with a class; null when they may. */
export function whyNot(
  orderClass: { state: ClassState },
  actor: { role: Role },
  action: ClassAction,
): 'class.not-your-role' | 'class.not-in-state' | null {
  const transition = classTransitions[action];
  if (!transition.roles.includes(actor.role)) return 'class.not-your-role';
  return transition.from.includes(orderClass.state) ? null : 'class.not-in-state';
}
