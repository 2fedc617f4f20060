import { oneOf, usePhrases } from '@dualtrack/ui';

const reasons = ['fact.not-your-side', 'fact.kept-elsewhere', 'fact.no-form'] as const;

/** The sentence of a reason why a fact may not be entered; undefined when it may. */
export function useWhyNot(): (reason: string | null) => string | undefined {
  const t = usePhrases('compliance');
  return (reason) => {
    const known = reason === null ? undefined : oneOf(reasons, reason);
    return known === undefined ? undefined : t(`error.${known}`);
  };
}
