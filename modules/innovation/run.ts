/** States of something that is owed. */
export const deliverableStates = ['due', 'submitted', 'accepted', 'returned'] as const;
export type DeliverableState = (typeof deliverableStates)[number];

/** What can be done with it: handing in by the side that owes it, accepting and returning by the other. */
export const deliverableMoves = {
  submit: { from: ['due', 'returned'], to: 'submitted', by: 'owing' },
  accept: { from: ['submitted'], to: 'accepted', by: 'other' },
  return: { from: ['submitted'], to: 'returned', by: 'other' },
} as const satisfies Record<
  string,
  { from: readonly DeliverableState[]; to: DeliverableState; by: 'owing' | 'other' }
>;
export type DeliverableMove = keyof typeof deliverableMoves;

/** Why a side may not do something with a deliverable; null when it may. */
export function whyNotDeliverable(
  deliverable: { state: DeliverableState; owedBy: string },
  side: string,
  move: DeliverableMove,
): 'deliverable.not-your-side' | 'deliverable.not-in-state' | null {
  const { from, by } = deliverableMoves[move];
  if ((side === deliverable.owedBy) !== (by === 'owing')) return 'deliverable.not-your-side';
  const states: readonly DeliverableState[] = from;
  return states.includes(deliverable.state) ? null : 'deliverable.not-in-state';
}

/** What money is spent on. */
export const lineKinds = [
  'equipment',
  'materials',
  'testing',
  'travel',
  'labour',
  'outsourcing',
  'other',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** What a change request changes; `other` changes nothing by itself. */
export const changeKinds = ['milestone-day', 'line-amount', 'other'] as const;
export type ChangeKind = (typeof changeKinds)[number];
