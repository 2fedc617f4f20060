import * as z from 'zod';
import { bothStaff, done, field, inputIssue, route } from '../contract/index.ts';

/** A long run as screens see it. */
export const longRunView = z.object({
  id: field.id,
  kind: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  subjectId: field.id.nullable(),
  doneSteps: z.number(),
  totalSteps: z.number(),
  /** What is being done just now: a code with params, or figures of the engine. */
  note: z.record(z.string(), z.unknown()).nullable(),
  result: z.unknown(),
  problem: z
    .object({
      code: z.string(),
      params: z.record(z.string(), z.unknown()),
      errors: z.array(inputIssue).optional(),
      incident: z.string().optional(),
    })
    .nullable(),
  createdAt: field.instant,
  changedAt: field.instant,
});
export type LongRunView = z.infer<typeof longRunView>;

const may = [...bothStaff, 'operator'] as const;
const tag = 'Long runs';

export const contract = {
  get: route('GET', '/runs/{runId}', { may, summary: 'Progress and result of a long run', tag })
    .input(z.object({ runId: field.id }))
    .output(longRunView),
  cancel: route('POST', '/runs/{runId}/cancel', { may, summary: 'Cancel a long run', tag })
    .errors({ 'run.ended': { status: 409 } })
    .input(z.object({ runId: field.id }))
    .output(done),
};
