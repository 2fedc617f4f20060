import { useLanguage, usePhrases, writeDay } from '@dualtrack/ui';
import type { MoveFlaw } from '../../check-move.ts';

/** What speaks against a move, in words; null when nothing does. */
export function useFlawWords(): (flaws: readonly MoveFlaw[]) => string | null {
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const rules = usePhrases('rotation-rules');
  const day = (week: string) => writeDay(locale, week, 'short');
  const word = ({ code, week }: MoveFlaw) => {
    if (code === 'site-limit' || code === 'group') return rules(`flaw.${code}`);
    if (code === 'order' || code === 'least') return rules(`flaw.${code}`, { day: day(week) });
    return code === 'wrong-unit' || code === 'outside' || code === 'past' || code === 'law'
      ? t(`flaw.${code}`)
      : t(`flaw.${code}`, { day: day(week) });
  };
  return (flaws) => (flaws.length === 0 ? null : flaws.map(word).join(' · '));
}
