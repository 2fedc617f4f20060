import {
  DataTable,
  Day,
  EmptyState,
  oneOf,
  PageHeader,
  PageLink,
  SideTag,
  StateTag,
  useAddressQuery,
  usePhrases,
} from '@dualtrack/ui';
import { challengeStates } from '../../challenge.ts';
import { sides } from '../../side.ts';
import { api } from '../client.ts';
import { BudgetFrame } from '../parts/budget-frame.tsx';
import { toneOf, useOwnSide, useWords } from '../words.ts';
import '../innovation.css';

/** Challenges that both sides have posted to each other. */
export function ChallengesPage() {
  const t = usePhrases('innovation');
  const words = useWords();
  const news = usePhrases('innovation-news');
  const other = useOwnSide() === 'school' ? 'enterprise' : 'school';
  const [{ origin }] = useAddressQuery();
  const record = origin !== undefined && /^[0-9a-f-]{36}$/i.test(origin) ? origin : undefined;
  const create = (
    <PageLink className="dt-button dt-button-primary" to="/challenges/new">
      {t('challenge.new')}
    </PageLink>
  );
  return (
    <>
      <PageHeader title={t('challenges.title')} actions={create} />
      {record === undefined ? null : (
        <p>
          {news('origin.only')} <PageLink to="/challenges">{news('origin.all')}</PageLink>
        </p>
      )}
      <DataTable
        name="innovation.challenges"
        label={t('challenges.title')}
        load={({ q, sort, page, size, state, side, readiness }, options) =>
          api.challenges.list(
            {
              ...{ q, sort, page, size, state: oneOf(challengeStates, state), side: oneOf(sides, side) },
              ...(readiness === undefined ? {} : { readiness: Number(readiness) }),
              ...(record === undefined ? {} : { origin: record }),
            },
            options,
          )
        }
        filters={[
          {
            key: 'state',
            label: t('field.state'),
            options: challengeStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          {
            key: 'side',
            label: t('challenge.from'),
            options: sides.map((value) => ({ value, label: t(`side.${value}`) })),
          },
          {
            key: 'readiness',
            label: t('challenge.readinessMost'),
            options: [3, 5, 7, 9].map((level) => ({
              value: String(level),
              label: t('challenge.upTo', { level }),
            })),
          },
        ]}
        columns={[
          {
            key: 'title',
            header: t('field.title'),
            cell: (row) => words.pick(row.title, row.titleEn),
            text: (row) => words.pick(row.title, row.titleEn),
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'from',
            header: t('challenge.from'),
            cell: (row) => <SideTag side={row.ownerSide} />,
            text: (row) => t(`side.${row.ownerSide}`),
          },
          {
            key: 'partner',
            header: t('field.partner'),
            cell: (row) => words.sides(row)[other],
            text: (row) => words.sides(row)[other],
          },
          {
            key: 'readinessFrom',
            header: t('challenge.readiness'),
            cell: (row) => t('challenge.levels', { from: row.readinessFrom, to: row.readinessTo }),
            text: (row) => t('challenge.levels', { from: row.readinessFrom, to: row.readinessTo }),
            isSortable: true,
          },
          {
            key: 'budgetMax',
            header: t('challenge.budget'),
            cell: (row) => <BudgetFrame from={row.budgetMin} to={row.budgetMax} />,
            text: (row) => `${row.budgetMin / 100}–${row.budgetMax / 100}`,
            isNumber: true,
            isSortable: true,
          },
          {
            key: 'deadline',
            header: t('challenge.deadline'),
            cell: (row) => <Day day={row.deadline} style="day" />,
            text: (row) => row.deadline,
            isSortable: true,
          },
          {
            key: 'proposals',
            header: t('proposals.title'),
            cell: (row) => row.proposals,
            text: (row) => String(row.proposals),
            isNumber: true,
          },
          {
            key: 'state',
            header: t('field.state'),
            cell: (row) => <StateTag tone={toneOf(row.state)}>{t(`state.${row.state}`)}</StateTag>,
            text: (row) => t(`state.${row.state}`),
            isSortable: true,
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/challenges/${row.id}`}
        exportName={t('challenges.title')}
        empty={
          <EmptyState title={t('challenges.none')} action={create}>
            {t('challenges.noneNote')}
          </EmptyState>
        }
      />
    </>
  );
}
