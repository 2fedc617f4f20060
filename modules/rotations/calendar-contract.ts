import { bothStaff, done, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';

const tag = 'Rotations';
const readers = [...bothStaff, 'student', 'guardian'] as const;

/** By what the published rotation can be looked at and subscribed to. */
export const calendarViews = ['class', 'student', 'mentor', 'station', 'base'] as const;
export type CalendarView = (typeof calendarViews)[number];
const by = z.enum(calendarViews);
const subject = z.object({ by, subjectId: field.id });
const shift = z.object({
  weekdays: z.array(z.number().int()),
  start: z.string(),
  end: z.string(),
  breakMinutes: z.number().int(),
});
const calendarBlock = z.object({
  id: field.id,
  planId: field.id,
  classId: field.id,
  className: z.string(),
  placementId: field.id,
  studentId: field.id,
  studentName: z.string(),
  unitId: field.id,
  unitName: z.string(),
  unitNameEn: z.string(),
  stationId: field.id,
  stationName: z.string(),
  stationNameEn: z.string(),
  siteName: z.string(),
  siteNameEn: z.string(),
  mentorId: field.id.nullable(),
  mentorName: z.string(),
  firstWeek: field.day,
  weeks: z.number().int(),
  shift: shift.nullable(),
});

/** The dual calendar of published plans, and feeds of it that calendar programs subscribe to. */
export const calendarContract = {
  subjects: route('GET', '/rotation-calendars', {
    may: readers,
    summary: 'Whose calendars can be looked at: classes, students, mentors, workstations, bases',
    tag,
  })
    .input(z.object({}))
    .output(
      z.object({
        items: z.array(
          subject.extend({ name: z.string(), nameEn: z.string(), note: z.string(), noteEn: z.string() }),
        ),
      }),
    ),
  read: route('GET', '/rotation-calendars/{by}/{subjectId}', {
    may: readers,
    summary: 'Weeks and blocks of published plans of one class, student, mentor, workstation or base',
    tag,
  })
    .input(subject)
    .output(
      z.object({
        name: z.string(),
        nameEn: z.string(),
        /** Empty for mentor, workstation and base, where several classes meet. */
        weeks: z.array(
          z.object({
            weekStart: field.day,
            kind: z.enum(['school', 'enterprise', 'exam', 'holiday']),
            note: z.string(),
          }),
        ),
        blocks: z.array(calendarBlock),
        days: z.array(
          z.object({ date: field.day, kind: z.enum(['off', 'work', 'regional']), name: z.string() }),
        ),
        /** Years of the calendar for which China's arrangement of holidays is not announced yet. */
        undecreed: z.array(z.number().int()),
      }),
    ),
  feeds: {
    list: route('GET', '/rotation-feeds', { may: readers, summary: 'Own rotation feeds that are open', tag })
      .input(z.object({}))
      .output(
        z.object({
          items: z.array(
            subject.extend({
              ...{ id: field.id, name: z.string(), nameEn: z.string() },
              createdAt: field.instant,
            }),
          ),
        }),
      ),
    create: route('POST', '/rotation-feeds', {
      may: readers,
      summary: 'Make the address of a rotation feed; it is shown once and can be revoked',
      tag,
      created: true,
    })
      .input(subject)
      .output(z.object({ id: field.id, address: z.string() })),
    revoke: route('DELETE', '/rotation-feeds/{feedId}', {
      may: readers,
      summary: 'End a rotation feed',
      tag,
    })
      .input(z.object({ feedId: field.id }))
      .output(done),
  },
};
