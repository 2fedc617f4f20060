import { PersonName, StateTag, usePhrases } from '@dualtrack/ui';
import { organisations } from '../client.ts';
import { TeacherForm } from '../forms/teacher-form.tsx';
import { InviteLink } from '../parts/invite-link.tsx';
import { RecordList } from '../parts/record-list.tsx';
import { useProgrammeName } from '../parts/use-programme-name.ts';

/** The school's teachers. */
export function TeachersPage() {
  const t = usePhrases('organisations');
  const programmeOf = useProgrammeName();
  return (
    <RecordList
      name="organisations.teachers"
      title={t('teachers.title')}
      none={t('teachers.none')}
      load={organisations.teachers}
      rowKey={(row) => row.id}
      edit={{ path: '/settings/teachers', Form: TeacherForm }}
      columns={[
        {
          key: 'name',
          header: t('column.person'),
          cell: (row) => <PersonName person={row} side="school" />,
          text: (row) => row.name,
          isTitle: true,
          isSortable: true,
        },
        {
          key: 'staffNumber',
          header: t('teachers.staffNumber'),
          cell: (row) => row.staffNumber,
          text: (row) => row.staffNumber,
          isSortable: true,
        },
        {
          key: 'programme',
          header: t('teachers.programme'),
          cell: (row) => programmeOf(row) ?? '—',
          text: programmeOf,
          isSortable: true,
        },
        {
          key: 'title',
          header: t('teachers.post'),
          cell: (row) => row.title,
          text: (row) => row.title,
          isSortable: true,
        },
        {
          key: 'dual',
          header: t('teachers.dual'),
          cell: (row) =>
            row.isDualQualified ? <StateTag tone="done">{t('teachers.isDual')}</StateTag> : '—',
          text: (row) => (row.isDualQualified ? t('teachers.isDual') : ''),
        },
        {
          key: 'access',
          header: t('column.actions'),
          cell: (row) => <InviteLink asRole="teacher" subjectId={row.id} name={row.name} />,
        },
      ]}
    />
  );
}
