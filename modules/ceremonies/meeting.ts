import type { Role } from '@dualtrack/platform/contract';

/** States of a meeting. */
export const meetingStates = ['planned', 'held', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

export const meetingActions = ['edit', 'hold', 'cancel', 'minute'] as const;
export type MeetingAction = (typeof meetingActions)[number];

type Transition = { from: readonly MeetingState[]; to: MeetingState | null; roles: readonly Role[] };
const leads = [
  'school-office',
  'programme-head',
  'enterprise-hr',
  'project-lead',
] as const satisfies readonly Role[];

/** The state table of meetings. Held is for good: obligations count it. */
export const meetingTransitions: Readonly<Record<MeetingAction, Transition>> = {
  edit: { from: ['planned'], to: null, roles: leads },
  hold: { from: ['planned'], to: 'held', roles: leads },
  cancel: { from: ['planned'], to: 'cancelled', roles: leads },
  minute: { from: ['planned', 'held'], to: null, roles: leads },
};

export const meetingWhyNotCodes = [
  'meeting.not-your-role',
  'meeting.not-in-state',
  'meeting.not-begun',
  'meeting.one-side-only',
] as const;
export type MeetingWhyNot = (typeof meetingWhyNotCodes)[number];

/** What the guards look at beside the state. */
export type MeetingFacts = {
  state: MeetingState;
  startsAt: Date;
  now: Date;
  /** Sides of which somebody was present. */
  presentSides: readonly string[];
};

/** Why somebody may not do something with a meeting; null when they may. */
export function whyNotMeeting(
  meeting: MeetingFacts,
  role: Role,
  action: MeetingAction,
): MeetingWhyNot | null {
  const transition = meetingTransitions[action];
  if (!transition.roles.includes(role)) return 'meeting.not-your-role';
  if (!transition.from.includes(meeting.state)) return 'meeting.not-in-state';
  if (action === 'hold' && meeting.startsAt > meeting.now) return 'meeting.not-begun';
  // A meeting of both sides is what agreements promise; one side among itself is none.
  if (action === 'hold' && new Set(meeting.presentSides).size < 2) return 'meeting.one-side-only';
  return null;
}
