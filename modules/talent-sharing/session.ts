import type { Side } from './side.ts';

/** `asked`: somebody has not answered yet; `declined`: an expert could not come; `held`: both sides attested it. */
export const sessionStates = ['asked', 'planned', 'held', 'declined', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];

export const sessionActions = ['answer', 'cancel', 'attest', 'seat', 'place', 'rate'] as const;
export type SessionAction = (typeof sessionActions)[number];

export const sessionCodes = [
  'session.not-in-state',
  'session.not-your-role',
  'session.begun',
  'session.not-over',
  'session.attested',
  'session.late-needs-reason',
] as const;
export type SessionCode = (typeof sessionCodes)[number];

/** States in which each action may be done at all. */
export const sessionFrom: Readonly<Record<SessionAction, readonly SessionState[]>> = {
  answer: ['asked'],
  cancel: ['asked', 'planned'],
  attest: ['planned'],
  seat: ['asked', 'planned'],
  place: ['asked', 'planned'],
  rate: ['held'],
};

/** What the guards look at. `isLead`: speaks for a side; `isPart`: one of the experts, or who asked for the session. */
export type SessionFacts = {
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  now: Date;
  attested: readonly Side[];
};
export type Asking = { side: Side; isLead: boolean; isPart: boolean };

/** Why somebody may not do something with a session; null when they may. */
export function whyNotSession(
  session: SessionFacts,
  asking: Asking,
  action: SessionAction,
): SessionCode | null {
  if (!sessionFrom[action].includes(session.state)) return 'session.not-in-state';
  const isConcerned = asking.isLead || asking.isPart;
  if (action !== 'seat' && !isConcerned) return 'session.not-your-role';
  const isAhead = action === 'cancel' || action === 'seat' || action === 'place';
  if (isAhead && session.startsAt <= session.now) return 'session.begun';
  if (action === 'attest' && session.endsAt > session.now) return 'session.not-over';
  if (action === 'attest' && session.attested.includes(asking.side)) return 'session.attested';
  return null;
}

/** Whether calling off now breaks the hours of notice that were agreed. */
export function isLateCancel(session: { startsAt: Date; now: Date; noticeHours: number }): boolean {
  return session.startsAt.getTime() - session.now.getTime() < session.noticeHours * 3_600_000;
}

/** Answers of one expert. `to-approve`: the person said yes, the superior has not. */
export const answers = ['waiting', 'to-approve', 'accepted', 'declined'] as const;
export type Answer = (typeof answers)[number];

/** What an answer becomes; null when this person has nothing to say now. */
export function nextAnswer(
  current: Answer,
  said: 'accept' | 'decline',
  who: { isExpert: boolean; isLead: boolean; needsApproval: boolean },
): Answer | null {
  if (current === 'accepted' || current === 'declined') return null;
  if (!who.isExpert && !who.isLead) return null;
  if (said === 'decline') return 'declined';
  if (!who.needsApproval || who.isLead) return 'accepted';
  return current === 'waiting' ? 'to-approve' : null;
}

/** The state of a session by the answers of its experts. */
export function stateByAnswers(given: readonly Answer[]): 'asked' | 'planned' | 'declined' {
  if (given.includes('declined')) return 'declined';
  return given.length > 0 && given.every((one) => one === 'accepted') ? 'planned' : 'asked';
}
