import { loadTalentAnswer } from '@dualtrack/talent-sharing/web';
import { lazy, Suspense } from 'react';
import { LanguageRow } from './language-row.tsx';
import './plain.css';

const AnswerByLink = lazy(async () => ({ default: await loadTalentAnswer() }));

/** Answering as an expert by the link of a mail, without an account. */
export function TalentAnswerPage() {
  return (
    <Suspense fallback={null}>
      <AnswerByLink languages={<LanguageRow />} />
    </Suspense>
  );
}
