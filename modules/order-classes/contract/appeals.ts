import { bothOffices, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { appealActions, appealResults, appealStates } from '../appeal.ts';

const tag = 'Order classes';
const classId = z.object({ classId: field.id });
const appealId = z.object({ appealId: field.id });
const action = z.object({ action: z.string() });
const reason = z.string().trim().min(1).max(2_000);
const notThis = {
  'appeal.not-your-role': { status: 403, data: action },
  'appeal.not-in-state': { status: 409, data: action },
} as const;

/** An appeal with its whole history. The enterprise reads decisions, not what the student wrote. */
export const appealShape = z.object({
  id: field.id,
  studentName: z.string(),
  state: z.enum(appealStates),
  result: z.enum(appealResults).nullable(),
  seatId: field.id.nullable(),
  /** Seats that the student asked for, in order; a result names one of them. */
  choices: z.array(field.id),
  steps: z.array(
    z.object({
      action: z.enum(['make', ...appealActions]),
      byRole: z.string(),
      byName: z.string(),
      note: z.string(),
      result: z.enum(appealResults).nullable(),
      seatId: field.id.nullable(),
      oldScore: z.number().nullable(),
      newScore: z.number().nullable(),
      at: field.instant,
    }),
  ),
  abilities: z.record(z.enum(appealActions), z.string().nullable()),
});
export type Appeal = z.infer<typeof appealShape>;

/** The own appeals, until when one may be made, and why not now. */
export const myAppealsShape = z.object({
  appeals: z.array(appealShape),
  until: field.day.nullable(),
  whyNot: z.string().nullable(),
});
export type MyAppeals = z.infer<typeof myAppealsShape>;

export const appealsContract = {
  list: route('GET', '/order-classes/{classId}/appeals', {
    may: bothOffices,
    summary: 'Appeals against the result of a class; the enterprise those that were granted',
    audit: 'read',
    tag,
  })
    .input(classId)
    .output(z.array(appealShape)),
  mine: route('GET', '/my-order-classes/{classId}/appeals', {
    may: ['student', 'guardian'],
    summary: 'The own appeals against a result, and until when one may be made',
    tag,
  })
    .input(classId)
    .output(myAppealsShape),
  make: route('POST', '/my-order-classes/{classId}/appeals', {
    may: ['student', 'guardian'],
    summary: 'Appeal against the published result, with a reason',
    tag,
    created: true,
  })
    .errors({
      'appeal.not-applied': { status: 409 },
      'appeal.over': { status: 409 },
      'appeal.open-already': { status: 409 },
    })
    .input(classId.extend({ reason }))
    .output(myAppealsShape),
  withdraw: route('POST', '/appeals/{appealId}/withdrawal', {
    may: ['student', 'guardian'],
    summary: 'Take the own appeal back before it is decided',
    tag,
  })
    .errors(notThis)
    .input(appealId)
    .output(myAppealsShape),
  decide: route('POST', '/appeals/{appealId}/decision', {
    may: ['school-office'],
    summary: 'Refuse an appeal, or grant it with what it leads to; always with a reason',
    tag,
  })
    .errors({
      ...notThis,
      'appeal.no-such-seat': { status: 422 },
      'appeal.had-place': { status: 409 },
      'appeal.has-begun': { status: 409 },
    })
    .input(
      appealId
        .extend({
          reason,
          result: z.enum(appealResults).nullable(),
          seatId: field.id.nullable().default(null),
        })
        .refine(
          ({ result, seatId }) => (result === null || result === 'waiting-list') === (seatId === null),
          { path: ['seatId'] },
        ),
    )
    .output(z.array(appealShape)),
  answer: route('POST', '/appeals/{appealId}/answer', {
    may: ['enterprise-hr'],
    summary:
      'Give the new score or the further place that was granted, or send the decision back with a reason',
    tag,
  })
    .errors({
      ...notThis,
      'appeal.had-place': { status: 409 },
      'appeal.has-begun': { status: 409 },
      'appeal.no-score': { status: 422 },
    })
    .input(
      appealId
        .extend({
          accept: z.boolean(),
          score: z.number().min(0).max(100).nullable().default(null),
          note: z.string().trim().max(2_000).default(''),
        })
        .refine(({ accept, note }) => accept || note !== '', { path: ['note'] }),
    )
    .output(z.array(appealShape)),
};
