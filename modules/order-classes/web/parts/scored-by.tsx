import { useList, usePhrases } from '@dualtrack/ui';
import type { ApplicantView } from '../../shapes.ts';

/** Whose accounts gave the scores of an applicant; nothing where none is given. */
export function ScoredBy(props: { readonly scores: ApplicantView['scores'] }) {
  const t = usePhrases('class-work');
  const list = useList();
  const names = [...new Set(props.scores.map(({ by }) => by))].filter((name) => name !== '');
  if (names.length === 0) return null;
  return <div className="dt-quiet dt-small">{t('scores.by', { names: list(names) })}</div>;
}
