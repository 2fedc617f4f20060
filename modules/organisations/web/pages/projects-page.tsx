import { OrganisationName, usePhrases } from '@dualtrack/ui';
import { organisations } from '../client.ts';
import { ProjectForm } from '../forms/project-form.tsx';
import { usePercent } from '../parts/percent.ts';
import { RecordList } from '../parts/record-list.tsx';

/** Planned projects with their chance and delay. */
export function ProjectsPage() {
  const t = usePhrases('organisations');
  const percent = usePercent();
  return (
    <RecordList
      name="organisations.projects"
      title={t('projects.title')}
      none={t('projects.none')}
      load={organisations.projects}
      rowKey={(row) => row.id}
      edit={{ path: '/settings/projects', Form: ProjectForm }}
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
          key: 'probability',
          header: t('projects.probability'),
          cell: (row) => percent(row.probability),
          text: (row) => row.probability,
          isNumber: true,
          isSortable: true,
        },
        {
          key: 'delayMean',
          header: t('projects.delayMean'),
          cell: (row) => t('projects.delay', { quarters: row.delayMean }),
          text: (row) => row.delayMean,
          isNumber: true,
        },
        {
          key: 'delayMax',
          header: t('projects.delayMax'),
          cell: (row) => t('projects.delay', { quarters: row.delayMax }),
          text: (row) => row.delayMax,
          isNumber: true,
        },
      ]}
    />
  );
}
