import {
  Day,
  ErrorState,
  Loading,
  PageLink,
  Panel,
  StateTag,
  today,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { endWarning } from '../../agreement.ts';
import { useAgreementNames } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import '../agreements.css';

/** On the home of an office: agreements that end within 90 days. */
export function EndingCard() {
  const t = usePhrases('obligations');
  const names = useAgreementNames();
  const found = useOperation('agreements.ending', agreements.list, {
    ...{ endsWithin: 90, sort: 'validTo', page: 1, size: 5 },
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items, total } = found.data;
  return (
    <Panel title={t('card.ending')} count={total}>
      {items.length === 0 ? <p className="dt-quiet">{t('card.noneEnding')}</p> : null}
      <ul className="ag-history">
        {items.map((row) => {
          const warning = row.validTo === null ? null : endWarning(row.state, row.validTo, today());
          return (
            <li key={row.id}>
              <PageLink to={`/agreements/${row.id}?tab=course`}>{names.title(row)}</PageLink>{' '}
              {warning === null ? null : (
                <StateTag tone={warning.tone}>{t('card.daysLeft', { days: warning.days })}</StateTag>
              )}
              <div className="dt-small dt-quiet">
                {row.validTo === null ? null : <Day day={row.validTo} />}
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
