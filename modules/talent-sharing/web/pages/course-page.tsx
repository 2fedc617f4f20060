import {
  ErrorState,
  Loading,
  Moment,
  ObjectPage,
  PageLink,
  Panel,
  SideTag,
  StateTag,
  useOperation,
  usePathParam,
  usePhrases,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { useState } from 'react';
import type { Course } from '../../contract.ts';
import { api } from '../client.ts';
import { CourseForm } from '../parts/course-form.tsx';
import { toneOf, useWords } from '../words.ts';
import '../talents.css';

/** One course: two people, its sessions with who leads, materials, hours of each. */
export function CoursePage() {
  const courseId = usePathParam('courseId');
  const found = useOperation('talentSharing.course', api.courses.get, { courseId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <CourseView course={found.data} />;
}

function CourseView(props: { readonly course: Course }) {
  const { course } = props;
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const [isEditing, setEditing] = useState(false);
  const title = words.pick(course.title, course.titleEn);
  const plan = new URLSearchParams({
    ...{ course: course.id, agreement: course.agreementId, form: 'co-taught', title },
    expert: `${course.teacherId},${course.mentorId}`,
  });
  if (isEditing) {
    return (
      <CourseForm
        name={`talentSharing.course.${course.id}.${course.revision}`}
        course={course}
        write={({ agreementId: _, teacherId: __, mentorId: ___, ...facts }, options) =>
          api.courses.save({ ...facts, courseId: course.id, revision: course.revision }, options)
        }
        done={t('course.saved')}
        onDone={() => setEditing(false)}
      />
    );
  }
  return (
    <ObjectPage
      title={title}
      crumbs={[{ label: t('area.courses'), to: '/talent-courses' }]}
      sides={words.sides(course)}
      actions={<Button onClick={() => setEditing(true)}>{t('course.edit')}</Button>}
      facts={[
        {
          label: t('course.teacher'),
          value: (
            <PageLink to={`/talents/${course.teacherId}`}>
              <SideTag side="school">{`${course.teacherName} · ${words.hours(course.teacherMinutes)}`}</SideTag>
            </PageLink>
          ),
        },
        {
          label: t('course.mentor'),
          value: (
            <PageLink to={`/talents/${course.mentorId}`}>
              <SideTag side="enterprise">{`${course.mentorName} · ${words.hours(course.mentorMinutes)}`}</SideTag>
            </PageLink>
          ),
        },
      ]}
    >
      <div className="ts-stack">
        {course.note === '' ? null : <p className="ts-text">{course.note}</p>}
        <Panel
          title={t('course.sessions')}
          count={course.sessions}
          actions={
            <PageLink className="dt-button" to={`/talent-sessions/new?${plan.toString()}`}>
              {t('course.addSession')}
            </PageLink>
          }
        >
          <Sessions courseId={course.id} />
        </Panel>
        <Panel title={t('course.materials')} count={course.materials.length}>
          {course.materials.length === 0 ? <p className="dt-quiet">{t('course.noMaterials')}</p> : null}
          <ul className="ts-list">
            {course.materials.map((one) => (
              <li key={one.title}>
                {one.address === '' ? (
                  <span>{one.title}</span>
                ) : (
                  <a href={one.address} target="_blank" rel="noreferrer noopener">
                    {one.title}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </ObjectPage>
  );
}

function Sessions(props: { readonly courseId: string }) {
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const list = useOperation('talentSharing.courseSessions', api.sessions.list, {
    ...{ courseId: props.courseId, sort: 'startsAt', page: 1, size: 100 },
  });
  if (list.isPending) return <Loading />;
  if (list.isError) return <ErrorState error={list.error} />;
  if (list.data.items.length === 0) return <p className="dt-quiet">{t('course.noSessions')}</p>;
  return (
    <ul className="ts-list">
      {list.data.items.map((row) => (
        <li key={row.id}>
          <div>
            <PageLink to={`/talent-sessions/${row.id}`}>{row.title}</PageLink>
            <div className="dt-small dt-quiet">
              <Moment instant={row.startsAt} /> ·{' '}
              {row.experts
                .map((one) =>
                  [one.name, one.isLeading ? t('session.leads') : '', words.hours(one.minutes)]
                    .filter((part) => part !== '')
                    .join(' '),
                )
                .join(' · ')}
            </div>
          </div>
          <StateTag tone={toneOf(row.state)}>{t(`session.state.${row.state}`)}</StateTag>
        </li>
      ))}
    </ul>
  );
}
