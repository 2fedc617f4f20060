import {
  DataTable,
  EmptyState,
  OrganisationName,
  oneOf,
  PageHeader,
  PageLink,
  StateTag,
  useNameOf,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { noticeStates } from '../../demand-notice.ts';
import { workforce } from '../client.ts';
import { AnswerClock, isAnswerDue } from '../parts/answer-clock.tsx';
import { IntakePanel } from '../parts/intake-panel.tsx';
import { noticeTone, PayRange } from '../parts/notice-facts.tsx';
import { PoolPanel } from '../parts/pool-panel.tsx';
import '../workforce.css';

/** Published demand of both sides, and at the school how much it takes in. */
export function BoardPage() {
  const t = usePhrases('workforce');
  const nameOf = useNameOf();
  const { membership } = useSession();
  const isEnterprise = membership.organisation.kind === 'enterprise';
  const create = (
    <PageLink className="dt-button dt-button-primary" to="/demand-board/new">
      {t('board.new')}
    </PageLink>
  );
  return (
    <>
      <PageHeader
        title={t('board.title')}
        note={t('board.note')}
        actions={isEnterprise ? create : undefined}
      />
      {isEnterprise ? null : (
        <div className="wf-above">
          <IntakePanel />
        </div>
      )}
      <DataTable
        name="workforce.notices"
        label={t('board.title')}
        load={({ q, sort, page, size, state }, options) =>
          workforce.board.list({ q, sort, page, size, state: oneOf(noticeStates, state) }, options)
        }
        columns={[
          {
            key: 'title',
            header: t('board.post'),
            cell: (row) => nameOf({ name: row.title, nameEn: row.titleEn }),
            text: (row) => row.title,
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'partner',
            header: isEnterprise ? t('order.school') : t('order.enterprise'),
            cell: (row) => (
              <OrganisationName
                organisation={
                  isEnterprise
                    ? { name: row.school, nameEn: row.schoolEn }
                    : { name: row.enterprise, nameEn: row.enterpriseEn }
                }
              />
            ),
            text: (row) => (isEnterprise ? row.school : row.enterprise),
          },
          {
            key: 'people',
            header: t('board.people'),
            cell: (row) => row.people,
            text: (row) => row.people,
            isNumber: true,
            isSortable: true,
          },
          {
            key: 'fromQuarter',
            header: t('board.from'),
            cell: (row) => <span className="wf-nowrap">{row.fromQuarter}</span>,
            text: (row) => row.fromQuarter,
            isSortable: true,
          },
          {
            key: 'place',
            header: t('board.place'),
            cell: (row) => row.place || '—',
            text: (row) => row.place,
          },
          {
            key: 'pay',
            header: t('board.pay'),
            cell: (row) => <PayRange notice={row} />,
            text: (row) => `${row.payMin / 100}-${row.payMax / 100}`,
            isNumber: true,
          },
          {
            key: 'hazards',
            header: t('board.hazards'),
            cell: (row) => row.hazards.join(' · ') || t('order.none'),
            text: (row) => row.hazards.join(' '),
            isExtra: true,
          },
          {
            key: 'answerBy',
            header: t('board.answerBy'),
            cell: (row) =>
              row.answerBy === null ? (
                '—'
              ) : (
                <AnswerClock day={row.answerBy} isRunning={isAnswerDue(row.state)} />
              ),
            text: (row) => row.answerBy,
            isSortable: true,
          },
          {
            key: 'state',
            header: t('board.state'),
            cell: (row) => <StateTag tone={noticeTone(row.state)}>{t(`notice.${row.state}`)}</StateTag>,
            text: (row) => t(`notice.${row.state}`),
          },
        ]}
        filters={[
          {
            key: 'state',
            label: t('board.state'),
            options: noticeStates.map((value) => ({ value, label: t(`notice.${value}`) })),
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/demand-board/${row.id}`}
        exportName={t('board.title')}
        empty={
          <EmptyState title={t('board.none')} action={isEnterprise ? create : undefined}>
            {isEnterprise ? t('board.noneEnterprise') : t('board.noneSchool')}
          </EmptyState>
        }
      />
      {isEnterprise ? null : (
        <div className="wf-below">
          <PoolPanel />
        </div>
      )}
    </>
  );
}
