import {
  DataTable,
  DayRange,
  EmptyState,
  oneOf,
  PageHeader,
  PageLink,
  SideTag,
  StateTag,
  usePhrases,
} from '@dualtrack/ui';
import { agreementStates } from '../../agreement.ts';
import type { AgreementRow } from '../../contract.ts';
import { toneOf, useAgreementNames, useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import '../agreements.css';

/** The register: every agreement of the own organisation, with its state, partner and term. */
export function AgreementsPage() {
  const t = usePhrases('agreements');
  const own = useOwnSide();
  const names = useAgreementNames();
  const partner = (row: AgreementRow) => names.sides(row)[own === 'school' ? 'enterprise' : 'school'];
  const actions = (
    <span className="ag-row">
      <PageLink className="dt-button" to="/agreements/register">
        {t('list.register')}
      </PageLink>
      <PageLink className="dt-button dt-button-primary" to="/agreements/new">
        {t('list.new')}
      </PageLink>
    </span>
  );
  return (
    <>
      <PageHeader title={t('list.title')} actions={actions} />
      <DataTable
        name="agreements.list"
        label={t('list.title')}
        load={({ q, sort, page, size, state }, options) =>
          agreements.list({ q, sort, page, size, state: oneOf(agreementStates, state) }, options)
        }
        columns={[
          {
            key: 'title',
            header: t('list.name'),
            cell: (row) => (
              <span className="ag-title">
                {names.title(row)}
                <span className="dt-small dt-quiet">{row.number}</span>
              </span>
            ),
            text: (row) => names.title(row),
            isTitle: true,
            isSortable: true,
          },
          { key: 'partner', header: t('list.partner'), cell: partner, text: partner },
          {
            key: 'state',
            header: t('list.state'),
            cell: (row) => <StateTag tone={toneOf(row.state)}>{t(`state.${row.state}`)}</StateTag>,
            text: (row) => t(`state.${row.state}`),
            isSortable: true,
          },
          {
            key: 'waiting',
            header: t('list.waiting'),
            cell: (row) => (
              <span className="ag-row">
                {row.waitingFor.map((side) => (
                  <SideTag key={side} side={side} />
                ))}
              </span>
            ),
            text: (row) => row.waitingFor.map((side) => t(`side.${side}`)).join(' '),
          },
          {
            key: 'validTo',
            header: t('list.period'),
            cell: (row) =>
              row.validFrom === null || row.validTo === null ? (
                '—'
              ) : (
                <DayRange from={row.validFrom} to={row.validTo} />
              ),
            text: (row) => `${row.validFrom ?? ''} ${row.validTo ?? ''}`,
            isSortable: true,
          },
        ]}
        filters={[
          {
            key: 'state',
            label: t('list.state'),
            options: agreementStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/agreements/${row.id}`}
        exportName={t('list.title')}
        empty={
          <EmptyState
            title={t('list.none')}
            action={
              <PageLink className="dt-button dt-button-primary" to="/agreements/new">
                {t('list.new')}
              </PageLink>
            }
          >
            {t('list.noneNote')}
          </EmptyState>
        }
      />
    </>
  );
}
