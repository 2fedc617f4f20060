import { PageHeader, useGo, usePhrases } from '@dualtrack/ui';
import { api } from '../client.ts';
import { AgreementChoices } from '../parts/agreement-choices.tsx';
import { CourseForm } from '../parts/course-form.tsx';

/** Sets up a course of a teacher and a mentor. */
export function NewCoursePage() {
  const t = usePhrases('talent-sharing');
  const go = useGo();
  return (
    <>
      <PageHeader title={t('course.new')} crumbs={[{ label: t('area.courses'), to: '/talent-courses' }]} />
      <AgreementChoices>
        {(agreements) => (
          <CourseForm
            name="talentSharing.newCourse"
            agreements={agreements}
            write={api.courses.create}
            done={t('course.created')}
            onDone={({ id }) => go(`/talent-courses/${id}`)}
          />
        )}
      </AgreementChoices>
    </>
  );
}
