import type { Role } from '@dualtrack/platform/contract';

/** States of an appeal against a published result. */
export const appealStates = ['made', 'withdrawn', 'refused', 'granted', 'settled'] as const;
export type AppealState = (typeof appealStates)[number];

/** What an accepted appeal leads to. */
export const appealResults = ['re-score', 'waiting-list', 'extra-seat'] as const;
export type AppealResult = (typeof appealResults)[number];

/** What is done with an appeal. `relist` grants and settles at once: a waiting list needs nobody else. */
export const appealActions = ['withdraw', 'refuse', 'grant', 'relist', 'settle', 'return'] as const;
export type AppealAction = (typeof appealActions)[number];

type Transition = { from: readonly AppealState[]; to: AppealState; roles: readonly Role[] };

/** The state table, read by server, screen and tests. */
export const appealTransitions: Readonly<Record<AppealAction, Transition>> = {
  withdraw: { from: ['made'], to: 'withdrawn', roles: ['student', 'guardian'] },
  refuse: { from: ['made'], to: 'refused', roles: ['school-office'] },
  grant: { from: ['made'], to: 'granted', roles: ['school-office'] },
  relist: { from: ['made'], to: 'settled', roles: ['school-office'] },
  // A new score and one more place are the enterprise's to give; it may send the decision back with a reason.
  settle: { from: ['granted'], to: 'settled', roles: ['enterprise-hr'] },
  return: { from: ['granted'], to: 'made', roles: ['enterprise-hr'] },
};

/** Why somebody may not do something with an appeal; null when they may. */
export function whyNotAppeal(
  appeal: { state: AppealState },
  actor: { role: Role },
  action: AppealAction,
): 'appeal.not-your-role' | 'appeal.not-in-state' | null {
  const transition = appealTransitions[action];
  if (!transition.roles.includes(actor.role)) return 'appeal.not-your-role';
  return transition.from.includes(appeal.state) ? null : 'appeal.not-in-state';
}

/** The last day on which a result can be appealed against; null before it is published or where there is no appeal. */
export function lastAppealDay(publishedOn: string | null, days: number): string | null {
  if (publishedOn === null || days === 0) return null;
  return new Date(Date.parse(`${publishedOn}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
