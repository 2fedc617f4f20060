import { ErrorState, Loading, PageLink, Panel, StateTag, useOperation, usePhrases } from '@dualtrack/ui';
import { toneOf, useAgreementNames } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import '../agreements.css';

/** On the home of an office: agreements that wait for its side. */
export function WaitingCard() {
  const t = usePhrases('agreements');
  const names = useAgreementNames();
  const found = useOperation('agreements.waiting', agreements.list, { scope: 'waiting', page: 1, size: 50 });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items: waiting } = found.data;
  return (
    <Panel title={t('card.title')} count={waiting.length}>
      {waiting.length === 0 ? <p className="dt-quiet">{t('card.none')}</p> : null}
      <ul className="ag-history">
        {waiting.slice(0, 5).map((row) => (
          <li key={row.id}>
            <PageLink to={`/agreements/${row.id}`}>{names.title(row)}</PageLink>{' '}
            <StateTag tone={toneOf(row.state)}>{t(`state.${row.state}`)}</StateTag>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
