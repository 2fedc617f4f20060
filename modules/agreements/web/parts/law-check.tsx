import type { JudgedFinding } from '@dualtrack/compliance/contract';
import { loadTermsCheck } from '@dualtrack/compliance/web';
import { ErrorState, useLanguage, usePhrases, useWrite } from '@dualtrack/ui';
import { lazy, Suspense } from 'react';
import type { AgreementDetail } from '../../contract.ts';
import { agreements } from '../client.ts';
import { showClause, useLaw } from './use-law.ts';

const TermsCheck = lazy(async () => ({ default: await loadTermsCheck() }));

/** The law on fields and clauses as they stand, while they can still be changed. */
export function LawCheck(props: { readonly agreement: AgreementDetail }) {
  const { agreement } = props;
  const { locale } = useLanguage();
  const found = useLaw(agreement);
  const actions = useSetAside(agreement.id);
  if (found.isError) return <ErrorState error={found.error} />;
  if (found.data === undefined) return null;
  const placeOf = (clause: string) => {
    const section = agreement.clauses.find((one) => one.clause === clause);
    if (section === undefined) return undefined;
    return `${section.position + 1}. ${(locale === 'en' ? section.titleEn : section.title) || section.title}`;
  };
  return (
    <Suspense fallback={null}>
      <TermsCheck
        findings={found.data.findings}
        placeOf={placeOf}
        onShow={showClause}
        actions={agreement.state === 'signing' ? undefined : actions}
      />
    </Suspense>
  );
}

/** How findings on words of this agreement are asked to be set aside, and decided. */
function useSetAside(agreementId: string) {
  const t = usePhrases('compliance');
  const invalidates = ['agreements'];
  const ask = useWrite(agreements.overrides.ask, { invalidates, done: t('override.sent') });
  const decide = useWrite(agreements.overrides.decide, { invalidates, done: t('override.decided') });
  const withdraw = useWrite(agreements.overrides.withdraw, { invalidates, done: t('override.withdrawn') });
  const of = ({ clause, rule, digest }: JudgedFinding) => ({
    ...{ agreementId, clause: clause ?? '', rule, digest: digest ?? '' },
  });
  return {
    ask: (finding: JudgedFinding, reason: string) => ask.mutateAsync({ ...of(finding), reason }),
    decide: (finding: JudgedFinding, decision: 'grant' | 'refuse', note: string) =>
      decide.mutateAsync({ ...of(finding), decision, note }),
    withdraw: (finding: JudgedFinding) => withdraw.mutateAsync(of(finding)),
  };
}
