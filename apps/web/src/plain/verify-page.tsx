import { loadVerifyOpen } from '@dualtrack/agreements/web';
import { lazy, Suspense } from 'react';
import { LanguageRow } from './language-row.tsx';
import './plain.css';

const VerifyOpen = lazy(async () => ({ default: await loadVerifyOpen() }));

/** Verifying a signed PDF, without an account. */
export function VerifyPage() {
  return (
    <Suspense fallback={null}>
      <VerifyOpen languages={<LanguageRow />} />
    </Suspense>
  );
}
