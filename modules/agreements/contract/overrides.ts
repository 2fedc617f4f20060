import { overrideWhyNotCodes } from '@dualtrack/compliance/contract';
import { bothOffices, done, field, route, schoolLeads } from '@dualtrack/platform/contract';
import * as z from 'zod';

const tag = 'Agreements';
const [typed, notYourRole, notInState, ownRequest] = overrideWhyNotCodes;
const refusals = {
  [typed]: { status: 409 },
  [notYourRole]: { status: 403 },
  [notInState]: { status: 409 },
  [ownRequest]: { status: 403 },
  'override.words-changed': { status: 409 },
  'override.too-late': { status: 409 },
} as const;

const ofFinding = z.object({
  agreementId: field.id,
  clause: z.string().max(20),
  rule: z.string().max(40),
  /** Of the words as they were shown. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
const reason = z.string().trim().min(10).max(1_000);

/** Findings on the words of an agreement that the reader of words got wrong: asked by one person, granted by another. */
export const overridesContract = {
  ask: route('POST', '/agreements/{agreementId}/law/ask', {
    may: bothOffices,
    summary: 'Ask for a finding on words to be set aside as a false hit',
    tag,
  })
    .errors(refusals)
    .input(ofFinding.extend({ reason }))
    .output(done),
  decide: route('POST', '/agreements/{agreementId}/law/decide', {
    may: schoolLeads,
    summary: 'Set a finding on words aside, or let it stand, on the request of another person',
    tag,
  })
    .errors(refusals)
    .input(
      ofFinding.extend({
        decision: z.enum(['grant', 'refuse']),
        note: z.string().trim().max(1_000).default(''),
      }),
    )
    .output(done),
  withdraw: route('POST', '/agreements/{agreementId}/law/withdraw', {
    may: bothOffices,
    summary: 'Take a request back, or what was granted: the finding stands again',
    tag,
  })
    .errors(refusals)
    .input(ofFinding)
    .output(done),
};
