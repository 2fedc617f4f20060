import { bothOffices, done, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { followUpKinds, followUpStates } from '../follow-up.ts';
import { side } from '../shapes.ts';

const tag = 'Follow-ups';
const followUpId = z.object({ followUpId: field.id });

export const followUp = z.object({
  id: field.id,
  enterpriseId: field.id,
  ceremonyId: field.id.nullable(),
  meetingId: field.id.nullable(),
  agreementId: field.id.nullable(),
  kind: z.enum(followUpKinds),
  title: z.string(),
  side,
  owner: z.string(),
  dueOn: field.day.nullable(),
  state: z.enum(followUpStates),
  doneBy: z.string(),
  doneAt: field.instant.nullable(),
  /** Title of the ceremony or meeting that it comes from. */
  origin: z.string(),
  originEn: z.string(),
});
export type FollowUp = z.infer<typeof followUp>;

const facts = {
  title: field.line,
  side,
  owner: z.string().trim().max(60).default(''),
  dueOn: field.day.nullable().default(null),
};
const gone = { 'follow-up.changed': { status: 409 } } as const;

export const followUps = {
  list: route('GET', '/follow-ups', { may: bothOffices, summary: 'What both sides have agreed to do', tag })
    .input(
      listInput.extend({
        ceremonyId: field.id.optional(),
        meetingId: field.id.optional(),
        agreementId: field.id.optional(),
        kind: z.enum(followUpKinds).optional(),
        state: z.enum(followUpStates).optional(),
        side: side.optional(),
      }),
    )
    .output(listOutput(followUp)),
  add: route('POST', '/follow-ups', {
    may: bothOffices,
    summary: 'Add something to do from a ceremony or a meeting',
    tag,
    created: true,
  })
    .errors({ 'follow-up.no-origin': { status: 422 } })
    .input(
      z.object({
        ceremonyId: field.id.nullable().default(null),
        meetingId: field.id.nullable().default(null),
        /** Before the ceremony, rather than agreed at it. */
        isChecklist: z.boolean().default(false),
        ...facts,
      }),
    )
    .output(followUp),
  change: route('PUT', '/follow-ups/{followUpId}', {
    may: bothOffices,
    summary: 'Change wording, owner or due day of something open',
    tag,
  })
    .errors(gone)
    .input(followUpId.extend(facts))
    .output(followUp),
  move: route('POST', '/follow-ups/{followUpId}/moves', {
    may: bothOffices,
    summary: 'Mark as done, or open again',
    tag,
  })
    .errors(gone)
    .input(followUpId.extend({ to: z.enum(followUpStates) }))
    .output(followUp),
  remove: route('DELETE', '/follow-ups/{followUpId}', {
    may: bothOffices,
    summary: 'Remove something open from a checklist; what a meeting agreed stays',
    tag,
  })
    .errors({ 'follow-up.agreed': { status: 409 } })
    .input(followUpId)
    .output(done),
};
