import { ErrorState, Loading, PageLink, Panel, useOperation, usePhrases } from '@dualtrack/ui';
import { useAgreementNames } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import '../agreements.css';

const kinds = ['papers', 'duties', 'wishes', 'evidence', 'notices'] as const;
const tabs = {
  papers: 'course',
  duties: 'obligations',
  wishes: 'obligations',
  evidence: 'obligations',
  notices: 'course',
} as const;

/** On the home of an office: what the other side has put to it and nobody has answered. */
export function AskedCard() {
  const t = usePhrases('obligations');
  const names = useAgreementNames();
  const found = useOperation('agreements.asked', agreements.obligations.asked, {});
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items } = found.data;
  return (
    <Panel title={t('asked.title')} count={items.length}>
      {items.length === 0 ? <p className="dt-quiet">{t('asked.none')}</p> : null}
      <ul className="ag-history">
        {items.slice(0, 6).map((row) => {
          const own = kinds.filter((kind) => row[kind] > 0);
          const [first = 'duties'] = own;
          return (
            <li key={row.agreementId}>
              <PageLink to={`/agreements/${row.agreementId}?tab=${tabs[first]}`}>{names.title(row)}</PageLink>
              <div className="dt-small dt-quiet">
                {own.map((kind) => t(`asked.${kind}`, { count: row[kind] })).join(' · ')}
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
