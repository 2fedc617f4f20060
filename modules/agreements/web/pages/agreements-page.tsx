import { contract as accountsContract } from '@dualtrack/accounts/contract';
import {
  createClient,
  DataTable,
  DayRange,
  EmptyState,
  oneOf,
  PageHeader,
  PageLink,
  SideTag,
  StateTag,
  today,
  useNameOf,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { agreementStates, endWarning } from '../../agreement.ts';
import type { AgreementRow } from '../../contract.ts';
import { templateKinds } from '../../template-variables.ts';
import { toneOf, useAgreementNames, useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import '../agreements.css';

const kinds = [...templateKinds, 'amendment', 'registered', 'continued'] as const;
/** Days before the end at which the register warns. */
const warnings = ['30', '60', '90'] as const;
const accounts = createClient(accountsContract);

/** Due days of an agreement that are red or amber. */
function Duties(props: { readonly row: AgreementRow }) {
  const to = usePhrases('obligations');
  const { missed, atRisk, open } = props.row.duties;
  if (missed + atRisk === 0) return open === 0 ? '—' : to('standing.on-track');
  return (
    <span className="ag-row">
      {missed === 0 ? null : <StateTag tone="danger">{`${to('standing.missed')} ${missed}`}</StateTag>}
      {atRisk === 0 ? null : <StateTag tone="soon">{`${to('standing.at-risk')} ${atRisk}`}</StateTag>}
    </span>
  );
}

/** Warns from ninety days before the last day of an agreement that stands. */
function EndWarning(props: { readonly row: AgreementRow }) {
  const to = usePhrases('obligations');
  const { state, validTo } = props.row;
  const warning = validTo === null ? null : endWarning(state, validTo, today());
  if (warning === null) return null;
  return (
    <span>
      <StateTag tone={warning.tone}>{to('card.daysLeft', { days: warning.days })}</StateTag>
    </span>
  );
}

/** The register: every agreement of the own organisation, with its state, partner and term. */
export function AgreementsPage() {
  const t = usePhrases('agreements');
  const to = usePhrases('obligations');
  const tSigning = usePhrases('agreement-signing');
  const nameOf = useNameOf();
  const known = useOperation('accounts.partnerships', accounts.partnerships.list, undefined);
  const partners = (known.data?.partners ?? []).map((one) => ({ value: one.id, label: nameOf(one) }));
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
        load={({ q, sort, page, size, state, kind, partner, endsWithin }, options) =>
          agreements.list(
            {
              ...{
                q,
                sort,
                page,
                size,
                state: oneOf(agreementStates, state),
                kind: oneOf(kinds, kind),
              },
              ...(typeof partner === 'string' ? { partner } : {}),
              ...(oneOf(warnings, endsWithin) === undefined ? {} : { endsWithin: Number(endsWithin) }),
            },
            options,
          )
        }
        columns={[
          {
            key: 'title',
            header: t('list.name'),
            cell: (row) => (
              <span className="ag-title">
                {names.title(row)}
                <span className="dt-small dt-quiet">
                  {row.number}
                  {row.kind === 'registered' || row.state === 'registered'
                    ? ` · ${tSigning('register.inkMark')}`
                    : ''}
                </span>
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
                <span className="ag-title">
                  <DayRange from={row.validFrom} to={row.validTo} />
                  <EndWarning row={row} />
                </span>
              ),
            text: (row) => `${row.validFrom ?? ''} ${row.validTo ?? ''}`,
            isSortable: true,
          },
          {
            key: 'duties',
            header: to('tab.title'),
            cell: (row) => <Duties row={row} />,
            text: (row) => row.duties.missed,
          },
        ]}
        filters={[
          ...(partners.length > 1 ? [{ key: 'partner', label: t('list.partner'), options: partners }] : []),
          {
            key: 'kind',
            label: t('list.kind'),
            options: kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
          {
            key: 'endsWithin',
            label: t('list.ends'),
            options: warnings.map((value) => ({ value, label: to('list.days', { days: Number(value) }) })),
          },
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
