import { useLanguage, usePhrases, useSession, writeDay } from '@dualtrack/ui';
import type { MyClass } from '../../shapes.ts';

/** What a student or guardian has to do in a class, in words; `isDue` when it waits for this very person. */
export function useTodo(): (mine: MyClass) => { label: string; isDue: boolean } {
  const t = usePhrases('order-classes');
  const tw = usePhrases('class-work');
  const { locale } = useLanguage();
  const isGuardian = useSession().membership.role === 'guardian';
  return (mine) => {
    const { placement, application } = mine;
    const ready = { label: t('card.ready'), isDue: false };
    if (isGuardian) {
      const isDue = placement?.abilities.consent === null && placement.guardianConsentOn === null;
      return isDue ? { label: t('card.consent'), isDue } : { label: t('card.result'), isDue: false };
    }
    if (placement !== null) {
      if (placement.abilities.accept === null) return { label: t('card.answer'), isDue: true };
      const isOpen = placement.studentSignedOn === null || placement.studentConsentOn === null;
      if (isOpen && placement.abilities.sign === null) return { label: t('card.sign'), isDue: true };
      return ready;
    }
    if (mine.interview === 'open') return { label: tw('my.bookDue'), isDue: true };
    if (mine.result !== null) return { label: t('card.result'), isDue: false };
    if (mine.whyNotApply === 'application.not-yet' && mine.applicationsFrom !== null)
      return { label: t('my.notYet', { from: writeDay(locale, mine.applicationsFrom) }), isDue: false };
    if (mine.whyNotApply !== null) return { label: t('my.waiting'), isDue: false };
    const isIn = application !== null && !application.isWithdrawn;
    if (isIn) return { label: t('card.chosen', { count: application.choices.length }), isDue: false };
    return { label: t('card.rank'), isDue: true };
  };
}
