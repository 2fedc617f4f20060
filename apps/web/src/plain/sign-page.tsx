import { loadSignByLink } from '@dualtrack/agreements/web';
import { lazy, Suspense } from 'react';
import { LanguageRow } from './language-row.tsx';
import './plain.css';

const SignByLink = lazy(async () => ({ default: await loadSignByLink() }));

/** Signing an agreement by a one-time link, without an account. */
export function SignPage() {
  return (
    <Suspense fallback={null}>
      <SignByLink languages={<LanguageRow />} />
    </Suspense>
  );
}
