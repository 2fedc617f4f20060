import * as z from 'zod';

/** One thing wrong with the input: where (JSON pointer), which rule, and what the sentence needs. */
export const inputIssue = z.object({
  pointer: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type InputIssue = z.infer<typeof inputIssue>;

export type RefusalParams = Record<string, unknown>;

/** Body of every answer that is not a success: a problem document (RFC 9457). */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  errors: z.array(inputIssue).optional(),
  /** Short number to quote to support; only on defects. */
  incident: z.string().optional(),
});
export type ProblemDocument = z.infer<typeof problemDocument>;
