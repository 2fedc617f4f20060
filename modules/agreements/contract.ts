import { judgedTerms } from '@dualtrack/compliance/contract';
import { bothOffices, done, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { agreementActions, agreementEventKinds, agreementStates, sides } from './agreement.ts';
import { amendmentsContract, paperFollows } from './contract/amendments.ts';
import { internshipInForce, internshipsContract } from './contract/internships.ts';
import { negotiationContract } from './contract/negotiation.ts';
import { obligationsContract } from './contract/obligations.ts';
import { overridesContract } from './contract/overrides.ts';
import { signErrors, signing } from './contract/signing.ts';
import { givenValues, templateChoice, templatesContract, templateVariables } from './contract/templates.ts';
import { routes } from './proposal.ts';
import { agreementOrder, agreementTerms, party, partyInput, recordFacts } from './shapes.ts';
import { slotSides } from './sign-slots.ts';
import { recordComparison, verification } from './verification.ts';

const tag = 'Agreements';
const side = z.enum(sides);
const offices = ['school-office', 'enterprise-hr'] as const;
const maxFile = 50 * 1024 * 1024;

const agreement = z.object({
  id: field.id,
  home: field.id,
  enterpriseId: field.id,
  number: z.string(),
  kind: z.string(),
  title: z.string(),
  titleEn: z.string(),
  state: z.enum(agreementStates),
  orderId: field.id.nullable(),
  validFrom: field.day.nullable(),
  validTo: field.day.nullable(),
  school: z.string(),
  schoolEn: z.string(),
  enterprise: z.string(),
  enterpriseEn: z.string(),
  illustrative: z.boolean(),
  changedAt: field.instant,
  sections: z.number().int(),
  /** Sections that stand confirmed in their present wording, by side. */
  confirmed: z.object({ school: z.number().int(), enterprise: z.number().int() }),
  signedSides: z.array(side),
  waitingFor: z.array(side),
  /** Due days that are not met: red, amber, and all of them. */
  duties: z.object({ missed: z.number().int(), atRisk: z.number().int(), open: z.number().int() }),
});
export type AgreementRow = z.infer<typeof agreement>;

const mark = z.object({ name: z.string(), at: field.instant });
export const agreementSection = z.object({
  clause: z.string(),
  position: z.number().int(),
  revision: z.number().int(),
  title: z.string(),
  titleEn: z.string(),
  body: z.string(),
  bodyEn: z.string(),
  /** The side that words it; the other one proposes. Null: both word it. */
  owner: side.nullable(),
  /** The side that last changed the wording by hand; null while it is the template's. */
  changedSide: side.nullable(),
  /** Whose hand wrote the present wording; empty where it was nobody's. */
  changedName: z.string(),
  changedAt: field.instant,
  confirmed: z.object({ school: mark.nullable(), enterprise: mark.nullable() }),
});
export type AgreementSection = z.infer<typeof agreementSection>;

export const agreementDetail = agreement.extend({
  parties: z.array(party),
  terms: agreementTerms.nullable(),
  order: agreementOrder.nullable(),
  clauses: z.array(agreementSection),
  signatures: z.array(
    z.object({
      side: z.enum(slotSides),
      role: z.string(),
      signerName: z.string(),
      signerPost: z.string(),
      fingerprint: z.string(),
      signedAt: field.instant,
    }),
  ),
  /** Who binds a side by signing, as the plan has it: the person named, or a delegate and for whom. */
  signatories: z.array(
    z.object({
      side,
      name: z.string(),
      post: z.string(),
      delegateOf: z.string().nullable(),
      signedAt: field.instant.nullable(),
    }),
  ),
  /** SHA-256 of the fixed document, which a signer has to see and send back. */
  documentDigest: z.string().nullable(),
  hasDocument: z.boolean(),
  declineReason: z.string(),
  record: z.object({ facts: recordFacts, source: z.string() }).nullable(),
  history: z.array(
    z.object({
      kind: z.enum(agreementEventKinds),
      side: side.nullable(),
      name: z.string(),
      details: z.record(z.string(), z.unknown()),
      at: field.instant,
    }),
  ),
  /** Whether the caller has a signing password already. */
  hasSigningIdentity: z.boolean(),
  /** What the caller may do now, and the code of why not. */
  abilities: z.record(z.enum(agreementActions), z.string().nullable()),
});
export type AgreementDetail = z.infer<typeof agreementDetail>;

const agreementId = z.object({ agreementId: field.id });
const action = z.object({ action: z.string() });
const notNow = {
  'agreement.not-your-role': { status: 403, data: action },
  'agreement.not-in-state': { status: 409, data: action },
  'agreement.already-signed': { status: 409, data: action },
  'agreement.party-incomplete': { status: 409, data: action },
  'agreement.not-the-signer': { status: 403, data: action },
  'agreement.not-over': { status: 409, data: action },
};
const badPeriod = { 'agreement.period-backwards': { status: 422 } };
const section = agreementId.extend({ clause: z.string().regex(/^[A-Z]\d{2}$/) });
const notOwn = {
  'section.not-own': { status: 409, data: z.object({ clause: z.string() }) },
  'section.standard-route': { status: 409, data: z.object({ clause: z.string() }) },
};
const changed = { 'section.changed': { status: 409, data: z.object({ clause: z.string() }) } };

export const createInput = z.object({
  /** For an order class; the others name the partner. */
  orderId: field.id.optional(),
  partnerId: field.id.optional(),
  /** Without one the standard template of order classes. */
  template: templateChoice.optional(),
  given: givenValues.default({}),
  route: z.enum(routes).default('negotiated'),
  title: z.string().trim().max(200).optional(),
  titleEn: z.string().trim().max(200).optional(),
  validFrom: field.day,
  validTo: field.day,
  signer: z.string().trim().max(60).optional(),
  signerPost: z.string().trim().max(100).optional(),
  /** Figures that differ from what is usual. */
  terms: agreementTerms.partial().default({}),
});

export const contract = {
  list: route('GET', '/agreements', { may: bothOffices, summary: 'Agreements of both sides', tag })
    .input(
      listInput.extend({
        state: z
          .enum(agreementStates)
          .optional() /** `open`: on the way; `waiting`: of these, what waits for the caller's own side. */,
        scope: z.enum(['open', 'waiting']).optional(),
        kind: z.string().max(40).optional(),
        /** The other organisation. */
        partner: field.id.optional(),
        /** In force and ending within so many days. */
        endsWithin: z.coerce.number().int().min(1).max(3_650).optional(),
      }),
    )
    .output(listOutput(agreement)),
  get: route('GET', '/agreements/{agreementId}', { may: bothOffices, summary: 'One agreement', tag })
    .input(agreementId)
    .output(agreementDetail),
  law: route('GET', '/agreements/{agreementId}/law', {
    may: bothOffices,
    summary: 'What the law says of its fields and clauses as they stand',
    tag,
  })
    .input(agreementId)
    .output(judgedTerms),
  create: route('POST', '/agreements', {
    may: offices,
    summary: 'Begin an agreement from a template, and for an order class from an accepted order',
    tag,
    created: true,
  })
    .errors({
      'agreement.order-not-accepted': { status: 409 },
      'agreement.order-required': { status: 422 },
      'agreement.no-such-partner': { status: 422 },
      'agreement.unanswered': { status: 422, data: z.object({ names: z.string() }) },
      'agreement.tripartite-per-student': { status: 422 },
      ...badPeriod,
    })
    .input(createInput)
    .output(z.object({ id: field.id })),
  setTerms: route('PUT', '/agreements/{agreementId}/terms', {
    may: offices,
    summary: 'Change title, period or figures; clauses of the template are written anew',
    tag,
  })
    .errors({ ...notNow, ...badPeriod })
    .input(
      agreementId.extend({
        title: field.line,
        titleEn: z.string().trim().max(200),
        validFrom: field.day,
        validTo: field.day,
        terms: agreementTerms,
      }),
    )
    .output(agreementDetail),
  answers: route('GET', '/agreements/{agreementId}/answers', {
    may: offices,
    summary: 'What the template of an agreement asks, and what was answered',
    tag,
  })
    .input(agreementId)
    .output(z.object({ variables: templateVariables, given: givenValues, whyNot: z.string().nullable() })),
  setAnswers: route('PUT', '/agreements/{agreementId}/answers', {
    may: offices,
    summary: 'Correct what was answered to the template; clauses that follow from it are confirmed anew',
    tag,
  })
    .errors({
      ...notNow,
      'agreement.unanswered': { status: 422, data: z.object({ names: z.string() }) },
    })
    .input(agreementId.extend({ given: givenValues }))
    .output(agreementDetail),
  ownParty: route('GET', '/agreements/{agreementId}/party', {
    may: offices,
    summary: 'Own party facts, filled from the own profile where the agreement has none',
    tag,
  })
    .input(agreementId)
    .output(partyInput),
  setParty: route('PUT', '/agreements/{agreementId}/party', {
    may: offices,
    summary: 'Complete the own side: legal representative, address, who signs',
    tag,
  })
    .errors(notNow)
    .input(agreementId.extend(partyInput.shape))
    .output(agreementDetail),
  editSection: route('PUT', '/agreements/{agreementId}/sections/{clause}', {
    may: offices,
    summary: 'Change the wording of a section; its confirmations no longer hold',
    tag,
  })
    .errors({
      ...notNow,
      ...changed,
      ...notOwn,
      'section.paragraphs-differ': { status: 422, data: z.object({ zh: z.number(), en: z.number() }) },
    })
    .input(
      section.extend({
        /** The revision that the writer had before them. */
        revision: z.number().int().min(1),
        body: z.string().trim().min(1).max(20_000),
        bodyEn: z.string().trim().min(1).max(20_000),
      }),
    )
    .output(agreementDetail),
  sectionHistory: route('GET', '/agreements/{agreementId}/sections/{clause}/revisions', {
    may: bothOffices,
    summary: 'Every wording that a section ever had',
    tag,
  })
    .input(section)
    .output(
      z.object({
        items: z.array(
          z.object({
            revision: z.number().int(),
            body: z.string(),
            bodyEn: z.string(),
            side: side.nullable(),
            name: z.string(),
            at: field.instant,
          }),
        ),
      }),
    ),
  confirm: route('POST', '/agreements/{agreementId}/confirmations', {
    may: offices,
    summary: 'Confirm sections in the wording that was seen',
    tag,
  })
    .errors({ ...notNow, ...changed })
    .input(
      agreementId.extend({
        sections: z
          .array(z.object({ clause: z.string().max(10), revision: z.number().int() }))
          .min(1)
          .max(100),
      }),
    )
    .output(agreementDetail),
  fix: route('POST', '/agreements/{agreementId}/fix', {
    may: offices,
    summary: 'Compose the final document and open it for signing, unless a "must" of the law is breached',
    tag,
  })
    .errors({
      ...notNow,
      'agreement.unlawful': {
        status: 422,
        data: z.object({ count: z.number().int(), findings: judgedTerms.shape.findings }),
      },
    })
    .input(agreementId)
    .output(agreementDetail),
  reopen: route('POST', '/agreements/{agreementId}/reopen', {
    may: offices,
    summary: 'Back to negotiation, before the first signature',
    tag,
  })
    .errors(notNow)
    .input(agreementId)
    .output(agreementDetail),
  sign: route('POST', '/agreements/{agreementId}/signatures', {
    may: offices,
    summary: 'Sign the document; the first use of the secret makes the signing identity',
    tag,
    created: true,
  })
    .errors({
      ...notNow,
      ...signErrors,
    })
    .input(
      agreementId.extend({
        secret: z.string().min(8).max(200),
        /** SHA-256 of the document as it was shown to the signer. */
        digest: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .output(agreementDetail),
  decline: route('POST', '/agreements/{agreementId}/decline', {
    may: offices,
    summary: 'Decline the agreement with a reason',
    tag,
  })
    .errors(notNow)
    .input(agreementId.extend({ reason: z.string().trim().min(2).max(2_000) }))
    .output(agreementDetail),
  end: route('POST', '/agreements/{agreementId}/end', {
    may: offices,
    summary: 'Close an agreement whose term is over',
    tag,
  })
    .errors(notNow)
    .input(agreementId)
    .output(agreementDetail),
  preview: route('GET', '/agreements/{agreementId}/preview', {
    may: bothOffices,
    summary: 'The document as it would be composed from the present wording (PDF)',
    tag,
  })
    .errors({ 'agreement.no-text': { status: 409 } })
    .input(agreementId)
    .output(z.file()),
  document: route('GET', '/agreements/{agreementId}/document', {
    may: bothOffices,
    summary: 'The fixed or signed document, or the scan of one signed elsewhere',
    tag,
  })
    .errors({ 'agreement.no-document': { status: 409 } })
    .input(agreementId)
    .output(z.file()),
  verification: route('GET', '/agreements/{agreementId}/verification', {
    may: bothOffices,
    summary: 'What the signatures of the kept document are worth',
    tag,
  })
    .errors({ 'agreement.no-document': { status: 409 } })
    .input(agreementId)
    .output(verification.extend({ record: recordComparison })),
  verify: route('POST', '/agreements/verify', {
    may: 'signed-in',
    summary: 'Verify the signatures of any PDF',
    tag,
  })
    .errors({ 'verification.not-a-pdf': { status: 422 } })
    .input(z.object({ file: z.file().max(maxFile) }))
    .output(
      verification.extend({
        /** The agreement whose kept or fixed file this is, if the caller may see it. */
        onRecord: z.object({ id: field.id, number: z.string(), title: z.string() }).nullable(),
      }),
    ),
  verifyOpen: route('POST', '/verification', {
    may: 'anyone',
    summary: 'Verify the signatures of any PDF without an account; nothing is kept',
    tag,
  })
    .errors({ 'verification.not-a-pdf': { status: 422 }, 'verification.busy': { status: 503 } })
    .input(z.object({ file: z.file().max(20 * 1024 * 1024) }))
    .output(verification),
  register: route('POST', '/agreements/registered', {
    may: offices,
    summary: 'Register an agreement that was signed elsewhere: facts with their source, no signature',
    tag,
    created: true,
  })
    .errors({
      'agreement.no-such-partner': { status: 422 },
      'obligation.outside-term': { status: 422 },
      ...badPeriod,
      ...notNow,
      'paper.other-pair': { status: 422 },
      'paper.day-missing': { status: 422 },
      'renewal.overlaps': { status: 422 },
      'amendment.nothing-changes': { status: 422 },
      'amendment.no-such-clause': { status: 422, data: z.object({ clause: z.string() }) },
    })
    .input(
      z.object({
        partnerId: field.id,
        /** What the paper does with an agreement that stands; it takes effect once the other side has confirmed it. */
        follows: paperFollows.nullable().default(null),
        title: z.string().trim().max(300).default(''),
        titleEn: z.string().trim().max(300).default(''),
        validFrom: field.day.nullable().default(null),
        validTo: field.day.nullable().default(null),
        facts: recordFacts,
        source: field.line,
      }),
    )
    .output(z.object({ id: field.id })),
  addScan: route('POST', '/agreements/{agreementId}/scan', {
    may: offices,
    summary: 'Keep the scan of an agreement that was signed elsewhere',
    tag,
    created: true,
  })
    .errors({ 'agreement.not-registered': { status: 409 } })
    .input(
      agreementId.extend({
        file: z.file().max(maxFile).mime(['application/pdf', 'image/jpeg', 'image/png']),
      }),
    )
    .output(done),
  signing,
  obligations: obligationsContract,
  amendments: amendmentsContract,
  internships: internshipsContract,
  templates: templatesContract,
  negotiation: negotiationContract,
  overrides: overridesContract,
};

/** Events of this room: name → payload. */
export const events = {
  'agreement.in-force': z.object({
    agreementId: field.id,
    orderId: field.id.nullable(),
    enterpriseId: field.id,
  }),
  'internship.in-force': internshipInForce,
};
