import { done, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { challengeActions, challengeStates, ndaVersion } from '../challenge.ts';
import { proposalStates } from '../proposal.ts';
import { bothNames, challengePage, originRecord, side } from '../shapes.ts';
import { leads, staff } from '../side.ts';

const tag = 'Innovation: challenges';
export const challengeId = z.object({ challengeId: field.id });
const action = z.object({ action: z.string() });

/** Why something cannot be done with a challenge now. */
export const notNow = {
  'challenge.not-your-role': { status: 403, data: action },
  'challenge.not-your-side': { status: 403, data: action },
  'challenge.not-in-state': { status: 409, data: action },
} as const;
const badPage = {
  'challenge.levels-backwards': { status: 422 },
  'challenge.budget-backwards': { status: 422 },
  'challenge.deadline-past': { status: 422 },
  'challenge.rubric-not-whole': { status: 422, data: z.object({ sum: z.number() }) },
} as const;
export const ndaFirst = { 'challenge.nda-not-signed': { status: 403 } } as const;

const row = challengePage
  .omit({ detail: true, limits: true, expected: true, rubric: true, originNote: true })
  .extend({
    ...bothNames,
    id: field.id,
    state: z.enum(challengeStates),
    ownerSide: side,
    reach: z.enum(['open', 'invited']),
    authorName: z.string(),
    proposals: z.number().int(),
    changedAt: field.instant,
  });
export type ChallengeRow = z.infer<typeof row>;

const proposalLine = z.object({
  id: field.id,
  title: z.string(),
  state: z.enum(proposalStates),
  authorName: z.string(),
  department: z.string(),
  cost: z.number().int(),
  weeks: z.number().int(),
  reason: z.string(),
  /** Weighted mark in tenths; null while nobody marked, or for whom it is not. */
  total: z.number().int().nullable(),
  marks: z.number().int(),
});

export const challengeDetail = row.extend({
  /** Null until the caller has signed the confidentiality undertaking. */
  detail: z.string().nullable(),
  limits: z.string().nullable(),
  expected: z.string().nullable(),
  originNote: z.string(),
  /** The record that it starts from, for the side that posted it. */
  originLabel: z.string(),
  originPath: z.string(),
  rubric: challengePage.shape.rubric,
  decisionNote: z.string(),
  decidedAt: field.instant.nullable(),
  /** Whether the details wait for the caller's signature. */
  needsNda: z.boolean(),
  ndas: z.array(z.object({ name: z.string(), signedAt: field.instant })),
  questions: z.array(
    z.object({
      id: field.id,
      question: z.string(),
      askedBy: z.string(),
      askedAt: field.instant,
      answer: z.string(),
      answeredBy: z.string(),
    }),
  ),
  reviewers: z.array(
    z.object({ personId: field.id, name: z.string(), side, department: z.string(), isMine: z.boolean() }),
  ),
  proposalList: z.array(proposalLine),
  abilities: z.record(z.enum(challengeActions), z.string().nullable()),
});
export type ChallengeDetail = z.infer<typeof challengeDetail>;

const reviewer = challengeId.extend({ personId: field.id });

export const challenges = {
  list: route('GET', '/challenges', { may: staff, summary: 'Challenges of both sides', tag })
    .input(
      listInput.extend({
        state: z.enum(challengeStates).optional(),
        side: side.optional(),
        readiness: z.coerce.number().int().min(1).max(9).optional(),
        /** A record that they start from; only those of the own side, which knows it. */
        origin: field.id.optional(),
      }),
    )
    .output(listOutput(row)),
  get: route('GET', '/challenges/{challengeId}', { may: staff, summary: 'One challenge', tag })
    .input(challengeId)
    .output(challengeDetail),
  create: route('POST', '/challenges', {
    may: staff,
    summary: 'Write a challenge for all partners, or for some that are invited',
    tag,
    created: true,
  })
    .errors({
      ...badPage,
      'challenge.no-such-partner': { status: 422 },
      'challenge.no-such-origin': { status: 422 },
    })
    .input(
      challengePage.extend({
        reach: z.enum(['open', 'invited']),
        partnerIds: z.array(field.id).max(50).default([]),
        originRecord: originRecord.nullable().default(null),
      }),
    )
    .output(z.object({ id: field.id })),
  edit: route('PUT', '/challenges/{challengeId}', {
    may: staff,
    summary: 'Change a challenge that is not published yet, for all partners',
    tag,
  })
    .errors({ ...notNow, ...badPage })
    .input(challengePage.extend(challengeId.shape))
    .output(challengeDetail),
  move: route('POST', '/challenges/{challengeId}/moves', {
    may: staff,
    summary: 'Publish, withdraw, or end the call and begin the selection',
    tag,
  })
    .errors({ ...notNow, 'challenge.deadline-past': { status: 422 } })
    .input(challengeId.extend({ action: z.enum(['publish', 'end-call', 'withdraw']) }))
    .output(challengeDetail),
  signNda: route('POST', '/challenges/{challengeId}/nda', {
    may: staff,
    summary: 'Sign the confidentiality undertaking',
    tag,
  })
    .errors({ ...notNow, 'nda.name-differs': { status: 422 } })
    .input(challengeId.extend({ name: field.line, version: z.literal(ndaVersion) }))
    .output(challengeDetail),
  ask: route('POST', '/challenges/{challengeId}/questions', { may: staff, summary: 'Ask a question', tag })
    .errors({ ...notNow, ...ndaFirst })
    .input(challengeId.extend({ question: z.string().trim().min(2).max(1_000) }))
    .output(challengeDetail),
  answer: route('PUT', '/challenges/{challengeId}/questions/{questionId}', {
    may: staff,
    summary: 'Answer a question, for everybody who may read the details',
    tag,
  })
    .errors(notNow)
    .input(challengeId.extend({ questionId: field.id, answer: z.string().trim().min(1).max(2_000) }))
    .output(challengeDetail),
  addReviewer: route('POST', '/challenges/{challengeId}/reviewers', {
    may: leads,
    summary: 'Name a reviewer of the own organisation',
    tag,
  })
    .errors({
      ...notNow,
      'reviewer.no-such-person': { status: 422 },
      'review.in-team': { status: 409 },
      'review.own-department': { status: 409 },
    })
    .input(reviewer.extend({ department: z.string().trim().min(2).max(60) }))
    .output(challengeDetail),
  removeReviewer: route('DELETE', '/challenges/{challengeId}/reviewers/{personId}', {
    may: leads,
    summary: 'Take a reviewer of the own organisation off the list',
    tag,
  })
    .errors(notNow)
    .input(reviewer)
    .output(done),
  decide: route('POST', '/challenges/{challengeId}/decision', {
    may: leads,
    summary: 'Choose a proposal or none, with reasons to everyone',
    tag,
  })
    .errors({
      ...notNow,
      'decision.reason-missing': { status: 422, data: z.object({ title: z.string() }) },
      'decision.not-shortlisted': { status: 409 },
      'decision.not-reviewed': { status: 409 },
    })
    .input(
      challengeId.extend({
        proposalId: field.id.nullable(),
        note: z.string().trim().max(1_000).default(''),
        reasons: z.array(z.object({ proposalId: field.id, reason: z.string().trim().max(1_000) })).max(200),
      }),
    )
    .output(challengeDetail),
  people: route('GET', '/innovation-people', {
    may: staff,
    summary: 'Partners, and people of the own organisation who can be named for reviews and teams',
    tag,
    audit: 'read',
  })
    .input(z.object({}))
    .output(
      z.object({
        people: z.array(
          z.object({
            personId: field.id,
            name: z.string(),
            title: z.string(),
            kind: z.enum(['teacher', 'engineer', 'student']),
          }),
        ),
        partners: z.array(z.object({ id: field.id, name: z.string(), nameEn: z.string() })),
      }),
    ),
};
