import {
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  PageLink,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { organisations } from '../client.ts';
import { CapacityGrid } from '../parts/capacity-grid.tsx';
import '../organisations.css';

/** The capacity plan, line by quarter, to be typed or pasted into. */
export function CapacityPage() {
  const t = usePhrases('organisations');
  const found = useOperation('organisations.capacity', organisations.capacity.get, undefined);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const link = (
    <PageLink className="dt-button" to="/settings/import">
      {t('list.import')}
    </PageLink>
  );
  const isEmpty = found.data.lines.length === 0;
  return (
    <>
      <PageHeader
        title={t('capacity.title')}
        note={isEmpty ? undefined : t('capacity.note')}
        actions={link}
      />
      {isEmpty ? (
        <EmptyState title={t('capacity.none')} action={link}>
          {t('list.emptyNote')}
        </EmptyState>
      ) : (
        <CapacityGrid plan={found.data} />
      )}
    </>
  );
}
