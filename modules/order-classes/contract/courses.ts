import { bothOffices, bothStaff, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { heldAts } from '../placing.ts';

const tag = 'Order classes';
const classId = z.object({ classId: field.id });

const course = {
  name: field.line,
  hours: z.number().int().min(1).max(2_000),
  heldAt: z.enum(heldAts),
  teacherName: z.string().trim().max(100),
  mentorName: z.string().trim().max(100),
};

/** What both sides teach in a class, who of each side, and which side agrees to it as it stands. */
export const syllabusShape = z.object({
  revision: z.number().int(),
  courses: z.array(z.object({ id: field.id, ...course })),
  schoolAgreedOn: field.day.nullable(),
  enterpriseAgreedOn: field.day.nullable(),
  /** Why the reader may not change it now; null when they may. */
  whyNot: z.string().nullable(),
});
export type Syllabus = z.infer<typeof syllabusShape>;

const refusals = {
  'syllabus.changed': { status: 409 },
  'syllabus.over': { status: 409 },
} as const;

export const coursesContract = {
  get: route('GET', '/order-classes/{classId}/syllabus', {
    may: bothStaff,
    summary: 'The syllabus both sides teach from, with teacher and mentor of each course',
    tag,
  })
    .input(classId)
    .output(syllabusShape),
  put: route('PUT', '/order-classes/{classId}/syllabus', {
    may: bothOffices,
    summary: 'Change the syllabus; the other side agrees anew',
    tag,
  })
    .errors(refusals)
    .input(
      classId.extend({
        revision: z.number().int(),
        courses: z.array(z.object({ id: field.id.optional(), ...course })).max(60),
      }),
    )
    .output(syllabusShape),
  agree: route('POST', '/order-classes/{classId}/syllabus-agreement', {
    may: bothOffices,
    summary: 'Agree to the syllabus as it stands, for one’s own side',
    tag,
  })
    .errors({
      ...refusals,
      'syllabus.nobody-named': { status: 409, data: z.object({ count: z.number().int() }) },
    })
    .input(classId.extend({ revision: z.number().int() }))
    .output(syllabusShape),
};
