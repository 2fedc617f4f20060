import type { Side } from './agreement.ts';
import type { DutyAnswer, DutyConfirmation } from './recorded-duty.ts';

/** What a paper signed by hand may do with an agreement, by the actions of the state table. */
export const paperEffects = ['amend', 'renew', 'suspend', 'resume', 'terminate'] as const;
export type PaperEffect = (typeof paperEffects)[number];

/** How a paper stands to the agreement that it follows from. */
export const relationKinds = ['amendment', 'renewal', 'suspension', 'resumption', 'termination'] as const;
export type RelationKind = (typeof relationKinds)[number];

export const relationOf = {
  amend: 'amendment',
  renew: 'renewal',
  suspend: 'suspension',
  resume: 'resumption',
  terminate: 'termination',
} as const satisfies Record<PaperEffect, RelationKind>;

/** What a paper of a kind does. */
export function effectOf(kind: RelationKind): PaperEffect {
  return paperEffects.find((effect) => relationOf[effect] === kind) ?? 'amend';
}

/** Effects that come on a day that the paper names. */
export const datedEffects: readonly PaperEffect[] = ['suspend', 'resume', 'terminate'];

export const paperAnswerCodes = ['obligation.not-your-side', 'obligation.answered'] as const;
export type PaperAnswerCode = (typeof paperAnswerCodes)[number];

/**
 * Why a side may not say whether a registered paper does what the other side says of it; null when it may. Only the side
 * that did not register it answers; what it disputed it may confirm after all.
 */
export function whyNotAnswerPaper(
  paper: { confirmation: DutyConfirmation | null; typedSide: Side | null },
  side: Side | null,
  answer: DutyAnswer,
): PaperAnswerCode | null {
  if (side === null || paper.typedSide === side) return 'obligation.not-your-side';
  if (paper.confirmation === null || paper.confirmation === 'confirmed') return 'obligation.answered';
  return paper.confirmation === 'disputed' && answer === 'dispute' ? 'obligation.answered' : null;
}
