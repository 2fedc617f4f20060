import type { Role } from '@dualtrack/platform/contract';

/** States of a placement. Declined and ended ones stay on record. */
export const placementStates = ['offered', 'accepted', 'declined', 'active', 'ended'] as const;
export type PlacementState = (typeof placementStates)[number];

export const placementActions = [
  'accept',
  'decline',
  'sign',
  'consent',
  'record',
  'record-host',
  'begin',
  'end',
  'leave',
  'move',
] as const;
export type PlacementAction = (typeof placementActions)[number];

type Transition = { from: readonly PlacementState[]; to: PlacementState | null; roles: readonly Role[] };
const school = ['school-office', 'programme-head'] as const satisfies readonly Role[];
const standing = ['offered', 'accepted', 'active'] as const satisfies readonly PlacementState[];

/** The state table, read by server, screen and tests. `to: null` leaves the state as it is. */
export const placementTransitions: Readonly<Record<PlacementAction, Transition>> = {
  // The office answers for a student who said so on paper.
  accept: { from: ['offered'], to: 'accepted', roles: ['student', ...school] },
  decline: { from: ['offered', 'accepted'], to: 'declined', roles: ['student', ...school] },
  sign: { from: ['accepted', 'active'], to: null, roles: ['student'] },
  consent: { from: ['offered', 'accepted', 'active'], to: null, roles: ['guardian'] },
  record: { from: standing, to: null, roles: school },
  'record-host': { from: standing, to: null, roles: ['enterprise-hr', ...school] },
  // In a class that is under way already; the others begin when the class starts.
  begin: { from: ['accepted'], to: 'active', roles: school },
  end: { from: ['active'], to: 'ended', roles: school },
  leave: { from: ['accepted', 'active'], to: 'ended', roles: ['student', ...school] },
  // Before anybody begins: a post that has begun is ended, and the next one is another placement.
  move: { from: ['offered', 'accepted'], to: 'offered', roles: school },
};

/** Why somebody may not do something with a placement; null when they may. */
export function whyNotPlacement(
  placement: { state: PlacementState },
  actor: { role: Role },
  action: PlacementAction,
): 'placement.not-your-role' | 'placement.not-in-state' | null {
  const transition = placementTransitions[action];
  if (!transition.roles.includes(actor.role)) return 'placement.not-your-role';
  return transition.from.includes(placement.state) ? null : 'placement.not-in-state';
}

/** What has to be there before somebody starts, in the order in which it is asked for. */
export const documentKinds = [
  'schoolSigned',
  'hostSigned',
  'studentSigned',
  'studentConsent',
  'guardianConsent',
  'insurance',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Documents that are not there yet. */
export function missingDocuments(placement: {
  schoolSignedOn: string | null;
  hostSignedOn: string | null;
  studentSignedOn: string | null;
  studentConsentOn: string | null;
  guardianConsentOn: string | null;
  insurance: object | null;
}): DocumentKind[] {
  const there: Record<DocumentKind, boolean> = {
    schoolSigned: placement.schoolSignedOn !== null,
    hostSigned: placement.hostSignedOn !== null,
    studentSigned: placement.studentSignedOn !== null,
    studentConsent: placement.studentConsentOn !== null,
    guardianConsent: placement.guardianConsentOn !== null,
    insurance: placement.insurance !== null,
  };
  return documentKinds.filter((kind) => !there[kind]);
}
