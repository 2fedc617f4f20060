import type { Role } from '@dualtrack/platform/contract';
import { leads, type Side, sideOfRole, staff } from './side.ts';

/** States of a challenge, as one partner sees it. */
export const challengeStates = ['draft', 'open', 'selecting', 'decided', 'withdrawn'] as const;
export type ChallengeState = (typeof challengeStates)[number];

/** What can be done with a challenge. `end-call` begins the selection; the deadline does it, too. */
export const challengeActions = [
  'edit',
  'publish',
  'end-call',
  'withdraw',
  'sign-nda',
  'ask',
  'answer',
  'propose',
  'review',
  'decide',
] as const;
export type ChallengeAction = (typeof challengeActions)[number];

type Transition = {
  from: readonly ChallengeState[];
  /** Null: the action leaves the state as it is. */
  to: ChallengeState | null;
  /** Whose act it is: of the side that posted the challenge, of the side that answers it, or of either. */
  by: 'owner' | 'other' | 'either';
  roles: readonly Role[];
};
const alive = ['open', 'selecting'] as const;

/** The state table, read by server, screen and tests. */
export const challengeTransitions: Readonly<Record<ChallengeAction, Transition>> = {
  edit: { from: ['draft'], to: null, by: 'owner', roles: staff },
  publish: { from: ['draft'], to: 'open', by: 'owner', roles: leads },
  'end-call': { from: ['open'], to: 'selecting', by: 'owner', roles: leads },
  withdraw: { from: ['draft', ...alive], to: 'withdrawn', by: 'owner', roles: leads },
  'sign-nda': { from: alive, to: null, by: 'other', roles: staff },
  ask: { from: alive, to: null, by: 'other', roles: staff },
  answer: { from: alive, to: null, by: 'owner', roles: staff },
  propose: { from: ['open'], to: null, by: 'other', roles: staff },
  // Each side names reviewers among its own people.
  review: { from: alive, to: null, by: 'either', roles: leads },
  decide: { from: ['selecting'], to: 'decided', by: 'owner', roles: leads },
};

export const challengeWhyNotCodes = [
  'challenge.not-your-role',
  'challenge.not-your-side',
  'challenge.not-in-state',
] as const;
export type ChallengeWhyNot = (typeof challengeWhyNotCodes)[number];

/** Why somebody may not do something with a challenge; null when they may. */
export function whyNotChallenge(
  challenge: { state: ChallengeState; ownerSide: Side },
  role: Role,
  action: ChallengeAction,
): ChallengeWhyNot | null {
  const { from, by, roles } = challengeTransitions[action];
  if (!roles.includes(role)) return 'challenge.not-your-role';
  const isOwner = sideOfRole(role) === challenge.ownerSide;
  if (by !== 'either' && isOwner !== (by === 'owner')) return 'challenge.not-your-side';
  return from.includes(challenge.state) ? null : 'challenge.not-in-state';
}

/** How long each part of the one page may be, in characters. */
export const challengeLengths = {
  title: 60,
  titleEn: 120,
  keywords: 100,
  summary: 300,
  detail: 1_200,
  limits: 600,
  expected: 600,
} as const;

/** What a challenge may start from. */
export const challengeOrigins = ['idea', 'near-miss', 'mentor-note', 'forecast', 'downtime'] as const;
export type ChallengeOrigin = (typeof challengeOrigins)[number];

/** Records that a challenge can start from, and which start each of them can be: an observation says it itself. */
export const originPlaces = ['equipment', 'forecast', 'stay-note', 'observation'] as const;
export type OriginPlace = (typeof originPlaces)[number];
export const originsOfPlace: Readonly<Record<OriginPlace, readonly ChallengeOrigin[]>> = {
  equipment: ['downtime'],
  forecast: ['forecast'],
  'stay-note': ['mentor-note'],
  observation: ['near-miss', 'mentor-note'],
};

/** Wording of the confidentiality undertaking that is signed before details are shown. */
export const ndaVersion = 1 as const;
