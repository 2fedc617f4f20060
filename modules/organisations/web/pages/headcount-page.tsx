import { OrganisationName, useAddressQuery, usePhrases } from '@dualtrack/ui';
import { organisations } from '../client.ts';
import { StockForm } from '../forms/stock-form.tsx';
import { usePercent } from '../parts/percent.ts';
import { RecordList } from '../parts/record-list.tsx';

/** People at work by occupation, and how many leave. */
export function HeadcountPage() {
  const t = usePhrases('organisations');
  const percent = usePercent();
  const [query, change] = useAddressQuery();
  const { occupation } = query;
  if (occupation !== undefined) {
    return (
      <StockForm key={occupation} occupation={occupation} onClose={() => change({ occupation: undefined })} />
    );
  }
  return (
    <RecordList
      name="organisations.stocks"
      title={t('headcount.title')}
      none={t('headcount.none')}
      load={organisations.stocks}
      rowKey={(row) => row.occupation}
      rowPath={(row) => `/settings/headcount?occupation=${encodeURIComponent(row.occupation)}`}
      columns={[
        {
          key: 'title',
          header: t('headcount.occupation'),
          cell: (row) => <OrganisationName organisation={{ name: row.title, nameEn: row.titleEn }} />,
          text: (row) => row.title,
          isTitle: true,
          isSortable: true,
        },
        {
          key: 'isco',
          header: t('headcount.isco'),
          cell: (row) => row.isco ?? '—',
          text: (row) => row.isco,
        },
        {
          key: 'headcount',
          header: t('headcount.people'),
          cell: (row) => row.headcount,
          text: (row) => row.headcount,
          isNumber: true,
          isSortable: true,
        },
        {
          key: 'attrition',
          header: t('headcount.attrition'),
          cell: (row) => percent(row.attrition),
          text: (row) => row.attrition,
          isNumber: true,
          isSortable: true,
        },
      ]}
    />
  );
}
