import { bothStaff, field, route, schoolLeads } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { changeReasons, placingRules, recordedReasons } from '../placing.ts';

const tag = 'Order classes';
const classId = z.object({ classId: field.id });
const action = z.object({ action: z.string() });
const heads = z.number().int().min(0).max(2_000);

/** How places of a class are given, and until when it may be left. */
export const placingShape = z.object({
  rule: z.enum(placingRules),
  hasGroups: z.boolean(),
  /** Least heads of the class as a whole; 0 = none. */
  minimum: heads,
  seats: z.array(z.object({ seatId: field.id, minimum: heads })),
  exitFrom: field.day.nullable(),
  exitUntil: field.day.nullable(),
  /** Days after the publication within which a result can be appealed against; 0 = no appeal. */
  appealDays: z.number().int().min(0).max(60),
  /** Places that fall free are offered each new day to those who wait, without anybody starting a round. */
  movesUp: z.boolean(),
});
export type Placing = z.infer<typeof placingShape>;

/** One change of a placement, as both sides read it. */
export const changeShape = z.object({
  id: field.id,
  placementId: field.id,
  studentName: z.string(),
  kind: z.enum(['left', 'moved']),
  fromSeatId: field.id,
  toSeatId: field.id.nullable(),
  reason: z.enum(recordedReasons),
  note: z.string(),
  byRole: z.string(),
  changedOn: field.day,
});
export type PlacementChange = z.infer<typeof changeShape>;

const reasons = { reason: z.enum(changeReasons), note: z.string().trim().max(500).default('') };

export const placingContract = {
  put: route('PUT', '/order-classes/{classId}/placing', {
    may: schoolLeads,
    summary: 'Settle how places are given, before the class is opened; exit window and moving up also later',
    tag,
  })
    .errors({
      'class.not-your-role': { status: 403, data: action },
      'class.not-in-state': { status: 409, data: action },
      'placing.fixed': { status: 409 },
      'placing.minimum-too-high': { status: 422, data: z.object({ limit: z.number().int() }) },
      'class.no-such-seat': { status: 422 },
    })
    .input(
      placingShape
        .extend({ classId: field.id })
        .refine(({ exitFrom, exitUntil }) => (exitFrom === null) === (exitUntil === null), {
          path: ['exitUntil'],
        })
        .refine(
          ({ exitFrom, exitUntil }) => exitFrom === null || exitUntil === null || exitFrom <= exitUntil,
          { path: ['exitUntil'] },
        ),
    )
    .output(placingShape),
};

const notThisPlacement = {
  'placement.not-your-role': { status: 403, data: action },
  'placement.not-in-state': { status: 409, data: action },
} as const;

export const changesContract = {
  list: route('GET', '/order-classes/{classId}/placement-changes', {
    may: bothStaff,
    summary: 'Who left a class or changed the post, when and why',
    audit: 'read',
    tag,
  })
    .input(classId)
    .output(z.array(changeShape)),
  leave: route('POST', '/placements/{placementId}/exit', {
    may: ['student', ...schoolLeads],
    summary: 'Leave a class; a student within its exit window, with a reason',
    tag,
  })
    .errors({ ...notThisPlacement, 'placement.no-exit-now': { status: 409 } })
    .input(z.object({ placementId: field.id, ...reasons }))
    .output(z.object({ id: field.id })),
  move: route('POST', '/placements/{placementId}/transfer', {
    may: schoolLeads,
    summary: 'Move somebody to a free seat of the class before they begin; papers are signed anew',
    tag,
  })
    .errors({
      ...notThisPlacement,
      'placement.no-such-seat': { status: 422 },
      'placement.seat-full': { status: 409 },
    })
    .input(z.object({ placementId: field.id, seatId: field.id, ...reasons }))
    .output(z.object({ id: field.id })),
};
