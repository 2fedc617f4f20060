import { field } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { placingShape } from './contract/placing.ts';
import { classActions, classStates } from './order-class.ts';
import { documentKinds, placementActions, placementStates } from './placement.ts';
import { placingRules } from './placing.ts';

/** A seat: a post with the number of places the class has in it. Money in minor units a month. */
export const seatShape = z.object({
  id: field.id,
  postId: field.id,
  capacity: z.number().int(),
  title: z.string(),
  titleEn: z.string(),
  siteName: z.string(),
  internPay: z.number().int(),
  monthlyPay: z.number().int(),
  hazards: z.array(z.string()),
  nightShift: z.boolean(),
  majorCategories: z.array(z.number().int()),
});
export type SeatView = z.infer<typeof seatShape>;

export const classHead = z.object({
  id: field.id,
  home: field.id,
  enterpriseId: field.id,
  name: z.string(),
  state: z.enum(classStates),
  programmeName: z.string(),
  programmeNameEn: z.string(),
  majorCodes: z.array(z.string()),
  startsOn: field.day,
  endsOn: field.day,
  applicationsFrom: field.day.nullable(),
  applicationsUntil: field.day.nullable(),
  capacity: z.number().int(),
  teacherId: field.id.nullable(),
  teacherName: z.string(),
  mentorName: z.string(),
  school: z.string(),
  schoolEn: z.string(),
  enterprise: z.string(),
  enterpriseEn: z.string(),
});

/** A class in a list. `scoresMissing`: chosen seats without a score of the enterprise. */
export const classItem = classHead.extend({
  applicants: z.number().int(),
  scoresMissing: z.number().int(),
  placed: z.number().int(),
});
export type ClassItem = z.infer<typeof classItem>;

export const classDetail = classItem.extend({
  agreementId: field.id,
  orderId: field.id,
  lotteryCommitment: z.string().nullable(),
  /** Revealed when the result is published. */
  lotterySeed: z.string().nullable(),
  seats: z.array(seatShape.extend({ wanted: z.number().int(), firstChoices: z.number().int() })),
  placing: placingShape,
  /** The last search that fills more seats, as long as its draft is not there. */
  fillRunId: field.id.nullable(),
  abilities: z.record(z.enum(classActions), z.string().nullable()),
});
export type ClassDetail = z.infer<typeof classDetail>;

/** An applicant as the caller may know them; the enterprise does not learn the order of the choices. */
export const applicantShape = z.object({
  id: field.id,
  studentId: field.id.nullable(),
  studentName: z.string(),
  cohortName: z.string(),
  majorCode: z.string(),
  statement: z.string(),
  choices: z.array(field.id),
  /** `by`: the name of the account that scored. */
  scores: z.array(z.object({ seatId: field.id, score: z.number(), note: z.string(), by: z.string() })),
  isWithdrawn: z.boolean(),
  appliedAt: field.instant,
  /** For the school: who entered the choices, why late, and the group by a label that is not its word. */
  enteredBy: z.enum(['student', 'office']).nullable(),
  lateReason: z.string(),
  group: z
    .object({ label: z.string(), digest: z.string(), hasAgreed: z.boolean(), isWhole: z.boolean() })
    .nullable(),
});
export type ApplicantView = z.infer<typeof applicantShape>;

const cutoff = z.object({
  id: z.string(),
  score: z.number().nullable(),
  lottery: z.number().nullable(),
  closed: z.literal(true).optional(),
});

/** What a run made of groups and least numbers. */
const conditionsKept = {
  /** Seats, or the class by its id, that are not run because too few would be there. */
  closed: z.array(z.object({ place: z.string(), minimum: z.number().int(), heads: z.number().int() })),
  groups: z.array(z.object({ names: z.array(z.string()), seatId: field.id.nullable() })),
  /** Wishes given up for groups and least numbers. */
  setAside: z.number().int(),
};

/** One run of the matching. `isOutdated`: choices, scores or limits have changed since. */
export const matchingShape = z.object({
  id: field.id,
  /** 1: the class; later ones: seats that fell free, among those who waited. */
  round: z.number().int(),
  isPublished: z.boolean(),
  isOutdated: z.boolean(),
  applicants: z.number().int(),
  matched: z.number().int(),
  blockingPairs: z.number().int(),
  rule: z.enum(placingRules),
  ...conditionsKept,
  filled: z.object({ added: z.number().int(), worse: z.number().int(), isProven: z.boolean() }).nullable(),
  madeAt: field.instant,
  limits: z.array(z.object({ id: z.string(), capacity: z.number().int() })),
  cutoffs: z.array(cutoff),
  assignments: z.array(
    z.object({ studentName: z.string(), seatId: field.id, choice: z.number().int(), score: z.number() }),
  ),
  unmatched: z.array(z.string()),
});
export type MatchingView = z.infer<typeof matchingShape>;

