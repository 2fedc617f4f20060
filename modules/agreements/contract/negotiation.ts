import { bothOffices, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { sides } from '../agreement.ts';
import { proposalActions, proposalStates, routes } from '../proposal.ts';

const tag = 'Negotiation';
const offices = ['school-office', 'enterprise-hr'] as const;
const side = z.enum(sides);
const clause = z.string().regex(/^[A-Z]\d{2}$/);
const agreementId = z.object({ agreementId: field.id });
const words = z.string().trim().min(1).max(20_000);

const proposal = z.object({
  id: field.id,
  clause: z.string(),
  baseRevision: z.number().int(),
  /** The wording that it would change, and the one that it would put there. */
  base: z.object({ body: z.string(), bodyEn: z.string() }),
  body: z.string(),
  bodyEn: z.string(),
  reason: z.string(),
  state: z.enum(proposalStates),
  side,
  name: z.string(),
  at: field.instant,
  answer: z.string(),
  answeredName: z.string(),
  answeredAt: field.instant.nullable(),
  /** What the caller may do with it, and the code of why not. */
  whyNot: z.record(z.enum(proposalActions), z.string().nullable()),
});
export type ProposalView = z.infer<typeof proposal>;

const comment = z.object({
  id: field.id,
  body: z.string(),
  side,
  name: z.string(),
  at: field.instant,
});
const thread = z.object({
  id: field.id,
  clause: z.string(),
  comments: z.array(comment),
  resolvedName: z.string(),
  resolvedAt: field.instant.nullable(),
});
export type ThreadView = z.infer<typeof thread>;

const negotiation = z.object({
  route: z.enum(routes),
  template: z.object({
    title: z.string(),
    titleEn: z.string(),
    kind: z.string(),
    /** The side whose template it is; null for one that ships with the product. */
    side: side.nullable(),
    version: z.number().int().nullable(),
  }),
  proposals: z.array(proposal),
  threads: z.array(thread),
});
export type NegotiationView = z.infer<typeof negotiation>;

const action = z.object({ action: z.string() });
const notNow = {
  'agreement.not-your-role': { status: 403, data: action },
  'agreement.not-in-state': { status: 409, data: action },
  'agreement.already-signed': { status: 409, data: action },
  'agreement.party-incomplete': { status: 409, data: action },
  'agreement.not-the-signer': { status: 403, data: action },
  'agreement.not-over': { status: 409, data: action },
};
const ofClause = z.object({ clause: z.string() });

export const negotiationContract = {
  get: route('GET', '/agreements/{agreementId}/negotiation', {
    may: bothOffices,
    summary: 'Route, template, proposals and threads of an agreement',
    tag,
  })
    .input(agreementId)
    .output(negotiation),
  open: route('POST', '/agreements/{agreementId}/negotiation', {
    may: offices,
    summary: 'Leave the standard route: from now on sections are worded and proposals made',
    tag,
  })
    .errors(notNow)
    .input(agreementId)
    .output(negotiation),
  propose: route('POST', '/agreements/{agreementId}/proposals', {
    may: offices,
    summary: 'Propose another wording of a section to the other side',
    tag,
    created: true,
  })
    .errors({
      ...notNow,
      'section.changed': { status: 409, data: ofClause },
      'section.standard-route': { status: 409, data: ofClause },
      'section.paragraphs-differ': { status: 422, data: z.object({ zh: z.number(), en: z.number() }) },
      'proposal.same': { status: 422 },
    })
    .input(
      agreementId.extend({
        clause,
        /** The revision that the writer had before them. */
        revision: z.number().int().min(1),
        body: words,
        bodyEn: words,
        reason: z.string().trim().max(1_000).default(''),
      }),
    )
    .output(negotiation),
  answer: route('POST', '/agreements/{agreementId}/proposals/{proposalId}/answer', {
    may: offices,
    summary: 'Accept or decline the other side’s proposal, or withdraw an own one',
    tag,
  })
    .errors({
      ...notNow,
      'proposal.not-open': { status: 409 },
      'proposal.own': { status: 403 },
      'proposal.not-own': { status: 403 },
      'proposal.overtaken': { status: 409 },
    })
    .input(
      agreementId.extend({
        proposalId: field.id,
        action: z.enum(proposalActions),
        answer: z.string().trim().max(1_000).default(''),
      }),
    )
    .output(negotiation),
  comment: route('POST', '/agreements/{agreementId}/comments', {
    may: offices,
    summary: 'Say something at a section, or answer in a thread there',
    tag,
    created: true,
  })
    .errors({ ...notNow, 'section.unknown': { status: 422, data: ofClause } })
    .input(
      agreementId.extend({
        clause,
        threadId: field.id.optional(),
        body: z.string().trim().min(1).max(2_000),
      }),
    )
    .output(negotiation),
  resolve: route('PUT', '/agreements/{agreementId}/comments/{threadId}', {
    may: offices,
    summary: 'Settle a thread or take it up again',
    tag,
  })
    .errors(notNow)
    .input(agreementId.extend({ threadId: field.id, isResolved: z.boolean() }))
    .output(negotiation),
};
