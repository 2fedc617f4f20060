import { field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { agreementStates } from '../agreement.ts';
import { signErrors } from './signing.ts';
import { givenValues, templateChoice, templateVariables } from './templates.ts';

const tag = 'Tripartite internship agreements';
const offices = ['school-office', 'enterprise-hr'] as const;
/** Teachers and heads of programmes see how far the papers of their students are; offices act. */
const readers = [...offices, 'programme-head', 'teacher'] as const;
const family = ['student', 'guardian'] as const;
const count = z.number().int();

const classHead = z.object({
  classId: field.id,
  name: z.string(),
  school: z.string(),
  schoolEn: z.string(),
  enterprise: z.string(),
  enterpriseEn: z.string(),
});

/** How far the agreements of one class are. */
const classRow = classHead.extend({
  /** Placements that stand; for the enterprise those that have an agreement. */
  placements: count,
  made: count,
  incomplete: count,
  confirmed: z.object({ school: count, enterprise: count }),
  signing: count,
  inForce: count,
});
export type InternshipClassRow = z.infer<typeof classRow>;

/** Who has signed and when; `guardian` is absent for an adult. */
const signedBy = z.object({
  school: field.instant.nullable(),
  enterprise: field.instant.nullable(),
  student: field.instant.nullable(),
  guardian: field.instant.nullable().optional(),
});

const placementRow = z.object({
  placementId: field.id,
  studentName: z.string(),
  postTitle: z.string(),
  postTitleEn: z.string(),
  /** A minor on the first day without a guardian on record: no agreement is made before there is one. */
  lacksGuardian: z.boolean(),
  /** Null while no agreement has been made. */
  agreement: z
    .object({
      id: field.id,
      number: z.string(),
      state: z.enum(agreementStates),
      /** Variables that nobody has answered yet. */
      missing: z.array(z.object({ zh: z.string(), en: z.string() })),
      /** Findings of the law that keep it from being confirmed. */
      unlawful: count,
      /** Grows with every change of the wording: who confirms says which one they saw. */
      version: count,
      confirmed: z.object({ school: z.boolean(), enterprise: z.boolean() }),
      signed: signedBy,
      digest: z.string().nullable(),
      /** Whether the caller may sign it now. */
      isOwnTurn: z.boolean(),
    })
    .nullable(),
});
export type InternshipRow = z.infer<typeof placementRow>;

export const internshipClass = classHead.extend({
  /** What the office says once for the whole class, and what is known of it. */
  questions: templateVariables,
  known: givenValues,
  rows: z.array(placementRow),
  hasSigningIdentity: z.boolean(),
});
export type InternshipClassView = z.infer<typeof internshipClass>;

/** One agreement as the student's family sees it. */
const mineHead = z.object({
  id: field.id,
  number: z.string(),
  title: z.string(),
  titleEn: z.string(),
  state: z.enum(agreementStates),
  school: z.string(),
  schoolEn: z.string(),
  enterprise: z.string(),
  enterpriseEn: z.string(),
  studentName: z.string(),
  postTitle: z.string(),
  postTitleEn: z.string(),
  validFrom: field.day.nullable(),
  validTo: field.day.nullable(),
  signed: signedBy,
  /** Why the caller cannot sign now; null when they can. */
  whyNot: z.string().nullable(),
  illustrative: z.boolean(),
});
export type MyInternshipRow = z.infer<typeof mineHead>;

export const myInternship = mineHead.extend({
  digest: z.string().nullable(),
  declineReason: z.string(),
  sections: z.array(
    z.object({
      clause: z.string(),
      title: z.string(),
      titleEn: z.string(),
      body: z.string(),
      bodyEn: z.string(),
    }),
  ),
  /** What the family may tell of itself while nobody has confirmed the text for good. */
  questions: templateVariables,
  given: givenValues,
  mayAnswer: z.boolean(),
  hasSigningIdentity: z.boolean(),
});
export type MyInternship = z.infer<typeof myInternship>;

/** The family speaks while the text is open, and declines until it has signed. */
const notOpen = { 'internship.not-open': { status: 409 } } as const;
const agreementId = z.object({ agreementId: field.id });
const classId = z.object({ classId: field.id });

export const internshipsContract = {
  classes: route('GET', '/internship-agreements/classes', {
    may: readers,
    summary: 'Classes with placements, and how far their tripartite agreements are',
    tag,
  })
    .input(z.object({}))
    .output(z.object({ items: z.array(classRow) })),
  ofClass: route('GET', '/internship-agreements/classes/{classId}', {
    may: readers,
    summary: 'The tripartite agreements of one class, placement by placement',
    tag,
  })
    .input(classId)
    .output(internshipClass),
  make: route('POST', '/internship-agreements/classes/{classId}', {
    may: ['school-office'],
    summary: 'Make the agreements of all placements of a class that have none, or of those named (long work)',
    tag,
    created: true,
  })
    .errors({
      'internship.nothing-to-make': { status: 409 },
      'internship.guardian-missing': { status: 409, data: z.object({ names: z.string() }) },
      'internship.other-template': { status: 422 },
    })
    .input(
      classId.extend({
        placementIds: z.array(field.id).min(1).max(200).optional(),
        given: givenValues.default({}),
        /** Without one the standard template. */
        template: templateChoice.optional(),
      }),
    )
    .output(z.object({ runId: field.id })),
  confirm: route('POST', '/internship-agreements/classes/{classId}/confirmations', {
    may: offices,
    summary:
      'Confirm the agreements of a class for the own side as they were seen; what both have confirmed is composed (long work)',
    tag,
    created: true,
  })
    .errors({ 'internship.nothing-to-confirm': { status: 409 } })
    .input(
      classId.extend({
        seen: z
          .array(agreementId.extend({ version: count }))
          .min(1)
          .max(200),
        signer: z.string().trim().max(60).default(''),
        signerPost: z.string().trim().max(100).default(''),
      }),
    )
    .output(z.object({ runId: field.id })),
  mine: {
    list: route('GET', '/my-internship-agreements', {
      may: family,
      summary: 'Own tripartite agreements of a student; a guardian sees those of the child',
      tag,
    })
      .input(z.object({}))
      .output(z.object({ items: z.array(mineHead) })),
    get: route('GET', '/my-internship-agreements/{agreementId}', {
      may: family,
      summary: 'One own tripartite agreement, to be read and signed',
      tag,
    })
      .input(agreementId)
      .output(myInternship),
    answer: route('PUT', '/my-internship-agreements/{agreementId}/answers', {
      may: family,
      summary: 'Tell what only the family knows: address, identity number, telephone',
      tag,
    })
      .errors(notOpen)
      .input(agreementId.extend({ given: givenValues }))
      .output(myInternship),
    document: route('GET', '/my-internship-agreements/{agreementId}/document', {
      may: family,
      summary: 'The document as it is signed (PDF)',
      tag,
    })
      .errors({ 'agreement.no-document': { status: 409 } })
      .input(agreementId)
      .output(z.file()),
    sign: route('POST', '/my-internship-agreements/{agreementId}/signatures', {
      may: family,
      summary: 'Sign as student or as guardian; the first use of the secret makes the signing identity',
      tag,
      created: true,
    })
      .errors(signErrors)
      .input(
        agreementId.extend({
          secret: z.string().min(8).max(200),
          /** SHA-256 of the document as it was shown to the signer. */
          digest: z.string().regex(/^[0-9a-f]{64}$/),
        }),
      )
      .output(myInternship),
    decline: route('POST', '/my-internship-agreements/{agreementId}/decline', {
      may: family,
      summary: 'Decline to sign, with a reason; the agreement is not made',
      tag,
    })
      .errors(notOpen)
      .input(agreementId.extend({ reason: z.string().trim().min(2).max(1_000) }))
      .output(myInternship),
  },
};

/** An agreement of all three parties is in force: days on which each signed. */
export const internshipInForce = z.object({
  agreementId: field.id,
  enterpriseId: field.id,
  placementId: field.id,
  classId: field.id,
  signedOn: z.object({
    school: field.day.nullable(),
    enterprise: field.day.nullable(),
    student: field.day.nullable(),
    guardian: field.day.nullable(),
  }),
});
