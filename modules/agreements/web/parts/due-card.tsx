import { Day, ErrorState, Loading, PageLink, Panel, StateTag, useOperation, usePhrases } from '@dualtrack/ui';
import { thresholds } from '../../due.ts';
import { useAgreementNames, useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { toneOfStanding, useDutyWords } from '../duty-words.ts';
import '../agreements.css';
import '../duties.css';

/** On the home of an office: duties of its side that are overdue or due soon. */
export function DueCard() {
  const t = usePhrases('obligations');
  const names = useAgreementNames();
  const words = useDutyWords();
  const own = useOwnSide() ?? 'school';
  const found = useOperation('agreements.due', agreements.obligations.open, {
    ...{ side: own, within: thresholds.soonDays, page: 1, size: 6 },
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items, total } = found.data;
  return (
    <Panel
      title={t('card.title')}
      count={total}
      actions={<PageLink to="/obligations">{t('card.all')}</PageLink>}
    >
      {items.length === 0 ? <p className="dt-quiet">{t('card.none')}</p> : null}
      <ul className="ag-history">
        {items.map((row) => (
          <li key={`${row.obligationId} ${row.dueKey}`}>
            <PageLink to={`/agreements/${row.agreementId}?tab=obligations`}>{words.name(row)}</PageLink>{' '}
            <StateTag tone={toneOfStanding(row.standing)}>{t(`standing.${row.standing}`)}</StateTag>
            <div className="dt-small dt-quiet">
              <Day day={row.dueOn} /> · {words.achieved(row.metric, row)}{' '}
              {t('duty.target', { target: words.amount(row.metric, row.target) })} ·{' '}
              {names.title({
                title: row.agreementTitle,
                titleEn: row.agreementTitleEn,
                number: row.agreementNumber,
              })}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
