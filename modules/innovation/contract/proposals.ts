import { field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { proposalActions, proposalStates } from '../proposal.ts';
import { bothNames, challengePage, marksShape, proposalForm, side } from '../shapes.ts';
import { staff } from '../side.ts';
import { challengeId, ndaFirst, notNow } from './challenges.ts';

const tag = 'Innovation: proposals';
const proposalId = z.object({ proposalId: field.id });
const action = z.object({ action: z.string() });
const notNowProposal = {
  'proposal.not-your-role': { status: 403, data: action },
  'proposal.not-yours': { status: 403, data: action },
  'proposal.not-your-side': { status: 403, data: action },
  'proposal.not-a-reviewer': { status: 403, data: action },
  'proposal.not-in-state': { status: 409, data: action },
} as const;
const conflicts = {
  'review.in-team': { status: 409 },
  'review.own-department': { status: 409 },
} as const;

export const proposalDetail = proposalForm.extend({
  ...bothNames,
  id: field.id,
  challengeId: field.id,
  challengeTitle: z.string(),
  challengeTitleEn: z.string(),
  side,
  state: z.enum(proposalStates),
  authorName: z.string(),
  reason: z.string(),
  submittedAt: field.instant.nullable(),
  rubric: challengePage.shape.rubric,
  /** Weighted mark in tenths. */
  total: z.number().int().nullable(),
  /** What the caller declared and marked; null when they are no reviewer or have said nothing. */
  own: z
    .object({
      hasConflict: z.boolean(),
      relation: z.string(),
      marks: marksShape.nullable(),
      comment: z.string(),
    })
    .nullable(),
  isReviewer: z.boolean(),
  /** What stands between this reviewer and the proposal, as the platform sees it. */
  conflict: z.string().nullable(),
  /** All reviews, for the leads of the side that posted the challenge. */
  reviews: z.array(
    z.object({
      name: z.string(),
      hasConflict: z.boolean(),
      relation: z.string(),
      total: z.number().int().nullable(),
      comment: z.string(),
    }),
  ),
  projectId: field.id.nullable(),
  abilities: z.record(z.enum(proposalActions), z.string().nullable()),
});
export type ProposalDetail = z.infer<typeof proposalDetail>;

export const proposals = {
  create: route('POST', '/challenges/{challengeId}/proposals', {
    may: staff,
    summary: 'Draft a proposal for a challenge',
    tag,
    created: true,
  })
    .errors({ ...notNow, ...ndaFirst, 'team.no-such-person': { status: 422 } })
    .input(proposalForm.extend(challengeId.shape))
    .output(z.object({ id: field.id })),
  get: route('GET', '/proposals/{proposalId}', { may: staff, summary: 'One proposal', tag })
    .input(proposalId)
    .output(proposalDetail),
  edit: route('PUT', '/proposals/{proposalId}', { may: staff, summary: 'Change a draft', tag })
    .errors({ ...notNowProposal, 'team.no-such-person': { status: 422 } })
    .input(proposalForm.extend(proposalId.shape))
    .output(proposalDetail),
  move: route('POST', '/proposals/{proposalId}/moves', {
    may: staff,
    summary: 'Submit, withdraw, put on the shortlist or take off it',
    tag,
  })
    .errors({
      ...notNowProposal,
      'proposal.deadline-passed': { status: 409 },
      'proposal.over-budget': { status: 422, data: z.object({ most: z.number() }) },
    })
    .input(proposalId.extend({ action: z.enum(['submit', 'withdraw', 'shortlist', 'unlist']) }))
    .output(proposalDetail),
  declare: route('POST', '/proposals/{proposalId}/declaration', {
    may: staff,
    summary: "A reviewer's declaration of interests",
    tag,
  })
    .errors({ ...notNowProposal, ...conflicts, 'review.relation-missing': { status: 422 } })
    .input(proposalId.extend({ hasConflict: z.boolean(), relation: z.string().trim().max(300).default('') }))
    .output(proposalDetail),
  score: route('PUT', '/proposals/{proposalId}/marks', {
    may: staff,
    summary: "A reviewer's marks by the rubric",
    tag,
  })
    .errors({
      ...notNowProposal,
      ...conflicts,
      'review.not-declared': { status: 409 },
      'review.conflict-declared': { status: 409 },
    })
    .input(proposalId.extend({ marks: marksShape, comment: z.string().trim().max(1_000).default('') }))
    .output(proposalDetail),
};
