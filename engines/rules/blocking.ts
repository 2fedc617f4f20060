import type { Verdict } from './verdict.ts';

/**
 * The verdicts that stop an operation: breached, worded as an outright "must", and of a severity that blocks. A school
 * may add rules whose breach is left to it (`by-policy`) by naming their ids in `alsoBlock`.
 */
export function blocking(verdicts: readonly Verdict[], alsoBlock: readonly string[] = []): Verdict[] {
  return verdicts.filter(({ outcome, strength, severity, rule }) => {
    if (outcome !== 'breached') return false;
    return (strength === 'must' && severity === 'block') || alsoBlock.includes(rule);
  });
}
