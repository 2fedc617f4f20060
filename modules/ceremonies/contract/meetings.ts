import { bothOffices, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { meetingActions, meetingStates } from '../meeting.ts';
import { attendee, decision, decisionInput } from '../shapes.ts';

const tag = 'Meetings';
const meetingId = z.object({ meetingId: field.id });
const action = z.object({ action: z.string() });
const notNow = {
  'meeting.not-your-role': { status: 403, data: action },
  'meeting.not-in-state': { status: 409, data: action },
  'meeting.not-begun': { status: 409, data: action },
  'meeting.one-side-only': { status: 409, data: action },
} as const;
const changed = { 'meeting.changed': { status: 409, data: z.object({ by: z.string() }) } } as const;

const row = z.object({
  id: field.id,
  home: field.id,
  enterpriseId: field.id,
  agreementId: field.id.nullable(),
  state: z.enum(meetingStates),
  title: z.string(),
  startsAt: field.instant,
  lengthMinutes: z.number().int(),
  place: z.string(),
  school: z.string(),
  schoolEn: z.string(),
  enterprise: z.string(),
  enterpriseEn: z.string(),
});
export const meetingDetail = row.extend({
  agenda: z.array(z.string()),
  attendees: z.array(attendee),
  minutes: z.string(),
  decisions: z.array(decision),
  revision: z.number().int(),
  changedBy: z.string(),
  abilities: z.record(z.enum(meetingActions), z.string().nullable()),
});
export type MeetingDetail = z.infer<typeof meetingDetail>;

const facts = {
  title: field.line,
  startsAt: field.instant,
  lengthMinutes: z.number().int().min(5).max(1_440).default(60),
  place: z.string().trim().max(300).default(''),
  agenda: z.array(z.string().trim().min(1).max(500)).max(40).default([]),
  attendees: z.array(attendee).max(100).default([]),
};
const revision = z.number().int().min(1);

export const meetings = {
  list: route('GET', '/meetings', { may: bothOffices, summary: 'Meetings of both sides', tag })
    .input(
      listInput.extend({
        agreementId: field.id.optional(),
        state: z.enum(meetingStates).optional(),
        scope: z.enum(['coming']).optional(),
      }),
    )
    .output(listOutput(row)),
  get: route('GET', '/meetings/{meetingId}', { may: bothOffices, summary: 'One meeting', tag })
    .input(meetingId)
    .output(meetingDetail),
  create: route('POST', '/meetings', {
    may: bothOffices,
    summary: 'Call a meeting beside an agreement',
    tag,
    created: true,
  })
    .errors({ 'meeting.no-such-agreement': { status: 422 } })
    .input(z.object({ agreementId: field.id, ...facts }))
    .output(z.object({ id: field.id })),
  update: route('PUT', '/meetings/{meetingId}', {
    may: bothOffices,
    summary: 'Change time, place, agenda or who is asked to come',
    tag,
  })
    .errors({ ...notNow, ...changed })
    .input(meetingId.extend({ revision, ...facts }))
    .output(meetingDetail),
  setMinutes: route('PUT', '/meetings/{meetingId}/minutes', {
    may: bothOffices,
    summary: 'Write the minutes: who was there, what was said, what was decided',
    tag,
  })
    .errors({ ...notNow, ...changed })
    .input(
      meetingId.extend({
        revision,
        minutes: z.string().trim().max(30_000),
        attendees: z.array(attendee).max(100),
        decisions: z.array(decisionInput).max(50),
      }),
    )
    .output(meetingDetail),
  move: route('POST', '/meetings/{meetingId}/moves', {
    may: bothOffices,
    summary: 'Say that the meeting was held, or call it off',
    tag,
  })
    .errors(notNow)
    .input(meetingId.extend({ action: z.enum(['hold', 'cancel']) }))
    .output(meetingDetail),
};
