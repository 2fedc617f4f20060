import type { Side } from './side.ts';

/** `planned`: waits for the yes of the other side; `running`; `reported`: waits for the assessment; then for good. */
export const stayStates = ['planned', 'running', 'reported', 'assessed', 'declined'] as const;
export type StayState = (typeof stayStates)[number];
export const stayActions = ['accept', 'decline', 'note', 'report', 'assess'] as const;
export type StayAction = (typeof stayActions)[number];
export const grades = ['excellent', 'good', 'passed', 'failed'] as const;
export type Grade = (typeof grades)[number];

/** What a plan of teacher practice must hold (Provisions on Teachers' Practice in Enterprises, 2016, Art. 5). */
export const practiceContents = ['production', 'post', 'new-technology'] as const;

export const stayCodes = ['stay.not-in-state', 'stay.not-your-role', 'stay.not-begun'] as const;
export type StayCode = (typeof stayCodes)[number];

type Step = { from: readonly StayState[]; to: StayState | null; by: 'host' | 'guest' };

/** The state table of stays: the host receives and assesses, the guest's side writes and reports. */
export const staySteps: Readonly<Record<StayAction, Step>> = {
  accept: { from: ['planned'], to: 'running', by: 'host' },
  decline: { from: ['planned'], to: 'declined', by: 'host' },
  note: { from: ['running'], to: null, by: 'guest' },
  report: { from: ['running'], to: 'reported', by: 'guest' },
  assess: { from: ['reported'], to: 'assessed', by: 'host' },
};

/** Why somebody may not do something with a stay; null when they may. `side` of the stay is the guest's. */
export function whyNotStay(
  stay: { state: StayState; side: Side; fromOn: string; today: string },
  asking: { side: Side; isLead: boolean; isExpert: boolean },
  action: StayAction,
): StayCode | null {
  const { from, by } = staySteps[action];
  if (!from.includes(stay.state)) return 'stay.not-in-state';
  const isGuest = asking.side === stay.side;
  const may = by === 'guest' ? asking.isExpert || (isGuest && asking.isLead) : !isGuest && asking.isLead;
  if (!may) return 'stay.not-your-role';
  if ((action === 'note' || action === 'report') && stay.fromOn > stay.today) return 'stay.not-begun';
  return null;
}
