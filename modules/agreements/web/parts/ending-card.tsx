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
import { daysBetween } from '../../due.ts';
import { useAgreementNames } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import '../agreements.css';

/** Days before the last one at which the warning grows. */
const marks = { soon: 60, danger: 30 } as const;

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
          const days = row.validTo === null ? 0 : daysBetween(today(), row.validTo);
          const tone = days <= marks.danger ? 'danger' : days <= marks.soon ? 'soon' : 'plain';
          return (
            <li key={row.id}>
              <PageLink to={`/agreements/${row.id}?tab=course`}>{names.title(row)}</PageLink>{' '}
              <StateTag tone={tone}>{t('card.daysLeft', { days })}</StateTag>
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
