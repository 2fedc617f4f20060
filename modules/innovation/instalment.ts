/** States of a part of the budget that one side pays to the other. */
export const instalmentStates = ['planned', 'called', 'paid'] as const;
export type InstalmentState = (typeof instalmentStates)[number];

/** What can be done with it: the side that gets the money calls it, the side that pays pays or sends the call back. */
export const instalmentMoves = {
  call: { from: 'planned', to: 'called', by: 'drawing' },
  pay: { from: 'called', to: 'paid', by: 'paying' },
  return: { from: 'called', to: 'planned', by: 'paying' },
} as const satisfies Record<string, { from: InstalmentState; to: InstalmentState; by: 'drawing' | 'paying' }>;
export type InstalmentMove = keyof typeof instalmentMoves;
export const instalmentMoveNames = ['call', 'pay', 'return'] as const satisfies readonly InstalmentMove[];

/** Why a side may not do something with an instalment; null when it may. `paidBy`: the side that pays. */
export function whyNotInstalment(
  instalment: { state: InstalmentState; paidBy: string },
  side: string,
  move: InstalmentMove,
): 'instalment.not-your-side' | 'instalment.not-in-state' | null {
  const { from, by } = instalmentMoves[move];
  if ((side === instalment.paidBy) !== (by === 'paying')) return 'instalment.not-your-side';
  return instalment.state === from ? null : 'instalment.not-in-state';
}
