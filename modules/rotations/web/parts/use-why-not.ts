import { usePhrases } from '@dualtrack/ui';

/** The sentence for why something cannot be done with a plan; undefined when it can. */
export function useWhyNot(): (code: string | null) => string | undefined {
  const t = usePhrases('rotations');
  return (code) => {
    if (code === null) return undefined;
    return code === 'plan.not-your-role' ? t('whynot.role') : t('whynot.state');
  };
}
