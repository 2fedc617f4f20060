import type { Role } from '@dualtrack/platform/contract';

/** States of a talent order, in the order in which they are passed. */
export const orderStates = [
  'draft',
  'proposed',
  'accepted',
  'declined',
  'withdrawn',
  'in-agreement',
  'in-class',
  'closed',
] as const;
export type OrderState = (typeof orderStates)[number];

/** What people do with an order. Later rooms move it further by `moveOrder`. */
export const orderActions = ['edit', 'propose', 'accept', 'decline', 'withdraw'] as const;
export type OrderAction = (typeof orderActions)[number];

type Transition = { from: readonly OrderState[]; to: OrderState; roles: readonly Role[] };

/** The state table, read by server, screen and tests. */
export const orderTransitions: Readonly<Record<OrderAction, Transition>> = {
  edit: { from: ['draft'], to: 'draft', roles: ['enterprise-hr', 'project-lead'] },
  propose: { from: ['draft'], to: 'proposed', roles: ['enterprise-hr', 'project-lead'] },
  accept: { from: ['proposed'], to: 'accepted', roles: ['school-office', 'programme-head'] },
  decline: { from: ['proposed'], to: 'declined', roles: ['school-office', 'programme-head'] },
  withdraw: { from: ['draft', 'proposed', 'accepted'], to: 'withdrawn', roles: ['enterprise-hr'] },
};

/** How later rooms move an order on, and from where. */
export const orderMoves = {
  'in-agreement': ['accepted'],
  'in-class': ['in-agreement'],
  closed: ['in-class', 'in-agreement'],
} as const satisfies Partial<Record<OrderState, readonly OrderState[]>>;
export type OrderMove = keyof typeof orderMoves;

/** Why somebody may not do something with an order; null when they may. */
export function whyNot(
  order: { state: OrderState },
  actor: { role: Role },
  action: OrderAction,
): 'order.not-your-role' | 'order.not-in-state' | null {
  const transition = orderTransitions[action];
  if (!transition.roles.includes(actor.role)) return 'order.not-your-role';
  return transition.from.includes(order.state) ? null : 'order.not-in-state';
}
