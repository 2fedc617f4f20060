import { OrganisationName, usePhrases } from '@dualtrack/ui';
import { organisations } from '../client.ts';
import { SiteForm } from '../forms/site-form.tsx';
import { RecordList } from '../parts/record-list.tsx';

/** The enterprise's sites. */
export function SitesPage() {
  const t = usePhrases('organisations');
  return (
    <RecordList
      name="organisations.sites"
      title={t('sites.title')}
      none={t('sites.none')}
      load={organisations.sites}
      rowKey={(row) => row.id}
      edit={{ path: '/settings/sites', Form: SiteForm }}
      columns={[
        {
          key: 'name',
          header: t('column.name'),
          cell: (row) => <OrganisationName organisation={row} />,
          text: (row) => row.name,
          isTitle: true,
          isSortable: true,
        },
        {
          key: 'code',
          header: t('column.code'),
          cell: (row) => row.code,
          text: (row) => row.code,
          isSortable: true,
        },
        {
          key: 'regionCode',
          header: t('sites.region'),
          cell: (row) => row.regionCode ?? '—',
          text: (row) => row.regionCode,
        },
        {
          key: 'address',
          header: t('sites.address'),
          cell: (row) => row.address,
          text: (row) => row.address,
        },
      ]}
    />
  );
}
