import type { Role } from '@dualtrack/platform/contract';

/** States of an agreement. `registered` is the state of one that was signed elsewhere. */
export const agreementStates = [
  'negotiating',
  'confirmed',
  'signing',
  'in-force',
  'declined',
  'ended',
  'registered',
] as const;
export type AgreementState = (typeof agreementStates)[number];

export const agreementActions = ['edit', 'confirm', 'fix', 'reopen', 'sign', 'decline', 'end'] as const;
export type AgreementAction = (typeof agreementActions)[number];

export type Side = 'school' | 'enterprise';

type Transition = { from: readonly AgreementState[]; to: AgreementState | null; roles: readonly Role[] };
const offices = ['school-office', 'enterprise-hr'] as const satisfies readonly Role[];

/** The state table, read by server, screen and tests. `to: null` leaves the state to the guards. */
export const agreementTransitions: Readonly<Record<AgreementAction, Transition>> = {
  edit: { from: ['negotiating', 'confirmed'], to: 'negotiating', roles: offices },
  confirm: { from: ['negotiating'], to: null, roles: offices },
  fix: { from: ['confirmed'], to: 'signing', roles: offices },
  // Only before the first signature: what somebody has signed is never changed under them.
  reopen: { from: ['signing'], to: 'negotiating', roles: offices },
  sign: { from: ['signing'], to: null, roles: offices },
  decline: { from: ['negotiating', 'confirmed', 'signing'], to: 'declined', roles: offices },
  end: { from: ['in-force'], to: 'ended', roles: offices },
};

/** What the guards look at beside the state. */
export type AgreementFacts = { state: AgreementState; signedSides: readonly Side[] };

/** Why somebody may not do something with an agreement; null when they may. */
export function whyNot(
  agreement: AgreementFacts,
  actor: { role: Role },
  action: AgreementAction,
): 'agreement.not-your-role' | 'agreement.not-in-state' | 'agreement.already-signed' | null {
  const transition = agreementTransitions[action];
  if (!transition.roles.includes(actor.role)) return 'agreement.not-your-role';
  if (!transition.from.includes(agreement.state)) return 'agreement.not-in-state';
  const side = sideOfRole(actor.role);
  if (action === 'sign' && side !== null && agreement.signedSides.includes(side))
    return 'agreement.already-signed';
  if (action === 'reopen' && agreement.signedSides.length > 0) return 'agreement.already-signed';
  return null;
}

/** The side for which a role speaks. */
export function sideOfRole(role: Role): Side | null {
  if (role === 'school-office' || role === 'programme-head' || role === 'teacher') return 'school';
  if (role === 'enterprise-hr' || role === 'project-lead' || role === 'mentor') return 'enterprise';
  return null;
}
