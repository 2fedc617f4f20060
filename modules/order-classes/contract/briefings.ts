import { bothStaff, field, route, schoolLeads } from '@dualtrack/platform/contract';
import * as z from 'zod';

const tag = 'Order classes';
const classId = z.object({ classId: field.id });
const action = z.object({ action: z.string() });
const notNow = {
  'class.not-your-role': { status: 403, data: action },
  'class.not-in-state': { status: 409, data: action },
} as const;

const briefing = {
  startsAt: field.instant,
  minutes: z.number().int().min(10).max(480),
  place: z.string().trim().max(200),
  link: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
  /** Null: as many as come. */
  places: z.number().int().min(1).max(5_000).nullable(),
  schoolHost: field.line,
  enterpriseHost: field.line,
};

/** An information session as both sides see it. Only the school learns who comes. */
export const briefingShape = z.object({
  id: field.id,
  ...briefing,
  isCancelled: z.boolean(),
  signedUp: z.number().int(),
  names: z.array(z.string()),
});
export type Briefing = z.infer<typeof briefingShape>;

/** An information session as a student sees it: never who else comes. */
export const myBriefingShape = z.object({
  id: field.id,
  ...briefing,
  isCancelled: z.boolean(),
  free: z.number().int().nullable(),
  isMine: z.boolean(),
});
export type MyBriefing = z.infer<typeof myBriefingShape>;

const planErrors = {
  ...notNow,
  'briefing.in-past': { status: 422 },
  'briefing.over': { status: 409 },
  'briefing.too-few-places': { status: 409, data: z.object({ count: z.number().int() }) },
  'briefing.too-many': { status: 422 },
} as const;
const whereOrLink = (given: { place: string; link: string }) => given.place !== '' || given.link !== '';

export const briefingsContract = {
  list: route('GET', '/order-classes/{classId}/briefings', {
    may: bothStaff,
    summary: 'Information sessions of a class; the school sees who comes',
    audit: 'read',
    tag,
  })
    .input(classId)
    .output(z.array(briefingShape)),
  add: route('POST', '/order-classes/{classId}/briefings', {
    may: schoolLeads,
    summary: 'Plan an information session with a host of each side',
    tag,
    created: true,
  })
    .errors(planErrors)
    .input(classId.extend(briefing).refine(whereOrLink, { path: ['place'] }))
    .output(z.array(briefingShape)),
  edit: route('PUT', '/briefings/{briefingId}', {
    may: schoolLeads,
    summary: 'Change an information session; who signed up is told',
    tag,
  })
    .errors(planErrors)
    .input(z.object({ briefingId: field.id, ...briefing }).refine(whereOrLink, { path: ['place'] }))
    .output(z.array(briefingShape)),
  cancel: route('DELETE', '/briefings/{briefingId}', {
    may: schoolLeads,
    summary: 'Cancel an information session; who signed up is told',
    tag,
  })
    .errors({ ...notNow, 'briefing.over': { status: 409 } })
    .input(z.object({ briefingId: field.id }))
    .output(z.array(briefingShape)),
  mine: route('GET', '/my-order-classes/{classId}/briefings', {
    may: ['student', 'guardian'],
    summary: 'Information sessions of a class that a student may apply to',
    tag,
  })
    .input(classId)
    .output(z.array(myBriefingShape)),
  signUp: route('PUT', '/my-briefings/{briefingId}', {
    may: ['student'],
    summary: 'Sign up for an information session, or no longer',
    tag,
  })
    .errors({
      'briefing.over': { status: 409 },
      'briefing.full': { status: 409 },
      'application.not-your-major': { status: 422 },
    })
    .input(z.object({ briefingId: field.id, comes: z.boolean() }))
    .output(z.array(myBriefingShape)),
};