export const insuranceShape = z
  .object({
    insurer: field.line,
    number: field.line,
    from: field.day,
    to: field.day,
    payer: z.enum(['school', 'host', 'treasury']),
  })
  .refine((insurance) => insurance.from <= insurance.to, { path: ['to'] });

export const placementShape = z.object({
  id: field.id,
  classId: field.id,
  studentId: field.id,
  studentName: z.string(),
  seatId: field.id,
  postId: field.id,
  postTitle: z.string(),
  postTitleEn: z.string(),
  choice: z.number().int().nullable(),
  round: z.number().int(),
  state: z.enum(placementStates),
  startsOn: field.day,
  endsOn: field.day,
  endedOn: field.day.nullable(),
  schoolSignedOn: field.day.nullable(),
  hostSignedOn: field.day.nullable(),
  studentSignedOn: field.day.nullable(),
  studentConsentOn: field.day.nullable(),
  guardianConsentOn: field.day.nullable(),
  insurance: insuranceShape.nullable(),
  missing: z.array(z.enum(documentKinds)),
  abilities: z.record(z.enum(placementActions), z.string().nullable()),
});
export type PlacementView = z.infer<typeof placementShape>;

/** Why a student got what they got: each choice with what decided it, from the published run itself. */
export const explanationShape = z.object({
  lottery: z.number(),
  got: z.object({ seat: field.id, choice: z.number().int(), score: z.number() }).nullable(),
  choices: z.array(
    z.object({
      choice: z.number().int(),
      seat: field.id,
      score: z.number(),
      state: z.enum(['got', 'not-needed', 'refused', 'set-aside']),
      why: z.enum(['closed', 'together', 'filled']).optional(),
      refusal: z
        .object({
          id: z.string(),
          kind: z.enum(['seat', 'cap']),
          by: z.enum(['score', 'lottery', 'closed']),
          capacity: z.number().int(),
          score: z.number().nullable(),
          lottery: z.number().nullable(),
        })
        .optional(),
      /** Score that would have been enough; null when none would, absent when nobody can say. */
      enough: z.object({ score: z.number(), inclusive: z.boolean() }).nullable().optional(),
    }),
  ),
});
export type ExplanationView = z.infer<typeof explanationShape>;

/** What the next round would give: free places by seat, and each who waits with the result and why. */
export const refillShape = z.object({
  round: z.number().int(),
  free: z.array(
    z.object({
      seatId: field.id,
      free: z.number().int(),
      /** Heads with which alone the post is run, where nobody has a place yet; 0 = any. */
      least: z.number().int(),
    }),
  ),
  waiting: z.array(
    z.object({ applicationId: field.id, studentName: z.string(), result: explanationShape.nullable() }),
  ),
  matched: z.number().int(),
  blockingPairs: z.number().int(),
  ...conditionsKept,
  /** Stands for all of this; the round is made only as it was shown. */
  digest: z.string(),
});
export type RefillView = z.infer<typeof refillShape>;

/** A group as one of its members sees it; it is matched as one only when it is whole: each has agreed to all others. */
export const groupShape = z.object({
  /** Stands for the members; an agreement names the group that was seen. */
  digest: z.string(),
  isWhole: z.boolean(),
  members: z.array(z.object({ name: z.string(), isMe: z.boolean(), hasAgreed: z.boolean() })),
});
export type MyGroup = z.infer<typeof groupShape>;

/** A class as one student sees it. */
export const myClass = classHead.extend({
  seats: z.array(seatShape.extend({ whyNot: z.string().nullable() })),
  whyNotApply: z.string().nullable(),
  application: z
    .object({
      id: field.id,
      choices: z.array(field.id),
      statement: z.string(),
      isWithdrawn: z.boolean(),
      groupCode: z.string().nullable(),
      /** Those who gave the same word, oneself among them; each of them sees the same. */
      group: groupShape.nullable(),
    })
    .nullable(),
  placing: placingShape,
  /** Of an applicant: no interview is to be booked, one may be booked, or is. */
  interview: z.enum(['none', 'open', 'booked']),
  lotteryCommitment: z.string().nullable(),
  lotterySeed: z.string().nullable(),
  /** Of the last round in which the student took part. */
  result: explanationShape.extend({ round: z.number().int() }).nullable(),
  placement: placementShape.nullable(),
});
export type MyClass = z.infer<typeof myClass>;
