import type { Role } from '@dualtrack/platform/contract';

/** States of a rotation plan. */
export const planStates = ['draft', 'solving', 'solved', 'infeasible', 'published', 'superseded'] as const;
export type PlanState = (typeof planStates)[number];

export const planActions = ['edit', 'solve', 'pin', 'free', 'publish', 'remove'] as const;
export type PlanAction = (typeof planActions)[number];

type Transition = { from: readonly PlanState[]; roles: readonly Role[] };
const planners = [
  'school-office',
  'programme-head',
  'enterprise-hr',
  'project-lead',
] as const satisfies readonly Role[];

/** Who may do what with a plan, and when; read by server, screen and tests. */
export const planTransitions: Readonly<Record<PlanAction, Transition>> = {
  edit: { from: ['draft', 'solved', 'infeasible'], roles: planners },
  solve: { from: ['draft', 'solved', 'infeasible'], roles: planners },
  pin: { from: ['solved'], roles: planners },
  /** Letting go of kept blocks: also where they are what keeps a search from starting. */
  free: { from: ['draft', 'solved', 'infeasible'], roles: planners },
  publish: { from: ['solved'], roles: ['school-office', 'programme-head'] },
  remove: { from: ['draft', 'solved', 'infeasible'], roles: planners },
};

/** Why somebody may not do something with a plan; null when they may. */
export function whyNot(
  plan: { state: PlanState },
  actor: { role: Role },
  action: PlanAction,
): 'plan.not-your-role' | 'plan.not-in-state' | null {
  const transition = planTransitions[action];
  if (!transition.roles.includes(actor.role)) return 'plan.not-your-role';
  return transition.from.includes(plan.state) ? null : 'plan.not-in-state';
}
