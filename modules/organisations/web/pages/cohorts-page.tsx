import { PageLink, usePhrases } from '@dualtrack/ui';
import { organisations } from '../client.ts';
import { CohortForm } from '../forms/cohort-form.tsx';
import { RecordList } from '../parts/record-list.tsx';
import { useProgrammeName } from '../parts/use-programme-name.ts';

/** The school's classes; each opens the list of its students. */
export function CohortsPage() {
  const t = usePhrases('organisations');
  const programmeOf = useProgrammeName();
  return (
    <RecordList
      name="organisations.cohorts"
      title={t('cohorts.title')}
      none={t('cohorts.none')}
      load={organisations.cohorts}
      defaultSort="-entryYear"
      rowKey={(row) => row.id}
      edit={{ path: '/settings/cohorts', Form: CohortForm }}
      columns={[
        {
          key: 'className',
          header: t('column.name'),
          cell: (row) => row.className,
          text: (row) => row.className,
          isTitle: true,
          isSortable: true,
        },
        { key: 'code', header: t('column.code'), cell: (row) => row.code, text: (row) => row.code },
        {
          key: 'programme',
          header: t('teachers.programme'),
          cell: programmeOf,
          text: programmeOf,
          isSortable: true,
        },
        {
          key: 'entryYear',
          header: t('cohorts.entryYear'),
          cell: (row) => row.entryYear,
          text: (row) => row.entryYear,
          isNumber: true,
          isSortable: true,
        },
        {
          key: 'size',
          header: t('cohorts.size'),
          cell: (row) => <PageLink to={`/settings/students?cohortId=${row.id}`}>{row.size}</PageLink>,
          text: (row) => row.size,
          isNumber: true,
          isSortable: true,
        },
        {
          key: 'graduationQuarter',
          header: t('cohorts.graduation'),
          cell: (row) => row.graduationQuarter,
          text: (row) => row.graduationQuarter,
          isSortable: true,
        },
      ]}
    />
  );
}
