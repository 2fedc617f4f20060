import type { Verdict } from './verdict.ts';

/** The exception that stands in a verdict which a waiver excused. */
export const WAIVED = 'waived';

/**
 * Verdicts after waivers: a breach of a rule that somebody may waive, and that `isWaived` says was waived, is excused.
 * What nobody may waive stays breached whatever was granted, and what is not known is not made known by a waiver.
 */
export function withWaivers<V extends Verdict>(
  verdicts: readonly V[],
  isWaived: (verdict: V) => boolean,
): V[] {
  return verdicts.map((verdict) => {
    const { outcome, waivableBy } = verdict;
    if (outcome !== 'breached' || waivableBy === 'nobody' || !isWaived(verdict)) return verdict;
    return { ...verdict, outcome: 'excused' as const, exception: WAIVED };
  });
}
