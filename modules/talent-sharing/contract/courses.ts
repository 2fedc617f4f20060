import { bothStaff, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { parties, words } from '../shapes.ts';

const tag = 'Co-taught courses';
const courseId = z.object({ courseId: field.id });
const material = z.object({ title: field.line, address: z.union([z.literal(''), z.url().max(500)]) });

const courseRow = z.object({
  id: field.id,
  enterpriseId: field.id,
  agreementId: field.id,
  ...parties,
  title: z.string(),
  titleEn: z.string(),
  note: z.string(),
  teacherId: field.id,
  teacherName: z.string(),
  mentorId: field.id,
  mentorName: z.string(),
  /** Minutes of each over the sessions that stand. */
  teacherMinutes: z.number().int(),
  mentorMinutes: z.number().int(),
  sessions: z.number().int(),
});
export const courseDetail = courseRow.extend({
  materials: z.array(material),
  revision: z.number().int(),
});
export type Course = z.infer<typeof courseDetail>;

const facts = {
  title: field.line,
  titleEn: words.default(''),
  note: z.string().trim().max(4_000).default(''),
  materials: z.array(material).max(50).default([]),
};

/** Courses that a teacher and a mentor teach together. */
export const courses = {
  list: route('GET', '/talent-courses', { may: bothStaff, summary: 'Courses that both sides teach', tag })
    .input(listInput)
    .output(listOutput(courseRow)),
  get: route('GET', '/talent-courses/{courseId}', { may: bothStaff, summary: 'One course', tag })
    .input(courseId)
    .output(courseDetail),
  create: route('POST', '/talent-courses', {
    may: bothStaff,
    summary: 'Set up a course of a teacher and a mentor',
    tag,
    created: true,
  })
    .errors({ 'sharing.no-agreement': { status: 422 }, 'course.two-sides': { status: 422 } })
    .input(z.object({ agreementId: field.id, teacherId: field.id, mentorId: field.id, ...facts }))
    .output(z.object({ id: field.id })),
  save: route('PUT', '/talent-courses/{courseId}', {
    may: bothStaff,
    summary: 'Change title, note or materials',
    tag,
  })
    .errors({ 'course.changed': { status: 409, data: z.object({ by: z.string() }) } })
    .input(courseId.extend({ revision: z.number().int().min(1), ...facts }))
    .output(courseDetail),
};
