import { EmptyState, ErrorState, Loading, PageLink, useOperation, usePhrases } from '@dualtrack/ui';
import type { ReactNode } from 'react';
import { api } from '../client.ts';
import { useOwn, useWords } from '../words.ts';

/** Agreements under which something can be shared, named with the partner; what to do when there is none. */
export function AgreementChoices(props: {
  readonly children: (choices: readonly { value: string; label: string }[]) => ReactNode;
}) {
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const { side } = useOwn();
  const list = useOperation('talentSharing.agreements', api.needs.agreements, undefined);
  if (list.isPending) return <Loading />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.items.length === 0) {
    return (
      <EmptyState
        title={t('agreement.none')}
        action={<PageLink to="/agreements">{t('agreement.open')}</PageLink>}
      >
        {t('agreement.noneNote')}
      </EmptyState>
    );
  }
  return props.children(
    list.data.items.map((one) => {
      const partner = words.sides(one)[side === 'school' ? 'enterprise' : 'school'];
      return { value: one.id, label: `${partner} · ${words.pick(one.title, one.titleEn)} · ${one.number}` };
    }),
  );
}
