import { PersonName, usePhrases } from '@dualtrack/ui';
import { organisations } from '../client.ts';
import { MentorForm } from '../forms/mentor-form.tsx';
import { InviteLink } from '../parts/invite-link.tsx';
import { RecordList } from '../parts/record-list.tsx';

/** Employees who guide learners. */
export function MentorsPage() {
  const t = usePhrases('organisations');
  return (
    <RecordList
      name="organisations.staff"
      title={t('mentors.title')}
      none={t('mentors.none')}
      load={organisations.staff}
      rowKey={(row) => row.id}
      edit={{ path: '/settings/mentors', Form: MentorForm }}
      columns={[
        {
          key: 'name',
          header: t('column.person'),
          cell: (row) => <PersonName person={row} side="enterprise" />,
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
          key: 'postTitle',
          header: t('posts.post'),
          cell: (row) => row.postTitle,
          text: (row) => row.postTitle,
          isSortable: true,
        },
        {
          key: 'certificate',
          header: t('mentors.certificate'),
          cell: (row) => row.certificate || '—',
          text: (row) => row.certificate,
        },
        {
          key: 'maxLearners',
          header: t('mentors.maxLearners'),
          cell: (row) => row.maxLearners,
          text: (row) => row.maxLearners,
          isNumber: true,
          isSortable: true,
        },
        {
          key: 'access',
          header: t('column.actions'),
          cell: (row) => <InviteLink asRole="mentor" subjectId={row.id} name={row.name} />,
        },
      ]}
    />
  );
}
