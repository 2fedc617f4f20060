import { EmptyState, ErrorState, problemOf, sendJson, usePathParam, usePhrases } from '@dualtrack/ui/plain';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { HallView } from '../../contract.ts';
import { HallScreen } from '../parts/hall-screen.tsx';

/** The screen in the hall by its link, without a sign-in. An ended link says so, also when it ends while it is open. */
export function HallByLink(props: { readonly languages: ReactNode }) {
  const token = usePathParam('token');
  const t = usePhrases('ceremonies');
  const found = useQuery({
    queryKey: ['hall', token],
    queryFn: () => sendJson<HallView>('GET', `/hall/${encodeURIComponent(token)}`),
    refetchInterval: 1_500,
    refetchIntervalInBackground: true,
    retry: false,
  });
  const problem = found.isError ? problemOf(found.error) : null;
  if (problem?.status === 404) {
    return (
      <main className="hall-ended">
        <EmptyState title={t('hall.ended')}>{t('hall.endedNote')}</EmptyState>
        {props.languages}
      </main>
    );
  }
  if (found.data === undefined) return problem === null ? null : <ErrorState error={found.error} />;
  return (
    <HallScreen hall={found.data} isLost={found.isError || found.isPaused}>
      {props.languages}
    </HallScreen>
  );
}
