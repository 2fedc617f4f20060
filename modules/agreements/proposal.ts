import type { Side } from './agreement.ts';

/** Standard: the text is taken as it is or declined. Negotiated: sections are worded and proposals made. */
export const routes = ['standard', 'negotiated'] as const;
export type Route = (typeof routes)[number];

export const proposalStates = ['open', 'accepted', 'declined', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];
export const proposalActions = ['accept', 'decline', 'withdraw'] as const;
export type ProposalAction = (typeof proposalActions)[number];

export type ProposalWhyNot = 'proposal.not-open' | 'proposal.own' | 'proposal.not-own' | 'proposal.overtaken';

/** The state table: who answers an open proposal, and what becomes of it. */
export const proposalTransitions: Readonly<
  Record<ProposalAction, { from: readonly ProposalState[]; to: ProposalState; by: 'own' | 'other' }>
> = {
  accept: { from: ['open'], to: 'accepted', by: 'other' },
  decline: { from: ['open'], to: 'declined', by: 'other' },
  withdraw: { from: ['open'], to: 'withdrawn', by: 'own' },
};

/**
 * Why a side may not answer a proposal; null when it may. A proposal is made against one revision: when the section
 * has moved on, accepting it would undo what was written since.
 */
export function whyNotAnswer(
  proposal: { state: ProposalState; side: Side; baseRevision: number },
  side: Side,
  presentRevision: number,
  action: ProposalAction,
): ProposalWhyNot | null {
  const { from, by } = proposalTransitions[action];
  if (!from.includes(proposal.state)) return 'proposal.not-open';
  if (by === 'other' && side === proposal.side) return 'proposal.own';
  if (by === 'own' && side !== proposal.side) return 'proposal.not-own';
  return action === 'accept' && proposal.baseRevision !== presentRevision ? 'proposal.overtaken' : null;
}

/** Why a side may not reword a section itself; null when it may. */
export function whyNotReword(
  section: { owner: Side | null },
  side: Side,
  route: Route,
): 'section.standard-route' | 'section.not-own' | null {
  if (route === 'standard') return 'section.standard-route';
  return section.owner === null || section.owner === side ? null : 'section.not-own';
}
