import { z } from 'zod';

const id = z.string().min(1);
const heads = z.int().min(0);

/** The weakest holder of a full seat or cap; both numbers null = not full (or `closed`). */
export const cutoffFormat = z.strictObject({
  id,
  score: z.number().nullable().describe('null = not full'),
  lottery: z.number().min(0).lt(1).nullable().describe('higher wins at an equal score'),
  closed: z.literal(true).optional().describe('capacity 0: nobody can be held, so there is no score'),
});

/** One matched applicant; `choice` counts from 1 in the applicant's own list. */
export const assignmentFormat = z.strictObject({ applicant: id, seat: id, choice: z.int().min(1) });

/** What came of groups, least numbers and filling more seats: of a run that was asked for them. */
export const conditionsFormat = z.strictObject({
  closed: z
    .array(z.strictObject({ place: id, minimum: heads, heads }))
    .describe('seats and caps that are not run, with the heads they would have had'),
  groups: z
    .array(z.strictObject({ id, seat: id.nullable() }))
    .describe('the seat at which all of a group are; null = each went alone'),
  setAside: heads.describe('wishes given up for groups and least numbers, found by a heuristic'),
  filled: z
    .strictObject({ added: heads, worse: heads, isProven: z.boolean() })
    .nullable()
    .describe('heads more than the stable result, applicants with a seat they like less, proven the most'),
});

/** `dualtrack/matching-result@1`. Unmatched applicants have no assignment. */
export const matchingResultFormat = z.strictObject({
  format: z.literal('dualtrack/matching-result@1'),
  matched: heads,
  unmatched: heads,
  blockingPairs: heads.describe('counted by an independent pass; 0 = stable'),
  inwardWishes: heads
    .optional()
    .describe('wishes to move inside one full cap that ranks the applicant higher where they are'),
  lottery: id.optional().describe('the seed that was used'),
  conditions: conditionsFormat.optional(),
  cutoffs: z.array(cutoffFormat).describe('seats, then caps'),
  assignments: z.array(assignmentFormat),
  seconds: z.number().min(0),
});

export type MatchingResult = z.output<typeof matchingResultFormat>;
export type ConditionsReport = z.output<typeof conditionsFormat>;
export type Cutoff = z.output<typeof cutoffFormat>;
export type Assignment = z.output<typeof assignmentFormat>;
