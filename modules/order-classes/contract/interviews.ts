import { bothStaff, done, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { absences, interviewRoles } from '../interview.ts';

const tag = 'Order classes';
const enterprise = interviewRoles;
const classId = z.object({ classId: field.id });
const action = z.object({ action: z.string() });
const notNow = {
  'class.not-your-role': { status: 403, data: action },
  'class.not-in-state': { status: 409, data: action },
} as const;

const slot = {
  startsAt: field.instant,
  minutes: z.number().int().min(5).max(480),
  place: z.string().trim().min(1).max(200),
  /** The name of a guest; of a member the name comes with the id. */
  interviewer: z.string().trim().max(100),
  places: z.number().int().min(1).max(100),
};

/** A time at which the enterprise interviews, with those who booked it. */
export const slotShape = z.object({
  id: field.id,
  ...slot,
  /** The member who interviews; null: nobody named, or a guest. */
  interviewerId: field.id.nullable(),
  /** `came`: null until somebody says so after the time. */
  booked: z.array(
    z.object({
      applicationId: field.id,
      studentName: z.string(),
      came: z.boolean().nullable(),
      /** Of who did not come: why, in words too, and whether they may book another time. */
      absence: z.enum(absences).nullable(),
      absenceNote: z.string(),
      mayBookAnother: z.boolean(),
      /** They have booked another time since; this one stays on record. */
      isPast: z.boolean(),
    }),
  ),
});
export type InterviewSlot = z.infer<typeof slotShape>;

/** A slot as an applicant sees it: never who else comes. */
export const openSlotShape = z.object({
  id: field.id,
  ...slot,
  free: z.number().int(),
  isMine: z.boolean(),
  /** Of the own time, once the interviewer has said so. */
  came: z.boolean().nullable(),
  /** Why one did not come, to this time or, before another one was booked, to a past one. */
  absence: z.enum(absences).nullable(),
  /** Missed before another time was booked. */
  isPast: z.boolean(),
  /** Missed, and another time may be booked. */
  mayBookAnother: z.boolean(),
});
export type OpenSlot = z.infer<typeof openSlotShape>;

export const criterionShape = z.object({
  id: field.id,
  name: z.string(),
  weight: z.number().int(),
});

/** The rubric of a class with the points given; `score` is what the matching takes. */
export const rubricShape = z.object({
  criteria: z.array(criterionShape),
  applicants: z.array(
    z.object({
      applicationId: field.id,
      studentName: z.string(),
      points: z.array(z.object({ criterionId: field.id, points: z.number() })),
      score: z.number().nullable(),
    }),
  ),
});
export type Rubric = z.infer<typeof rubricShape>;

export const interviewsContract = {
  list: route('GET', '/order-classes/{classId}/interview-slots', {
    may: bothStaff,
    summary: 'Interview slots of a class and who booked them',
    audit: 'read',
    tag,
  })
    .input(classId)
    .output(z.array(slotShape)),
  add: route('POST', '/order-classes/{classId}/interview-slots', {
    may: enterprise,
    summary: 'Offer interview slots, one after the other from a time on',
    tag,
    created: true,
  })
    .errors({
      ...notNow,
      'interview.in-past': { status: 422 },
      'interview.too-many': { status: 422 },
      'interview.no-such-interviewer': { status: 422 },
    })
    .input(
      classId.extend({
        ...slot,
        interviewerId: field.id.nullable().default(null),
        count: z.number().int().min(1).max(40).default(1),
      }),
    )
    .output(z.array(slotShape)),
  remove: route('DELETE', '/interview-slots/{slotId}', {
    may: enterprise,
    summary: 'Take back a slot ahead that nobody has booked',
    tag,
  })
    .errors({ ...notNow, 'interview.booked': { status: 409 }, 'interview.over': { status: 409 } })
    .input(z.object({ slotId: field.id }))
    .output(done),
  interviewers: route('GET', '/interviewers', {
    may: enterprise,
    summary: 'Members of the own enterprise who can be named as interviewers',
    tag,
  }).output(z.array(z.object({ personId: field.id, name: z.string(), title: z.string() }))),
  attend: route('PUT', '/interview-slots/{slotId}/attendance', {
    may: enterprise,
    summary:
      'Say after an interview whether a student came, or why not and whether another time may be booked; null takes it back',
    tag,
  })
    .errors({
      ...notNow,
      'interview.not-yours': { status: 403 },
      'interview.not-begun': { status: 409 },
      'interview.not-booked': { status: 409 },
    })
    .input(
      z.object({
        slotId: field.id,
        applicationId: field.id,
        came: z.boolean().nullable(),
        absence: z.enum(absences).default('no-show'),
        absenceNote: z.string().trim().max(300).default(''),
        /** Who was ill or excused may always book another time; others when the enterprise allows it. */
        allowsAnother: z.boolean().default(false),
      }),
    )
    .output(z.array(slotShape)),
  open: route('GET', '/my-order-classes/{classId}/interview-slots', {
    may: ['student', 'guardian'],
    summary: 'Interview slots that an applicant may book, and the one booked',
    tag,
  })
    .input(classId)
    .output(z.array(openSlotShape)),
  book: route('PUT', '/my-order-classes/{classId}/interview', {
    may: ['student'],
    summary:
      'Book an interview slot, another one instead, or another one after a missed one that was excused',
    tag,
  })
    .errors({
      ...notNow,
      'interview.not-applied': { status: 409 },
      'interview.full': { status: 409 },
      'interview.over': { status: 409 },
      'interview.missed': { status: 409 },
    })
    .input(classId.extend({ slotId: field.id }))
    .output(z.array(openSlotShape)),
  cancel: route('DELETE', '/my-order-classes/{classId}/interview', {
    may: ['student'],
    summary: 'Give a booked interview slot back before it begins',
    tag,
  })
    .errors({ ...notNow, 'interview.not-applied': { status: 409 }, 'interview.over': { status: 409 } })
    .input(classId)
    .output(z.array(openSlotShape)),
  calendar: route('GET', '/my-order-classes/{classId}/calendar', {
    may: ['student', 'guardian'],
    summary: 'The class’s windows and the own interview as an iCalendar file',
    tag,
  })
    .input(classId)
    .output(z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() })),
};

export const rubricContract = {
  get: route('GET', '/order-classes/{classId}/rubric', {
    may: bothStaff,
    summary: 'Criteria with weights, and the points of each applicant',
    audit: 'read',
    tag,
  })
    .input(classId)
    .output(rubricShape),
  put: route('PUT', '/order-classes/{classId}/rubric', {
    may: enterprise,
    summary: 'Set the criteria; points of criteria that stay are kept, and scores follow',
    tag,
  })
    .errors({ ...notNow, 'rubric.no-such-criterion': { status: 422 } })
    .input(
      classId.extend({
        criteria: z
          .array(
            z.object({
              id: field.id.optional(),
              name: z.string().trim().min(1).max(100),
              weight: z.number().int().min(1).max(100),
            }),
          )
          .max(12),
      }),
    )
    .output(rubricShape),
  mark: route('PUT', '/order-classes/{classId}/rubric-points', {
    may: enterprise,
    summary: 'Give points by criterion; whoever has all gets the weighted score at each seat asked for',
    tag,
  })
    .errors({ ...notNow, 'rubric.no-such-criterion': { status: 422 } })
    .input(
      classId.extend({
        points: z
          .array(
            z.object({
              applicationId: field.id,
              criterionId: field.id,
              points: z.number().min(0).max(100).nullable(),
            }),
          )
          .min(1)
          .max(5_000),
      }),
    )
    .output(rubricShape),
};
