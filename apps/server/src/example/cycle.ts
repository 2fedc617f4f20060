import { z } from 'zod';

const day = z.iso.date();
const code = z.string().min(1);
const fen = z.int().min(0);
const bilingual = { name: z.string().min(1), nameEn: z.string().min(1) };
const side = z.literal(['school', 'enterprise']);

const order = z.strictObject({
  id: code,
  state: z.literal(['proposed', 'accepted', 'in-agreement', 'closed']),
  majorCodes: z.array(z.string().regex(/^\d{6}$/)).min(1),
  seats: z.int().positive(),
  startQuarter: z.string().regex(/^20\d\d-Q[1-4]$/),
  proposedOn: day,
  acceptedOn: day,
  /** Why: the occupation that lacks people, from which quarter, and how many. */
  reason: z.strictObject({ occupationId: code, quarter: z.string(), shortage: z.int().positive() }),
  lines: z.array(z.strictObject({ postId: code, seats: z.int().positive() })).min(1),
});

const agreement = z.strictObject({
  id: code,
  title: z.string(),
  titleEn: z.string(),
  state: z.literal(['in-force', 'fulfilled']),
  validFrom: day,
  validTo: day,
  terms: z.strictObject({
    seats: z.int().positive(),
    enterpriseCourseHours: z.int().positive(),
    trainingWeeks: z.int().positive(),
    internMonthlyPayMin: fen,
    scholarshipPerStudent: fen,
    minimumHireShare: z.number().min(0).max(1),
    learnersPerMentorMax: z.int().positive(),
    insuredBy: side,
  }),
  confirmations: z.array(z.strictObject({ side, name: z.string(), post: z.string(), on: day })),
  /** Who signed where. No signature is stored: the loader makes one with throw-away keys, labelled as such. */
  ceremony: z.strictObject({
    on: day,
    place: z.string(),
    signatories: z.array(z.strictObject({ side, name: z.string(), post: z.string() })),
  }),
});

const orderClass = z.strictObject({
  id: code,
  ...bilingual,
  state: z.literal(['open', 'choices-closed', 'matched', 'in-training', 'finished']),
  applicationsFrom: day,
  applicationsTo: day,
  scoredOn: day.optional(),
  matchedOn: day.optional(),
  /** All seats together; below it each post has its own. */
  seats: z.int().positive(),
  posts: z.array(z.strictObject({ postId: code, seats: z.int().positive() })),
  lottery: z.string(),
});

const application = z.strictObject({
  studentNumber: code,
  /** In the student's order of preference, each with the enterprise's score (0–100, higher is better). */
  choices: z.array(z.strictObject({ postId: code, score: z.number().min(0).max(100) })).min(1),
});

const placement = z.strictObject({ studentNumber: code, postId: code, choice: z.int().positive() });

const base = z.strictObject({
  id: code,
  ...bilingual,
  unveiledOn: day,
  units: z.array(z.strictObject({ id: code, ...bilingual, weeks: z.int().positive() })),
  stations: z.array(z.strictObject({ stationId: code, unit: code, places: z.int().positive() })),
  mentors: z.array(z.strictObject({ staffNumber: code, units: z.array(code) })),
});

const rotation = z.strictObject({
  id: code,
  state: z.literal(['draft', 'published']),
  publishedOn: day,
  /** Mondays of the weeks that count, in order; holidays and school weeks are left out. */
  weeks: z.array(day),
  /** `start` is the place of the first week in `weeks`, from 0. */
  blocks: z.array(
    z.strictObject({
      studentNumber: code,
      unit: code,
      stationId: code,
      mentor: code,
      start: z.int().min(0),
      weeks: z.int().positive(),
    }),
  ),
});

const assessment = z.strictObject({
  studentNumber: code,
  unit: code,
  mentor: code,
  score: z.number().min(0).max(100),
  on: day,
});

const outcome = z.strictObject({
  studentNumber: code,
  postId: code,
  trained: z.boolean(),
  offeredOn: day.nullable(),
  joinedOn: day.nullable(),
  monthlyPay: fen.nullable(),
  leftOn: day.nullable(),
});

/** One cooperation from order to outcomes, as `examples/…/history/cycle-*.json` hold it. Money in fen. */
export const cycleSchema = z.strictObject({
  format: z.literal('dualtrack/example-cycle@1'),
  illustrative: z.literal(true),
  year: z.int(),
  asOf: day,
  schoolCode: z.string().length(18),
  enterpriseCode: z.string().length(18),
  order,
  agreement,
  base,
  orderClass,
  applications: z.array(application),
  placements: z.array(placement),
  rotation: rotation.nullable(),
  assessments: z.array(assessment),
  outcomes: z.array(outcome),
});

/** One cooperation from order to outcomes. */
export type Cycle = z.infer<typeof cycleSchema>;
