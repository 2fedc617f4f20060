import { loadTermsCheck } from '@dualtrack/compliance/web';
import { ErrorState, useLanguage } from '@dualtrack/ui';
import { lazy, Suspense } from 'react';
import type { AgreementDetail } from '../../contract.ts';
import { showClause, useLaw } from './use-law.ts';

const TermsCheck = lazy(async () => ({ default: await loadTermsCheck() }));

/** The law on fields and clauses as they stand, while they can still be changed. */
export function LawCheck(props: { readonly agreement: AgreementDetail }) {
  const { agreement } = props;
  const { locale } = useLanguage();
  const found = useLaw(agreement);
  if (found.isError) return <ErrorState error={found.error} />;
  if (found.data === undefined) return null;
  const placeOf = (clause: string) => {
    const section = agreement.clauses.find((one) => one.clause === clause);
    if (section === undefined) return undefined;
    return `${section.position + 1}. ${(locale === 'en' ? section.titleEn : section.title) || section.title}`;
  };
  return (
    <Suspense fallback={null}>
      <TermsCheck findings={found.data.findings} placeOf={placeOf} onShow={showClause} />
    </Suspense>
  );
}
