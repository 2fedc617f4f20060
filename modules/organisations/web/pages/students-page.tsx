import '../organisations.css';
import { Day, PersonName, useOperation, usePhrases } from '@dualtrack/ui';
import { organisations } from '../client.ts';
import { InviteLink } from '../parts/invite-link.tsx';
import { RecordList } from '../parts/record-list.tsx';
import { useProgrammeName } from '../parts/use-programme-name.ts';

const allCohorts = { page: 1, size: 200, sort: '-entryYear' };

/** The school's students, of all classes or of one. */
export function StudentsPage() {
  const t = usePhrases('organisations');
  const programmeOf = useProgrammeName();
  const cohorts = useOperation('organisations.cohorts', organisations.cohorts, allCohorts);
  const options = (cohorts.data?.items ?? []).map((row) => ({ value: row.id, label: row.className }));
  return (
    <RecordList
      name="organisations.students"
      title={t('students.title')}
      note={t('students.note')}
      none={t('students.none')}
      load={({ q, sort, page, size, cohortId }, call) =>
        organisations.students(
          { q, sort, page, size, cohortId: cohortId === undefined ? undefined : String(cohortId) },
          call,
        )
      }
      filters={[{ key: 'cohortId', label: t('students.cohort'), options }]}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          header: t('column.person'),
          cell: (row) => <PersonName person={row} side="student" />,
          text: (row) => row.name,
          isTitle: true,
          isSortable: true,
        },
        {
          key: 'studentNumber',
          header: t('students.number'),
          cell: (row) => row.studentNumber,
          text: (row) => row.studentNumber,
          isSortable: true,
        },
        {
          key: 'cohort',
          header: t('students.cohort'),
          cell: (row) => row.cohort,
          text: (row) => row.cohort,
          isSortable: true,
        },
        {
          key: 'programme',
          header: t('teachers.programme'),
          cell: programmeOf,
          text: programmeOf,
          isSortable: true,
        },
        {
          key: 'sex',
          header: t('students.sex'),
          cell: (row) => t('students.sexOf', { sex: row.sex }),
          text: (row) => t('students.sexOf', { sex: row.sex }),
        },
        {
          key: 'birthDate',
          header: t('students.birthDate'),
          cell: (row) => <Day day={row.birthDate} style="day" />,
          text: (row) => row.birthDate,
          isSortable: true,
        },
        {
          key: 'guardian',
          header: t('students.guardian'),
          cell: (row) => row.guardianName ?? '—',
          text: (row) => row.guardianName,
        },
        {
          key: 'access',
          header: t('column.actions'),
          isExtra: true,
          cell: (row) => (
            <span className="org-links">
              <InviteLink asRole="student" subjectId={row.id} name={row.name} />
              {row.guardianName === null ? null : (
                <InviteLink asRole="guardian" subjectId={row.id} name={row.guardianName} />
              )}
            </span>
          ),
        },
      ]}
    />
  );
}
