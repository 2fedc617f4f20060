import { z } from 'zod';

/**
 * A text of at least one character, without halves of surrogate pairs: those have no UTF-8 bytes to draw a
 * lot from.
 */
const id = z
  .string()
  .min(1)
  .refine((text) => text.isWellFormed());

/** A limit on the heads of everything inside it: an enterprise, a region, a quota. 0 closes it. */
export const capFormat = z.strictObject({
  id: id.describe('one name space with the seats'),
  capacity: z.int().min(0).describe('heads; 0 = closed'),
  within: id.optional().describe('the cap this one lies in'),
});

/** A seat with room for `capacity` heads: a post. */
export const seatFormat = z.strictObject({
  id,
  capacity: z.int().min(0).describe('heads; 0 = closed'),
  within: id.optional().describe('the cap this seat lies in'),
});

/** One wish; `score` is given by the seat's side, higher is better, any finite number. */
export const choiceFormat = z.strictObject({ seat: id, score: z.number() });

/** An applicant with choices in order of preference, each seat at most once. No choices is allowed. */
export const applicantFormat = z.strictObject({
  id,
  choices: z.array(choiceFormat).describe('in order of preference'),
});

/** The first line of a `.ndjson` problem: everything but the applicants. */
export const headFormat = z.strictObject({
  format: z.literal('dualtrack/matching-problem@1'),
  caps: z.array(capFormat).optional().describe('nested caps, absent = none'),
  seats: z.array(seatFormat),
  lottery: id.describe('seed committed before choices close; breaks ties, same for all seats'),
});

/** `dualtrack/matching-problem@1`: applicants with ranked choices, seats inside nested caps. */
export const matchingProblemFormat = headFormat.extend({ applicants: z.array(applicantFormat) });

export type MatchingProblem = z.output<typeof matchingProblemFormat>;
export type MatchingHead = z.output<typeof headFormat>;
export type Applicant = z.output<typeof applicantFormat>;
export type Choice = z.output<typeof choiceFormat>;
export type Seat = z.output<typeof seatFormat>;
export type Cap = z.output<typeof capFormat>;
