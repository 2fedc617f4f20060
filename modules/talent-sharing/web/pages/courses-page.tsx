import { DataTable, EmptyState, PageHeader, PageLink, SideTag, usePhrases } from '@dualtrack/ui';
import { api } from '../client.ts';
import { useWords } from '../words.ts';

/** Courses that a teacher and a mentor teach together. */
export function CoursesPage() {
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const create = (
    <PageLink className="dt-button dt-button-primary" to="/talent-courses/new">
      {t('course.new')}
    </PageLink>
  );
  return (
    <>
      <PageHeader title={t('area.courses')} actions={create} />
      <DataTable
        name="talentSharing.courses"
        label={t('area.courses')}
        load={({ q, sort, page, size }, options) => api.courses.list({ q, sort, page, size }, options)}
        columns={[
          {
            key: 'title',
            header: t('title'),
            cell: (row) => words.pick(row.title, row.titleEn),
            text: (row) => words.pick(row.title, row.titleEn),
            isTitle: true,
            isSortable: true,
          },
          {
            key: 'teacherName',
            header: t('course.teacher'),
            cell: (row) => <SideTag side="school">{row.teacherName || t('expert.nameHidden')}</SideTag>,
            text: (row) => row.teacherName,
            isSortable: true,
          },
          {
            key: 'mentorName',
            header: t('course.mentor'),
            cell: (row) => <SideTag side="enterprise">{row.mentorName || t('expert.nameHidden')}</SideTag>,
            text: (row) => row.mentorName,
            isSortable: true,
          },
          {
            key: 'sessions',
            header: t('course.sessions'),
            cell: (row) => row.sessions,
            text: (row) => row.sessions,
            isNumber: true,
          },
          {
            key: 'hours',
            header: t('course.hours'),
            cell: (row) => `${words.hours(row.teacherMinutes)} + ${words.hours(row.mentorMinutes)}`,
            text: (row) => (row.teacherMinutes + row.mentorMinutes) / 60,
          },
        ]}
        rowKey={(row) => row.id}
        rowPath={(row) => `/talent-courses/${row.id}`}
        exportName={t('area.courses')}
        empty={
          <EmptyState title={t('course.none')} action={create}>
            {t('course.noneNote')}
          </EmptyState>
        }
      />
    </>
  );
}
