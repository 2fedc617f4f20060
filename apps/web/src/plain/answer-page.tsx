import { loadAnswerByLink } from '@dualtrack/workforce/web';
import { lazy, Suspense } from 'react';
import { LanguageRow } from './language-row.tsx';
import './plain.css';

const AnswerByLink = lazy(async () => ({ default: await loadAnswerByLink() }));

/** Answering published talent demand by its link, without an account. */
export function AnswerPage() {
  return (
    <Suspense fallback={null}>
      <AnswerByLink languages={<LanguageRow />} />
    </Suspense>
  );
}
