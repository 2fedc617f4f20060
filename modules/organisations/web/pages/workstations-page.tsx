import { OrganisationName, usePhrases } from '@dualtrack/ui';
import { organisations } from '../client.ts';
import { WorkstationForm } from '../forms/workstation-form.tsx';
import { RecordList } from '../parts/record-list.tsx';

/** Workstations at which learners are trained. */
export function WorkstationsPage() {
  const t = usePhrases('organisations');
  return (
    <RecordList
      name="organisations.workstations"
      title={t('workstations.title')}
      none={t('workstations.none')}
      load={organisations.workstations}
      rowKey={(row) => row.id}
      edit={{ path: '/settings/workstations', Form: WorkstationForm }}
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
          key: 'site',
          header: t('posts.site'),
          cell: (row) => <OrganisationName organisation={{ name: row.site, nameEn: row.siteEn }} />,
          text: (row) => row.site,
          isSortable: true,
        },
        {
          key: 'unit',
          header: t('workstations.unit'),
          cell: (row) => row.unit,
          text: (row) => row.unit,
          isSortable: true,
        },
        {
          key: 'places',
          header: t('workstations.places'),
          cell: (row) => row.places,
          text: (row) => row.places,
          isNumber: true,
          isSortable: true,
        },
        {
          key: 'safety',
          header: t('workstations.safety'),
          cell: (row) => row.safetyNote || '—',
          text: (row) => row.safetyNote,
        },
      ]}
    />
  );
}
