import { loadTermsCheck } from '@dualtrack/compliance/web';
import { useLanguage } from '@dualtrack/ui';
import { lazy, Suspense } from 'react';
import type { AgreementDetail } from '../../contract.ts';

const TermsCheck = lazy(async () => ({ default: await loadTermsCheck() }));

/** The law on the clauses as they stand, while they can still be changed. */
export function LawCheck(props: { readonly agreement: AgreementDetail }) {
  const { locale } = useLanguage();
  const { kind, clauses, state } = props.agreement;
  if (state !== 'negotiating' && state !== 'confirmed' && state !== 'signing') return null;
  const sections = clauses.map((one) => ({
    clause: one.clause,
    title: (locale === 'en' ? one.titleEn : one.title) || one.title,
    texts: [one.body, one.bodyEn].filter((text) => text !== ''),
  }));
  return (
    <Suspense fallback={null}>
      <TermsCheck terms={{ kind, sections }} />
    </Suspense>
  );
}
