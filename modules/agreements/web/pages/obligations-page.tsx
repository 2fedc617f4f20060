import { DataTable, Day, EmptyState, oneOf, PageHeader, PageLink, StateTag, usePhrases } from '@dualtrack/ui';
import { thresholds } from '../../due.ts';
import { debtors } from '../../obligation.ts';
import { useAgreementNames } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { toneOfStanding, useDutyWords } from '../duty-words.ts';
import { CalendarFeeds } from '../parts/calendar-feeds.tsx';
import '../agreements.css';
import '../duties.css';

const withins = ['30', '60', '90', '365'] as const;

/** What either side still owes under all agreements, by due day. */
export function ObligationsPage() {
  const t = usePhrases('obligations');
  const names = useAgreementNames();
  const words = useDutyWords();
  const note = t('list.note', { days: thresholds.soonDays, percent: thresholds.behindShare * 100 });
  return (
    <>
      <PageHeader title={t('list.open')} note={note} />
      <DataTable
        name="agreements.openObligations"
        label={t('list.open')}
        load={({ q, sort, page, size, side, standing, within }, options) =>
          agreements.obligations.open(
            {
              ...{ q, sort, page, size, side: oneOf(debtors, side) },
              ...{ standing: oneOf(['missed', 'at-risk'] as const, standing) },
              within: oneOf(withins, within) === undefined ? undefined : Number(within),
            },
            options,
          )
        }
        columns={[
          {
            key: 'duty',
            header: t('list.duty'),
            cell: (row) => (
              <span className="ag-title">
                {words.name(row)}
                <span className="dt-small dt-quiet">
                  {[row.clause === '' ? '' : t('duties.clause', { clause: row.clause }), row.className]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </span>
            ),
            text: (row) => words.name(row),
            isTitle: true,
          },
          {
            key: 'agreement',
            header: t('list.agreement'),
            cell: (row) => (
              <PageLink to={`/agreements/${row.agreementId}`}>
                {names.title({
                  title: row.agreementTitle,
                  titleEn: row.agreementTitleEn,
                  number: row.agreementNumber,
                })}
              </PageLink>
            ),
            text: (row) => row.agreementTitle || row.agreementTitleEn || row.agreementNumber,
            isSortable: true,
          },
          {
            key: 'owedBy',
            header: t('list.owedBy'),
            cell: (row) => t(`debtor.${row.owedBy}`),
            text: (row) => t(`debtor.${row.owedBy}`),
          },
          {
            key: 'done',
            header: t('list.done'),
            cell: (row) =>
              `${words.achieved(row.metric, row)} ${t('duty.target', { target: words.amount(row.metric, row.target) })}`,
            text: (row) => `${words.achieved(row.metric, row)} / ${words.amount(row.metric, row.target)}`,
          },
          {
            key: 'dueOn',
            header: t('list.dueOn'),
            cell: (row) => <Day day={row.dueOn} />,
            text: (row) => row.dueOn,
            isSortable: true,
          },
          {
            key: 'standing',
            header: t('list.standing'),
            cell: (row) => (
              <StateTag tone={toneOfStanding(row.standing)}>{t(`standing.${row.standing}`)}</StateTag>
            ),
            text: (row) => t(`standing.${row.standing}`),
          },
        ]}
        filters={[
          {
            key: 'standing',
            label: t('list.standing'),
            options: (['missed', 'at-risk'] as const).map((value) => ({
              value,
              label: t(`standing.${value}`),
            })),
          },
          {
            key: 'side',
            label: t('list.owedBy'),
            options: debtors.map((value) => ({ value, label: t(`debtor.${value}`) })),
          },
          {
            key: 'within',
            label: t('list.within'),
            options: withins.map((value) => ({ value, label: t('list.days', { days: Number(value) }) })),
          },
        ]}
        rowKey={(row) => `${row.obligationId} ${row.dueKey}`}
        rowPath={(row) => `/agreements/${row.agreementId}?tab=obligations`}
        defaultSort="dueOn"
        exportName={t('list.open')}
        empty={<EmptyState title={t('list.none')}>{t('list.noneNote')}</EmptyState>}
      />
      <CalendarFeeds />
    </>
  );
}
