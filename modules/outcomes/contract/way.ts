import { bothOffices, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { leavingSides, wayStages } from '../way.ts';

const tag = 'Outcomes';
const count = z.number().int();

/** One step of an order's way: how many people, and of how many it could have been. */
const step = z.object({
  stage: z.enum(wayStages),
  people: count,
  /** Of the checks after some months: only those whose day has come count. */
  of: count,
});

const leaving = z.object({
  side: z.enum(leavingSides),
  /** A reason's code for exits from the class, else as it was written down; empty = none given. */
  reason: z.string(),
  people: count,
});

export const wayShape = z.object({
  orderId: field.id,
  classId: field.id.nullable(),
  name: z.string(),
  school: z.string(),
  schoolEn: z.string(),
  enterprise: z.string(),
  enterpriseEn: z.string(),
  seats: count,
  steps: z.array(step),
  leaving: z.array(leaving),
});
export type Way = z.infer<typeof wayShape>;

const person = z.object({
  id: z.string(),
  studentName: z.string(),
  postTitle: z.string(),
  postTitleEn: z.string(),
  day: field.day.nullable(),
  side: z.enum(leavingSides).nullable(),
  reason: z.string(),
});
export type WayPerson = z.infer<typeof person>;

const orderId = z.object({ orderId: field.id });

export const wayContract = {
  get: route('GET', '/talent-orders/{orderId}/way', {
    may: bothOffices,
    summary: 'An order from seats to people still there after 6, 12 and 24 months, and why others left',
    tag,
  })
    .input(orderId)
    .output(wayShape),
  people: route('GET', '/talent-orders/{orderId}/way/{stage}', {
    may: bothOffices,
    summary: 'The people behind one number of an order’s way',
    audit: 'read',
    tag,
  })
    .input(orderId.extend({ stage: z.enum(wayStages) }))
    .output(z.array(person)),
};
