import { field } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { sides } from './agreement.ts';
import { cadences } from './due.ts';
import { type Metric, metricNames } from './metric.ts';
import { debtors } from './obligation.ts';

const side = z.enum(sides);
const words = z.string().trim().max(300);

/** A party as it stands in the agreement. */
export const party = z.object({
  side,
  name: z.string(),
  nameEn: z.string(),
  code: z.string(),
  legalRepresentative: z.string(),
  address: z.string(),
  signer: z.string(),
  signerPost: z.string(),
});
export type Party = z.infer<typeof party>;

/** What a party says of itself; names and code come from the public directory. */
export const partyInput = z.object({
  legalRepresentative: z.string().trim().max(100),
  address: words,
  signer: z.string().trim().max(60),
  signerPost: z.string().trim().max(100),
});

/**
 * Figures of the agreement that its clauses quote. Null: the clause says so in general words or is left out.
 * Money in fen, shares from 0 to 1.
 */
export const agreementTerms = z.object({
  baseName: words.nullable(),
  baseNameEn: words.nullable(),
  enterpriseCourseHours: z.number().int().min(1).max(5_000).nullable(),
  trainingWeeks: z.number().int().min(1).max(200).nullable(),
  internMonthlyPayMin: z.number().int().min(0).max(100_000_000).nullable(),
  scholarshipPerStudent: z.number().int().min(1).max(100_000_000).nullable(),
  minimumHireShare: z.number().min(0).max(1).nullable(),
  learnersPerMentorMax: z.number().int().min(1).max(50),
  insuredBy: side,
  teacherPracticeDays: z.number().int().min(1).max(365).nullable(),
  staffTrainingDays: z.number().int().min(1).max(100_000).nullable(),
  exitWeeks: z.number().int().min(1).max(52),
  meetingsPerYear: z.number().int().min(1).max(52),
  noticeDays: z.number().int().min(1).max(365),
  cureDays: z.number().int().min(1).max(365),
  place: words.nullable(),
});
export type AgreementTerms = z.infer<typeof agreementTerms>;

/** What is usual where nobody has said otherwise. */
export const usualTerms: AgreementTerms = {
  baseName: null,
  baseNameEn: null,
  enterpriseCourseHours: null,
  trainingWeeks: null,
  internMonthlyPayMin: null,
  scholarshipPerStudent: null,
  minimumHireShare: null,
  learnersPerMentorMax: 5,
  insuredBy: 'school',
  teacherPracticeDays: null,
  staffTrainingDays: null,
  exitWeeks: 4,
  meetingsPerYear: 2,
  noticeDays: 90,
  cureDays: 30,
  place: null,
};

/** The order as it stood when the agreement was begun. Pay in fen a month. */
export const agreementOrder = z.object({
  number: z.string(),
  className: z.string(),
  programmeName: z.string(),
  programmeNameEn: z.string(),
  majorCode: z.string(),
  seats: z.number().int(),
  startQuarter: field.quarter,
  posts: z.array(
    z.object({
      title: z.string(),
      titleEn: z.string(),
      siteName: z.string(),
      seats: z.number().int(),
      internPay: z.number().int(),
      monthlyPay: z.number().int(),
      hazards: z.array(z.string()),
      nightShift: z.boolean(),
    }),
  ),
});
export type AgreementOrder = z.infer<typeof agreementOrder>;

/** What the clauses were filled from; null for an agreement registered from elsewhere. */
export const agreementVariables = z.object({
  terms: agreementTerms.nullable(),
  order: agreementOrder.nullable(),
});
export type AgreementVariables = z.infer<typeof agreementVariables>;

const line = z.string().trim().min(1).max(500);
const either = z
  .object({ zh: line.nullable().default(null), en: line.nullable().default(null) })
  .refine((text) => text.zh !== null || text.en !== null, { error: 'a text in at least one language' });

/** How much of what a registered paper obliges to, and when it is due; `clause` is the paper's own number, if it has any. */
export const recordedDuty = z.object({
  clause: z.string().trim().max(20).default(''),
  metric: z.enum(metricNames as [Metric, ...Metric[]]), // there are metrics
  owedBy: z.enum(debtors),
  target: z.number().int().min(1).max(1_000_000_000_000),
  cadence: z.enum(cadences),
  dueOn: field.day,
});
export type RecordedDuty = z.infer<typeof recordedDuty>;

/** Words of a source in at least one language. */
export const recordedWords = either;

/**
 * Facts of an agreement that was signed elsewhere, as its source tells them. What the source does not say is null or
 * absent; there is no place for a signature.
 */
export const recordFacts = z.object({
  parties: z.array(z.object({ side, name: either })).length(2),
  persons: z
    .array(z.object({ side, name: either, posts: z.array(either).max(10) }))
    .max(50)
    .default([]),
  ceremony: z
    .object({
      on: field.day,
      timeOfDay: z.enum(['morning', 'afternoon', 'evening']).nullable().default(null),
      place: either.nullable().default(null),
      /** Name of the person who presided. */
      presider: either.nullable().default(null),
      alsoPresent: z
        .array(z.object({ side, who: either }))
        .max(50)
        .default([]),
      agenda: z
        .array(
          z.object({
            kind: z.enum([
              'introduction-of-guests',
              'enterprise-presentation',
              'school-presentation',
              'signing',
              'unveiling',
              'discussion',
            ]),
            by: z.array(either).max(10).default([]),
            topics: z.array(either).max(20).default([]),
          }),
        )
        .max(50)
        .default([]),
    })
    .nullable()
    .default(null),
  baseName: either.nullable().default(null),
  statements: z
    .array(z.object({ by: either, summary: either }))
    .max(50)
    .default([]),
  decisions: z.array(either).max(50).default([]),
  /** What the paper obliges whom to, in its own words; counted where how much and until when is told too. */
  obligations: z
    .array(z.object({ side, words: either, duty: recordedDuty.optional() }))
    .max(100)
    .optional(),
});
export type RecordFacts = z.infer<typeof recordFacts>;
