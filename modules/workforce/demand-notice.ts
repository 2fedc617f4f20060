import type { Role } from '@dualtrack/platform/contract';

/** States of a published demand at one school. `paused`: the side whose turn it was has been silent past its day. */
export const noticeStates = ['published', 'offered', 'taken', 'declined', 'closed', 'paused'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** What people do with it. */
export const noticeActions = ['offer', 'decline', 'take', 'close'] as const;
export type NoticeAction = (typeof noticeActions)[number];

export type NoticeSide = 'school' | 'enterprise';
export type NoticeNow = { state: NoticeState; silentSide: NoticeSide | null };

const school: readonly Role[] = ['school-office', 'programme-head'];
const enterprise: readonly Role[] = ['enterprise-hr', 'project-lead'];

/** The state table: who may do it, from where, whose turn it then is for how long. */
export const noticeTransitions: Readonly<
  Record<NoticeAction, { roles: readonly Role[]; from: readonly NoticeState[]; to: NoticeState }>
> = {
  offer: { roles: school, from: ['published'], to: 'offered' },
  decline: { roles: school, from: ['published'], to: 'declined' },
  take: { roles: enterprise, from: ['offered'], to: 'taken' },
  close: { roles: enterprise, from: ['published', 'offered'], to: 'closed' },
};

/** The state that a notice has but for the silence: who was silent may still speak. */
export function stateBehind({ state, silentSide }: NoticeNow): NoticeState {
  if (state !== 'paused') return state;
  return silentSide === 'enterprise' ? 'offered' : 'published';
}

/** Whose turn it is; null when nobody's. */
export function turnOf(notice: NoticeNow): NoticeSide | null {
  const state = stateBehind(notice);
  if (state === 'published') return 'school';
  return state === 'offered' ? 'enterprise' : null;
}

/** Why somebody may not do something with a published demand; null when they may. */
export function whyNotNotice(
  notice: NoticeNow,
  actor: { role: Role },
  action: NoticeAction,
): 'demand.not-your-role' | 'demand.not-in-state' | null {
  const { roles, from } = noticeTransitions[action];
  if (!roles.includes(actor.role)) return 'demand.not-your-role';
  return from.includes(stateBehind(notice)) ? null : 'demand.not-in-state';
}
