import {
  bothStaff,
  done,
  field,
  listInput,
  listOutput,
  route,
  schoolLeads,
} from '@dualtrack/platform/contract';
import * as z from 'zod';
import { isInOrder } from './application-window.ts';
import { appealsContract } from './contract/appeals.ts';
import { briefingsContract } from './contract/briefings.ts';
import { booksContract } from './contract/class-books.ts';
import { sheetsContract } from './contract/class-sheets.ts';
import { coursesContract } from './contract/courses.ts';
import { documentsContract } from './contract/documents.ts';
import { interviewsContract, rubricContract } from './contract/interviews.ts';
import { noticesContract } from './contract/notices.ts';
import { changesContract, placingContract } from './contract/placing.ts';
import { classStates } from './order-class.ts';
import {
  applicantShape,
  classDetail,
  classItem,
  groupShape,
  insuranceShape,
  matchingShape,
  myClass,
  placementShape,
  refillShape,
} from './shapes.ts';

const tag = 'Order classes';
const classId = z.object({ classId: field.id });
const placementId = z.object({ placementId: field.id });
const action = z.object({ action: z.string() });
const notNow = {
  'class.not-your-role': { status: 403, data: action },
  'class.not-in-state': { status: 409, data: action },
} as const;
const notThisPlacement = {
  'placement.not-your-role': { status: 403, data: action },
  'placement.not-in-state': { status: 409, data: action },
} as const;
const count = z.object({ count: z.number().int() });

const frame = z.object({
  name: field.line,
  startsOn: field.day,
  endsOn: field.day,
  /** First and last day for choices; null: the opening of the class, and its closing. */
  applicationsFrom: field.day.nullable().default(null),
  applicationsUntil: field.day.nullable().default(null),
  teacherId: field.id.nullable().default(null),
  mentorName: z.string().trim().max(100).default(''),
  /** Majors beside that of the order whose students may apply. */
  majorCodes: z
    .array(z.string().regex(/^\d{6}$/))
    .max(20)
    .default([]),
});
const spanRight = (given: { startsOn: string; endsOn: string }) => given.startsOn < given.endsOn;
const seatNumbers = z
  .array(z.object({ postId: field.id, capacity: z.number().int().min(0).max(500) }))
  .max(30);
const legalLimit = z.object({
  staff: z.number().int(),
  share: z.number(),
  taken: z.number().int(),
  limit: z.number().int().nullable(),
});
const badFrame = {
  'class.no-such-teacher': { status: 422 },
  'class.no-such-seat': { status: 422 },
  'class.too-many-seats': { status: 422, data: z.object({ limit: z.number().int() }) },
} as const;

const notMatched = {
  ...notNow,
  'matching.scores-missing': { status: 409, data: count },
  'matching.no-applicants': { status: 409 },
  'matching.no-such-seat': { status: 422 },
  'matching.minimum-infeasible': {
    status: 422,
    data: z.object({ place: z.string(), heads: z.number().int(), room: z.number().int() }),
  },
} as const;
const matchingInput = classId.extend({
  /** Legal limit on learners at the host, where it is below the seats. */
  hostLimit: z.number().int().min(0).max(10_000).optional(),
  seatLimits: z
    .array(z.object({ seatId: field.id, limit: z.number().int().min(0).max(10_000) }))
    .max(30)
    .default([]),
  /** Keeps host and posts within the legal shares of their staff, as `matchings.limits` shows them. */
  withinLaw: z.boolean().default(false),
  /** Whoever has no score counts with 0 instead of stopping the run. */
  unscoredAsZero: z.boolean().default(false),
});

export { events } from './contract/events.ts';

