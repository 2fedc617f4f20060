import { useLanguage, usePhrases, writeDay } from '@dualtrack/ui';
import type { MoveFlaw } from '../../check-move.ts';

/** What speaks against a move, in words; null when nothing does. */
export function useFlawWords(): (flaws: readonly MoveFlaw[]) => string | null {
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const word = ({ code, week }: MoveFlaw) =>
    code === 'wrong-unit' || code === 'outside' || code === 'past' || code === 'law'
      ? t(`flaw.${code}`)
      : t(`flaw.${code}`, { day: writeDay(locale, week, 'short') });
  return (flaws) => (flaws.length === 0 ? null : flaws.map(word).join(' · '));
}
