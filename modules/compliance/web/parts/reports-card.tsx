import { ErrorState, Loading, PageLink, Panel, useOperation, usePhrases } from '@dualtrack/ui';
import { compliance } from '../client.ts';
import '../compliance.css';
import { OpenTags } from './outcome.tsx';

/** The classes with most breaches, for the authority. */
export function ReportsCard() {
  const t = usePhrases('compliance');
  const found = useOperation('compliance.reports', compliance.reports.list, { page: 1, size: 5 });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items, total } = found.data;
  return (
    <Panel
      title={t('card.title')}
      count={total}
      actions={<PageLink to="/compliance/reports">{t('reports.title')}</PageLink>}
    >
      {items.length === 0 ? <p className="dt-quiet">{t('reports.none')}</p> : null}
      <ul className="cp-list">
        {items.map((one) => (
          <li key={one.classId}>
            <PageLink to={`/compliance/reports/${one.classId}`}>
              {one.school} – {one.host}
            </PageLink>
            <OpenTags tally={one.tally} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
