import { field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { challengeStates } from '../challenge.ts';
import { observationKinds, observationLengths, observationWhyNotCodes, observers } from '../observation.ts';
import { staff } from '../side.ts';

const tag = 'Innovation: observations';
const needed = (most: number) => z.string().trim().min(2).max(most);

/** What is written down. Learners are not named: only whether staff, a learner or a visitor saw it. */
const observationForm = z.object({
  kind: z.enum(observationKinds),
  title: needed(observationLengths.title),
  place: needed(observationLengths.place),
  onDay: field.day,
  happened: needed(observationLengths.happened),
  done: z.string().trim().max(observationLengths.done).default(''),
  seenBy: z.enum(observers),
});

const row = z.object({
  ...observationForm.shape,
  id: field.id,
  authorName: z.string(),
  challenges: z.number().int(),
});
export type ObservationRow = z.infer<typeof row>;

const detail = row.extend({
  started: z.array(
    z.object({ id: field.id, title: z.string(), titleEn: z.string(), state: z.enum(challengeStates) }),
  ),
  /** Why the caller may not put it right; null when they may. */
  amend: z.enum(observationWhyNotCodes).nullable(),
});
export type ObservationDetail = z.infer<typeof detail>;

const observationId = z.object({ observationId: field.id });
const badDay = { 'observation.day-ahead': { status: 422 } } as const;

/** Near misses and notes of the own organisation; nobody else reads them. */
export const observations = {
  list: route('GET', '/observations', { may: staff, summary: 'Near misses and notes of the own side', tag })
    .input(listInput.extend({ kind: z.enum(observationKinds).optional() }))
    .output(listOutput(row)),
  get: route('GET', '/observations/{observationId}', { may: staff, summary: 'One near miss or note', tag })
    .input(observationId)
    .output(detail),
  add: route('POST', '/observations', {
    may: staff,
    summary: 'Write a near miss or a note down',
    tag,
    created: true,
  })
    .errors(badDay)
    .input(observationForm)
    .output(z.object({ id: field.id })),
  amend: route('PUT', '/observations/{observationId}', {
    may: staff,
    summary: 'Put a near miss or a note right, until a challenge starts from it',
    tag,
  })
    .errors({
      ...badDay,
      'observation.not-yours': { status: 403 },
      'observation.in-use': { status: 409 },
    })
    .input(observationForm.extend(observationId.shape))
    .output(detail),
};
