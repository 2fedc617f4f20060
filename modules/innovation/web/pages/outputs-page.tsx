import { DataTable, Day, EmptyState, Money, oneOf, PageHeader, PageLink, usePhrases } from '@dualtrack/ui';
import type { OutputRow } from '../../contract.ts';
import { incomeKinds, outputKinds } from '../../output.ts';
import { api } from '../client.ts';
import { lastYears } from '../last-years.ts';
import { YearFigures } from '../parts/year-figures.tsx';
import { useIsLead, useOwnSide, useWords } from '../words.ts';
import '../innovation.css';

/** The register of outputs, with the figures that quality reports ask for. */
export function OutputsPage() {
  const t = usePhrases('innovation-projects');
  const words = useWords();
  const isLead = useIsLead();
  const other = useOwnSide() === 'school' ? 'enterprise' : 'school';
  const years = lastYears(6);
  const sharesIn = (row: OutputRow) =>
    row.shares.map((one) => `${words.holder(row, one)} ${one.share / 100}%`).join(' · ');
  const create = (
    <PageLink className="dt-button dt-button-primary" to="/innovation-outputs/new">
      {t('outputs.add')}
    </PageLink>
  );
  return (
    <>
      <PageHeader title={t('outputs.title')} actions={create} />
      {isLead ? <YearFigures /> : null}
      <DataTable
        name="innovation.outputs"
        label={t('outputs.title')}
        load={({ q, sort, page, size, kind, year, income, incomeYear }, options) =>
          api.outputs.list(
            {
              ...{ q, sort, page, size, kind: oneOf(outputKinds, kind), income: oneOf(incomeKinds, income) },
              ...(year === undefined ? {} : { year: Number(year) }),
              ...(incomeYear === undefined ? {} : { incomeYear: Number(incomeYear) }),
            },
            options,
          )
        }
        filters={[
          {
            key: 'kind',
            label: t('outputs.kind'),
            options: outputKinds.map((value) => ({ value, label: t(`output.${value}`) })),
          },
          { key: 'year', label: t('outputs.year'), options: years },
          {
            key: 'income',
            label: t('income.kind'),
            options: incomeKinds.map((value) => ({ value, label: t(`income.${value}`) })),
          },
          { key: 'incomeYear', label: t('outputs.incomeYear'), options: years },
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
            key: 'kind',
            header: t('outputs.kind'),
            cell: (row) => t(`output.${row.kind}`),
            text: (row) => t(`output.${row.kind}`),
            isSortable: true,
          },
          {
            key: 'reference',
            header: t('outputs.reference'),
            cell: (row) => row.reference,
            text: (row) => row.reference,
            isSortable: true,
          },
          {
            key: 'achievedOn',
            header: t('outputs.day'),
            cell: (row) => <Day day={row.achievedOn} style="day" />,
            text: (row) => row.achievedOn,
            isSortable: true,
          },
          {
            key: 'partner',
            header: t('field.partner'),
            cell: (row) => words.sides(row)[other],
            text: (row) => words.sides(row)[other],
          },
          {
            key: 'shares',
            header: t('share.title'),
            cell: (row) => sharesIn(row),
            text: (row) => sharesIn(row),
          },
          {
            key: 'income',
            header: t('outputs.income'),
            cell: (row) => <Money money={{ amount: row.income, currency: 'CNY' }} />,
            text: (row) => String(row.income / 100),
            isNumber: true,
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/innovation-outputs/${row.id}`}
        exportName={t('outputs.title')}
        empty={
          <EmptyState title={t('outputs.none')} action={create}>
            {t('outputs.noneNote')}
          </EmptyState>
        }
      />
    </>
  );
}
