import { contract as agreementsContract } from '@dualtrack/agreements/contract';
import {
  createClient,
  EmptyState,
  ErrorState,
  Loading,
  PageLink,
  useNameOf,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import type { ReactNode } from 'react';

const agreements = createClient(agreementsContract);
type Choices = readonly { value: string; label: string }[];

/** Agreements beside which something can be held or said; what to do when there is none. */
export function AgreementChoices(props: { readonly children: (choices: Choices) => ReactNode }) {
  const t = usePhrases('ceremonies');
  const nameOf = useNameOf();
  const list = useOperation('agreements.list', agreements.list, { page: 1, size: 100 });
  if (list.isPending) return <Loading />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const standing = list.data.items.filter((one) => one.state !== 'declined' && one.state !== 'ended');
  if (standing.length === 0) {
    return (
      <EmptyState
        title={t('new.noAgreement')}
        action={<PageLink to="/agreements">{t('new.agreements')}</PageLink>}
      >
        {t('new.noAgreementNote')}
      </EmptyState>
    );
  }
  return props.children(
    standing.map((one) => ({
      value: one.id,
      label: `${nameOf({ name: one.title || one.titleEn, nameEn: one.titleEn })} · ${one.number}`,
    })),
  );
}
