import { loadHallByLink } from '@dualtrack/ceremonies/web';
import { lazy, Suspense } from 'react';
import { LanguageRow } from './language-row.tsx';
import './plain.css';

const HallByLink = lazy(async () => ({ default: await loadHallByLink() }));

/** The screen in the hall of a ceremony by its link, without an account. */
export function HallPage() {
  return (
    <Suspense fallback={null}>
      <HallByLink languages={<LanguageRow />} />
    </Suspense>
  );
}