export const contract = {
  classes: {
    list: route('GET', '/order-classes', { may: bothStaff, summary: 'Order classes of both sides', tag })
      .input(listInput.extend({ state: z.enum(classStates).optional(), scope: z.literal('mine').optional() }))
      .output(listOutput(classItem)),
    startable: route('GET', '/startable-order-classes', {
      may: schoolLeads,
      summary: 'Agreements in force whose order has no class yet, and the teachers that can lead one',
      tag,
    }).output(
      z.object({
        agreements: z.array(
          z.object({
            id: field.id,
            number: z.string(),
            title: z.string(),
            titleEn: z.string(),
            className: z.string(),
            enterprise: z.string(),
            enterpriseEn: z.string(),
            majorCode: z.string(),
            startQuarter: field.quarter,
            validTo: field.day.nullable(),
            seats: z.number().int(),
            lines: z.array(
              z.object({
                postId: field.id,
                title: z.string(),
                titleEn: z.string(),
                seats: z.number().int(),
              }),
            ),
          }),
        ),
        teachers: z.array(z.object({ id: field.id, name: z.string(), title: z.string() })),
        majors: z.array(z.object({ majorCode: z.string(), name: z.string(), nameEn: z.string() })),
      }),
    ),
    create: route('POST', '/order-classes', {
      may: schoolLeads,
      summary: 'Draft an order class from an agreement in force',
      tag,
      created: true,
    })
      .errors({
        ...badFrame,
        'class.agreement-not-in-force': { status: 409 },
        'class.order-not-ready': { status: 409 },
      })
      .input(
        frame
          .extend({
            agreementId: field.id,
            capacity: z.number().int().min(1).max(2_000).optional(),
            seats: seatNumbers.optional(),
          })
          .refine(spanRight, { path: ['endsOn'] })
          .refine(isInOrder, { path: ['applicationsFrom'] }),
      )
      .output(z.object({ id: field.id })),
    get: route('GET', '/order-classes/{classId}', { may: bothStaff, summary: 'One order class', tag })
      .input(classId)
      .output(classDetail),
    edit: route('PUT', '/order-classes/{classId}', {
      may: schoolLeads,
      summary: 'Change an order class; seats only before it is opened',
      tag,
    })
      .errors({
        ...notNow,
        ...badFrame,
        'class.seats-fixed': { status: 409 },
        'class.window-begun': { status: 409 },
      })
      .input(
        frame
          .extend({
            classId: field.id,
            capacity: z.number().int().min(1).max(2_000).optional(),
            seats: seatNumbers.optional(),
          })
          .refine(spanRight, { path: ['endsOn'] })
          .refine(isInOrder, { path: ['applicationsFrom'] }),
      )
      .output(classDetail),
    move: route('POST', '/order-classes/{classId}/moves', {
      may: schoolLeads,
      summary: 'Open, close or reopen applications; start or finish the class',
      tag,
    })
      .errors({
        ...notNow,
        'class.offers-open': { status: 409, data: count },
        'class.nobody-placed': { status: 409 },
        'class.documents-missing': { status: 409, data: count },
        'class.blocked': { status: 422, data: count.extend({ rules: z.array(z.string()) }) },
      })
      .input(classId.extend({ action: z.enum(['open', 'close', 'reopen', 'start', 'finish']) }))
      .output(classDetail),
  },
  applications: {
    list: route('GET', '/order-classes/{classId}/applications', {
      may: bothStaff,
      summary: 'Applicants of a class',
      audit: 'read',
      tag,
    })
      .input(classId)
      .output(z.array(applicantShape)),
    put: route('PUT', '/order-classes/{classId}/application', {
      may: ['student', ...schoolLeads],
      summary: 'Rank seats, for oneself or, by the office, for a student who chose on paper',
      tag,
    })
      .errors({
        ...notNow,
        'application.not-yet': { status: 409, data: z.object({ from: field.day }) },
        'application.over': { status: 409, data: z.object({ until: field.day }) },
        'application.not-your-major': { status: 422 },
        'application.seat-not-for-major': { status: 422, data: z.object({ seat: z.string() }) },
        'application.no-such-seat': { status: 422 },
        'application.placed-elsewhere': { status: 409, data: z.object({ name: z.string() }) },
        'application.whose': { status: 422 },
        'application.no-groups': { status: 409 },
        'application.group-full': { status: 409, data: z.object({ limit: z.number().int() }) },
      })
      .input(
        classId.extend({
          studentId: field.id.optional(),
          choices: z
            .array(field.id)
            .min(1)
            .max(30)
            .refine((choices) => new Set(choices).size === choices.length),
          statement: z.string().trim().max(2_000).default(''),
          /** A word that those know who want to stay together; empty = alone. */
          groupCode: z.string().trim().max(40).default(''),
          /** Of the office, after the window: why the choices come late. Not asked of a student, who cannot be late. */
          lateReason: z.string().trim().max(300).default(''),
        }),
      )
      .output(z.object({ id: field.id })),
    agree: route('PUT', '/order-classes/{classId}/application/group', {
      may: ['student', ...schoolLeads],
      summary:
        'Agree to stay together with those who gave the same word, or take it back; the office for a student who signed it on paper',
      tag,
    })
      .errors({
        ...notNow,
        'application.not-yet': { status: 409, data: z.object({ from: field.day }) },
        'application.over': { status: 409, data: z.object({ until: field.day }) },
        'application.whose': { status: 422 },
        'group.none': { status: 409 },
        'group.changed': { status: 409 },
      })
      .input(
        classId.extend({
          studentId: field.id.optional(),
          agrees: z.boolean(),
          /** Of the group as it was seen; nobody agrees to others. */
          digest: z.string().max(100).default(''),
        }),
      )
      .output(groupShape),
    withdraw: route('DELETE', '/order-classes/{classId}/application', {
      may: ['student', ...schoolLeads],
      summary: 'Withdraw an application while the class is open',
      tag,
    })
      .errors({ ...notNow, 'application.whose': { status: 422 } })
      .input(classId.extend({ studentId: field.id.optional() }))
      .output(done),
  },
  scores: {
    put: route('PUT', '/order-classes/{classId}/scores', {
      may: ['enterprise-hr', 'project-lead', 'mentor'],
      summary: 'Score applicants for the seats they asked for; null takes a score back',
      tag,
    })
      .errors({ ...notNow, 'score.no-such-choice': { status: 422, data: count } })
      .input(
        classId.extend({
          scores: z
            .array(
              z.object({
                applicationId: field.id,
                seatId: field.id,
                score: z.number().min(0).max(100).nullable(),
                note: z.string().trim().max(500).default(''),
              }),
            )
            .min(1)
            .max(5_000),
        }),
      )
      .output(z.object({ scoresMissing: z.number().int() })),
  },
  matchings: {
    list: route('GET', '/order-classes/{classId}/matchings', {
      may: bothStaff,
      summary: 'Matching runs; drafts are seen by the school only',
      tag,
    })
      .input(classId)
      .output(z.array(matchingShape)),
    limits: route('GET', '/order-classes/{classId}/legal-limits', {
      may: schoolLeads,
      summary:
        'How many learners the law generally allows at the host and its posts, and how that comes about',
      tag,
    })
      .errors({ 'class.not-your-role': notNow['class.not-your-role'] })
      .input(classId)
      .output(
        z.object({
          /** Null when matching is over or has not begun: limits are read while it can be done. */
          host: legalLimit.nullable(),
          seats: z.array(legalLimit.extend({ seatId: field.id })),
        }),
      ),
    make: route('POST', '/order-classes/{classId}/matchings', {
      may: schoolLeads,
      summary: 'Match stably by choices, scores, limits and the committed lottery; a draft until published',
      tag,
      created: true,
    })
      .errors(notMatched)
      .input(matchingInput)
      .output(matchingShape),
    fill: route('POST', '/order-classes/{classId}/fill-runs', {
      may: schoolLeads,
      summary: 'Start the search for a draft that fills more seats, at a price that the draft states',
      tag,
      created: true,
    })
      .errors(notMatched)
      .input(matchingInput)
      .output(z.object({ runId: field.id })),
    publish: route('POST', '/order-classes/{classId}/publication', {
      may: schoolLeads,
      summary: 'Publish a matching result: placements are offered, the lottery seed is revealed',
      tag,
    })
      .errors({
        ...notNow,
        'matching.outdated': { status: 409 },
        'matching.not-stable': { status: 409 },
        'matching.not-announced': { status: 409 },
      })
      .input(classId.extend({ matchingId: field.id }))
      .output(classDetail),
  },
  refills: {
    preview: route('GET', '/order-classes/{classId}/refill', {
      may: schoolLeads,
      summary: 'What a further round would give: free seats among those who wait, with reasons',
      audit: 'read',
      tag,
    })
      .errors(notNow)
      .input(classId)
      .output(refillShape),
    make: route('POST', '/order-classes/{classId}/refills', {
      may: schoolLeads,
      summary: 'Give the free seats among those who wait, as it was shown: places are offered',
      tag,
    })
      .errors({
        ...notNow,
        'refill.nothing-free': { status: 409 },
        'refill.nobody-waiting': { status: 409 },
        'refill.outdated': { status: 409 },
        'matching.not-stable': { status: 409 },
      })
      .input(classId.extend({ digest: z.string().max(100) }))
      .output(classDetail),
  },
  placements: {
    list: route('GET', '/order-classes/{classId}/placements', {
      may: bothStaff,
      summary: 'Placements of a class with their documents',
      audit: 'read',
      tag,
    })
      .input(classId)
      .output(z.array(placementShape)),
    answer: route('POST', '/placements/{placementId}/answer', {
      may: ['student', ...schoolLeads],
      summary: 'Accept or decline an offered placement',
      tag,
    })
      .errors(notThisPlacement)
      .input(placementId.extend({ accept: z.boolean() }))
      .output(placementShape),
    sign: route('POST', '/placements/{placementId}/confirmation', {
      may: ['student', 'guardian'],
      summary: 'Student: agreement and consent signed; guardian: consent given',
      tag,
    })
      .errors(notThisPlacement)
      .input(placementId)
      .output(placementShape),
    record: route('PUT', '/placements/{placementId}/documents', {
      may: ['enterprise-hr', ...schoolLeads],
      summary: 'Record or correct signatures, consents and insurance; the enterprise its own signature',
      tag,
    })
      .errors({ ...notThisPlacement, 'placement.day-ahead': { status: 422 } })
      .input(
        placementId.extend({
          schoolSignedOn: field.day.optional(),
          hostSignedOn: field.day.optional(),
          studentSignedOn: field.day.optional(),
          studentConsentOn: field.day.optional(),
          guardianConsentOn: field.day.optional(),
          insurance: insuranceShape.optional(),
        }),
      )
      .output(placementShape),
    signAll: route('POST', '/order-classes/{classId}/signatures', {
      may: ['enterprise-hr', ...schoolLeads],
      summary: 'Record the own side’s signature under all standing tripartite agreements of a class',
      tag,
    })
      .errors({ 'placement.day-ahead': { status: 422 } })
      .input(classId.extend({ signedOn: field.day }))
      .output(count),
    insure: route('PUT', '/order-classes/{classId}/insurance', {
      may: schoolLeads,
      summary: 'One policy for all standing placements of a class',
      tag,
    })
      .input(classId.extend({ insurance: insuranceShape }))
      .output(count),
    begin: route('POST', '/placements/{placementId}/begin', {
      may: schoolLeads,
      summary: 'Let one student begin in a class that is under way already',
      tag,
    })
      .errors({
        ...notThisPlacement,
        'placement.class-not-running': { status: 409 },
        'class.documents-missing': { status: 409, data: count },
        'class.blocked': { status: 422, data: count.extend({ rules: z.array(z.string()) }) },
      })
      .input(placementId)
      .output(placementShape),
    end: route('POST', '/placements/{placementId}/end', {
      may: schoolLeads,
      summary: 'End one placement before the class finishes',
      tag,
    })
      .errors(notThisPlacement)
      .input(placementId)
      .output(placementShape),
  },
  placing: placingContract,
  changes: changesContract,
  interviews: interviewsContract,
  rubric: rubricContract,
  courses: coursesContract,
  briefings: briefingsContract,
  documents: documentsContract,
  appeals: appealsContract,
  sheets: sheetsContract,
  book: booksContract,
  notices: noticesContract,
  mine: {
    list: route('GET', '/my-order-classes', {
      may: ['student', 'guardian'],
      summary: 'Classes a student can apply to, has applied to or is placed in',
      tag,
    }).output(z.array(myClass)),
    get: route('GET', '/my-order-classes/{classId}', {
      may: ['student', 'guardian'],
      summary: 'One class as the student sees it, with the own result and why',
      tag,
    })
      .input(classId)
      .output(myClass),
  },
};
