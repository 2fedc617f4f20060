import type { Role } from '@dualtrack/platform/contract';
import type { ChallengeState } from './challenge.ts';
import { leads, type Side, sideOfRole, staff } from './side.ts';

/** States of a proposal. */
export const proposalStates = [
  'draft',
  'submitted',
  'shortlisted',
  'chosen',
  'declined',
  'withdrawn',
] as const;
export type ProposalState = (typeof proposalStates)[number];

/** What can be done with a proposal by one's own hand; it is chosen or declined by the decision on its challenge. */
export const proposalActions = [
  'edit',
  'submit',
  'withdraw',
  'shortlist',
  'unlist',
  'declare',
  'score',
  'begin-project',
] as const;
export type ProposalAction = (typeof proposalActions)[number];

type Transition = {
  from: readonly ProposalState[];
  to: ProposalState | null;
  by: 'applicant' | 'owner' | 'reviewer' | 'either';
  roles: readonly Role[];
  /** States of the challenge in which it can be done. */
  during: readonly ChallengeState[];
};
const inPlay = ['submitted', 'shortlisted'] as const;
const alive = ['open', 'selecting'] as const;

/** The state table, read by server, screen and tests. */
export const proposalTransitions: Readonly<Record<ProposalAction, Transition>> = {
  edit: { from: ['draft'], to: null, by: 'applicant', roles: staff, during: ['open'] },
  submit: { from: ['draft'], to: 'submitted', by: 'applicant', roles: staff, during: ['open'] },
  withdraw: { from: ['draft', ...inPlay], to: 'withdrawn', by: 'applicant', roles: staff, during: alive },
  shortlist: { from: ['submitted'], to: 'shortlisted', by: 'owner', roles: leads, during: ['selecting'] },
  unlist: { from: ['shortlisted'], to: 'submitted', by: 'owner', roles: leads, during: ['selecting'] },
  declare: { from: inPlay, to: null, by: 'reviewer', roles: staff, during: alive },
  score: { from: inPlay, to: null, by: 'reviewer', roles: staff, during: alive },
  'begin-project': { from: ['chosen'], to: null, by: 'either', roles: leads, during: ['decided'] },
};

export const proposalWhyNotCodes = [
  'proposal.not-your-role',
  'proposal.not-yours',
  'proposal.not-your-side',
  'proposal.not-a-reviewer',
  'proposal.not-in-state',
] as const;
export type ProposalWhyNot = (typeof proposalWhyNotCodes)[number];

/** Who looks at a proposal: their role, whether they lead it, and whether they are named as a reviewer. */
export type ProposalViewer = { role: Role; isAuthor: boolean; isReviewer: boolean };

/** Why somebody may not do something with a proposal; null when they may. */
export function whyNotProposal(
  proposal: { state: ProposalState; challengeState: ChallengeState; ownerSide: Side },
  viewer: ProposalViewer,
  action: ProposalAction,
): ProposalWhyNot | null {
  const { from, by, roles, during } = proposalTransitions[action];
  if (!roles.includes(viewer.role)) return 'proposal.not-your-role';
  const isOwner = sideOfRole(viewer.role) === proposal.ownerSide;
  if (by === 'owner' && !isOwner) return 'proposal.not-your-side';
  // A side's leads may act for the colleague who wrote the proposal.
  const speaks = viewer.isAuthor || leads.some((role) => role === viewer.role);
  if (by === 'applicant' && (isOwner || !speaks)) return 'proposal.not-yours';
  if (by === 'reviewer' && !viewer.isReviewer) return 'proposal.not-a-reviewer';
  const isTime = from.includes(proposal.state) && during.includes(proposal.challengeState);
  return isTime ? null : 'proposal.not-in-state';
}

/** How long each part of the short form may be, in characters. */
export const proposalLengths = {
  title: 60,
  approach: 800,
  benefit: 400,
  hurdles: 300,
  department: 60,
} as const;
